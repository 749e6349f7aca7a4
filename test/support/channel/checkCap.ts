import { create } from 'xmlbuilder2';

/**
 * The rules of the schema of CAP 1.2 (OASIS, 1 July 2010, section 3.4) and the restrictions of its section 3.2, written down from the standard
 * and apart from what makes the documents. Returns what does not fit; nothing when all of it does.
 */
export const checkCap = (xml: string): readonly string[] => {
  let root: Element;
  try {
    root = readElement(create(xml).root().node);
  } catch (error) {
    return [`It is not XML: ${String(error)}`];
  }
  return [
    // The parser closes by itself what was left open.
    ...(/<\/alert>\s*$/.test(xml) ? [] : ['The document breaks off']),
    ...(root.name === 'alert' ? [] : [`The root is ${root.name}`]),
    ...(root.namespace === 'urn:oasis:names:tc:emergency:cap:1.2' ? [] : ['The namespace is not that of CAP 1.2']),
    ...checkSequence(root, alert),
    ...checkWhole(root),
  ];
};

interface Element {
  readonly name: string;
  readonly namespace: string | null;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Part {
  readonly name: string;
  readonly least: 0 | 1;
  readonly most: number;
  readonly text?: RegExp;
  readonly parts?: readonly Part[];
}

const one = (name: string, text?: RegExp): Part => ({ name, least: 1, most: 1, ...(text === undefined ? {} : { text }) });
const maybe = (name: string, text?: RegExp): Part => ({ ...one(name, text), least: 0 });
const some = (name: string, text?: RegExp): Part => ({ ...maybe(name, text), most: Infinity });
const words = (...allowed: readonly string[]): RegExp => new RegExp(`^(${allowed.join('|')})$`);

const dateTime = /^\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[-,+]\d\d:\d\d$/;
const unrestricted = /^[^\s,<&]+$/;
const nameAndValue: readonly Part[] = [one('valueName'), one('value')];

const area: readonly Part[] = [one('areaDesc', /./), some('polygon'), some('circle'), { ...some('geocode'), parts: nameAndValue }, maybe('altitude'), maybe('ceiling')];

const info: readonly Part[] = [
  maybe('language', /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/),
  { ...some('category', words('Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra', 'CBRNE', 'Other')), least: 1 },
  one('event', /./),
  some('responseType', words('Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None')),
  one('urgency', words('Immediate', 'Expected', 'Future', 'Past', 'Unknown')),
  one('severity', words('Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown')),
  one('certainty', words('Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown')),
  maybe('audience'),
  { ...some('eventCode'), parts: nameAndValue },
  maybe('effective', dateTime),
  maybe('onset', dateTime),
  maybe('expires', dateTime),
  maybe('senderName'),
  maybe('headline'),
  maybe('description'),
  maybe('instruction'),
  maybe('web'),
  maybe('contact'),
  { ...some('parameter'), parts: nameAndValue },
  some('resource'),
  { ...some('area'), parts: area },
];

const alert: readonly Part[] = [
  one('identifier', unrestricted),
  one('sender', unrestricted),
  one('sent', dateTime),
  one('status', words('Actual', 'Exercise', 'System', 'Test', 'Draft')),
  one('msgType', words('Alert', 'Update', 'Cancel', 'Ack', 'Error')),
  maybe('source'),
  one('scope', words('Public', 'Restricted', 'Private')),
  maybe('restriction'),
  maybe('addresses', /./),
  some('code'),
  maybe('note'),
  maybe('references', /^[^\s,]+,[^\s,]+,[^\s,]+( [^\s,]+,[^\s,]+,[^\s,]+)*$/),
  maybe('incidents'),
  { ...some('info'), parts: info },
];

/** Names in their order, each as often as it may be, each with a text that fits. */
const checkSequence = ({ name, children }: Element, parts: readonly Part[]): readonly string[] => {
  const problems: string[] = [];
  let at = 0;
  for (const part of parts) {
    const found: Element[] = [];
    for (let next = children[at]; next?.name === part.name; next = children[at]) {
      found.push(next);
      at += 1;
    }
    if (found.length < part.least || found.length > part.most) problems.push(`${name} has ${found.length} of ${part.name}`);
    for (const element of found) {
      if (part.text !== undefined && !part.text.test(element.text)) problems.push(`${part.name} may not be ${JSON.stringify(element.text)}`);
      if (part.parts !== undefined) problems.push(...checkSequence(element, part.parts));
      else if (element.children.length > 0) problems.push(`${part.name} holds elements`);
    }
  }
  const rest = children[at];
  if (rest !== undefined) problems.push(`${rest.name} may not stand there in ${name}`);
  return problems;
};

/** What hangs together across elements (section 3.2.1), and moments that exist. */
const checkWhole = (root: Element): readonly string[] => {
  const text = (name: string): string | undefined => root.children.find((child) => child.name === name)?.text;
  const moments = [text('sent'), ...root.children.filter((child) => child.name === 'info').flatMap((each) => each.children.filter((child) => child.name === 'onset').map((child) => child.text))];
  return [
    ...(text('scope') === 'Private' && text('addresses') === undefined ? ['A private alert needs addresses'] : []),
    ...(['Update', 'Cancel', 'Ack', 'Error'].includes(text('msgType') ?? '') && text('references') === undefined ? [`A message of type ${text('msgType')} needs references`] : []),
    ...((text('references') ?? '').split(' ').flatMap((reference) => {
      const moment = reference.split(',')[2];
      return moment === undefined || dateTime.test(moment) ? [] : [`A reference holds the moment ${moment}`];
    })),
    ...moments.flatMap((moment) => (moment === undefined || !Number.isNaN(Date.parse(moment.replace(/-00:00$/, 'Z'))) ? [] : [`There is no moment ${moment}`])),
  ];
};

type Node = ReturnType<typeof create>['node'];

const elementNode = 1;

const readElement = (node: Node): Element => {
  const children = [...node.childNodes].filter((child) => child.nodeType === elementNode);
  return { name: node.nodeName, namespace: node.lookupNamespaceURI(null), children: children.map(readElement), text: children.length > 0 ? '' : (node.textContent ?? '') };
};
