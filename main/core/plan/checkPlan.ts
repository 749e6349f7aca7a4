import type { Plan, PlanDocument, PlanStep, Recipient } from '../../contract/plan.ts';
import type { Way } from './dueDeliveries.ts';

/** What the site has, to be named in plans. */
export interface Known {
  readonly stations: ReadonlySet<string>;
  readonly channels: readonly Way[];
}

/**
 * `error`: it is not saved so. `warning`: it can be meant so, but somebody should look at it; it also comes when a station or channel goes that a
 * plan counts on. `hint`: good to know.
 */
export interface PlanProblem {
  readonly severity: 'error' | 'warning' | 'hint';
  /** Dotted path into the document. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

/** What is wrong with a document of plans, in words. */
export const checkPlan = (document: PlanDocument, known: Known): readonly PlanProblem[] => [
  ...document.plans.flatMap((plan, index) => checkOnePlan(plan, `plans.${index}`, document, known)),
  ...document.groups.flatMap((group, index) => group.stations.flatMap((station, place) => checkStation(station, `groups.${index}.stations.${place}`, `The group "${group.name}"`, known))),
  ...document.faults.channels.flatMap((channel, index) => checkChannel(channel, `faults.channels.${index}`, 'The list of those who are told of faults', known)),
  ...repeated(document.plans, 'plans', 'plan'),
  ...repeated(document.groups, 'groups', 'group'),
];

const checkOnePlan = (plan: Plan, field: string, document: PlanDocument, known: Known): readonly PlanProblem[] => {
  const name = `The plan "${plan.name}"`;
  const heard = plan.steps.map((step) => hears(step, document, known));
  return [
    ...plan.stations.flatMap((station, index) => checkStation(station, `${field}.stations.${index}`, name, known)),
    ...plan.steps.flatMap((step, index) => checkStep(step, `${field}.steps.${index}`, `${name}, step ${index + 1},`, document, known, heard[index] === true)),
    ...(heard.includes(true) ? [] : [problem('error', `${field}.steps`, `${name} tells nobody: no station and no channel in it is there.`, 'Name everyone, a station, a group that has stations, or a channel.')]),
    ...(plan.use === 'alone' && known.channels.length > 0 && !plan.steps.some(({ recipients }) => recipients.some(({ to }) => to === 'channel'))
      ? [problem('warning', `${field}.steps`, `${name} is for people who work alone, and tells nobody outside of the building.`, 'Add a channel, at 0 seconds.')]
      : []),
    ...drillHint(plan, field, name, known),
  ];
};

const checkStep = (step: PlanStep, field: string, name: string, { groups, hours }: PlanDocument, known: Known, heard: boolean): readonly PlanProblem[] => [
  ...step.recipients.flatMap((recipient, index) => {
    const place = `${field}.recipients.${index}`;
    if (recipient.to === 'station') return checkStation(recipient.station, `${place}.station`, name, known);
    if (recipient.to === 'channel') return checkChannel(recipient.channel, `${place}.channel`, name, known);
    if (recipient.to === 'everyone' || groups.some(({ id }) => id === recipient.group)) return [];
    return [problem('error', `${place}.group`, `${name} names the group "${recipient.group}", which is not in the document.`, 'Add the group, or choose one of the list.')];
  }),
  ...(heard ? [] : [problem('warning', `${field}.recipients`, `${name} tells nobody.`, 'Name somebody who is there, or take the step away.')]),
  ...(step.when.outOfHours !== undefined && hours.length === 0
    ? [problem('warning', `${field}.when.outOfHours`, `${name} depends on the hours of the site, and none are written down: it counts as always open.`, 'Write down the hours, or take the condition away.')]
    : []),
];

const hears = ({ recipients }: PlanStep, { groups }: PlanDocument, known: Known): boolean =>
  recipients.some((recipient: Recipient) => {
    switch (recipient.to) {
      case 'everyone':
        return true;
      case 'station':
        return known.stations.has(recipient.station);
      case 'group':
        return groups.some(({ id, stations }) => id === recipient.group && stations.some((station) => known.stations.has(station)));
      case 'channel':
        return known.channels.some(({ id }) => id === recipient.channel);
    }
  });

const checkStation = (station: string, field: string, name: string, { stations }: Known): readonly PlanProblem[] =>
  stations.has(station) ? [] : [problem('error', field, `${name} names a station that the site does not have (${station.slice(0, 8)}).`, 'Choose a station of the list.')];

const checkChannel = (channel: string, field: string, name: string, { channels, stations }: Known): readonly PlanProblem[] => {
  const found = channels.find(({ id }) => id === channel);
  if (found === undefined) return [problem('error', field, `${name} names the channel "${channel}", which is not set up.`, 'Set the channel up first, or choose one of the list.')];
  const usable = found.from.length === 0 || found.from.some((station) => stations.has(station));
  return usable ? [] : [problem('warning', field, `${name} names the channel "${channel}", and none of the stations that may use it is there.`, 'Let another station use the channel.')];
};

const drillHint = ({ steps }: Plan, field: string, name: string, { channels }: Known): readonly PlanProblem[] => {
  const named = new Set(steps.flatMap(({ recipients }) => recipients.flatMap((recipient) => (recipient.to === 'channel' ? [recipient.channel] : []))));
  const unsafe = channels.filter(({ id, safeForDrills }) => named.has(id) && !safeForDrills).map(({ id }) => id);
  return unsafe.length === 0 ? [] : [problem('hint', `${field}.steps`, `${name} leaves out ${unsafe.join(', ')} in a drill: not marked safe for drills.`, 'Mark a channel safe for drills when whoever is at its other end knows that drills come.')];
};

const repeated = (items: readonly { readonly id: string }[], field: string, what: string): readonly PlanProblem[] =>
  items.flatMap(({ id }, index) => (items.findIndex((item) => item.id === id) < index ? [problem('error', `${field}.${index}.id`, `There are two ${what}s "${id}".`, 'Give one of them another name.')] : []));

const problem = (severity: PlanProblem['severity'], field: string, message: string, remedy: string): PlanProblem => ({ severity, field, message, remedy });
