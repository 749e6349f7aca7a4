import { describe, expect, it } from 'vitest';
import { procedureFromYaml, procedureToYaml } from '../../../../main/station/procedure/procedureYaml.ts';
import { loadProcedures } from '../../../../main/station/procedure/procedureFiles.ts';

const shipped = loadProcedures('/nowhere').procedures.map(({ document }) => document);
const good = shipped.map(procedureToYaml)[0] ?? '';
const errorOf = (text: string) => {
  const read = procedureFromYaml(text);
  if (read.ok) throw new Error('it was read');
  return read.error;
};

describe('procedures as YAML', () => {
  it.each(shipped.map((procedure) => [procedure.id, procedure] as const))('%s is the same procedure again when it is read back', (_id, procedure) => {
    expect(procedureFromYaml(procedureToYaml(procedure))).toEqual({ ok: true, value: procedure });
  });

  it.each([
    ['a missing wording', (text: string) => text.replace('discreet: Offer another way', 'discreet: ""'), 'Please fill this in'],
    ['an unknown key', (text: string) => text.replace(/(\n *)do: dial/, '$1do: dial$1colour: red'), 'colour'],
    ['an identifier used twice', (text: string) => text.replace('id: say-what-you-can', 'id: slow-and-low'), '"slow-and-low" is used twice'],
    ['a number that is not listed', (text: string) => text.replace('number: lead', 'number: nobody'), 'dials "nobody"'],
    ['a giveaway', (text: string) => text.replace('discreet: Offer another way', 'discreet: Tell the police'), 'says "police"'],
  ])('%s is an error that names its line', (_what, break_, words) => {
    const broken = break_(good);
    expect(broken).not.toBe(good);
    const { message, type } = errorOf(broken);
    expect(type).toBe('ProcedureInvalid');
    expect(message).toContain(words);
    const line = Number(/^Line (\d+), /.exec(message)?.[1]);
    const changed = broken.split('\n').findIndex((text, index) => text !== good.split('\n')[index]) + 1;
    expect(Math.abs(line - changed)).toBeLessThanOrEqual(1);
  });

  it('what is no YAML names its line', () => {
    expect(errorOf(good.replace('numbers:', 'numbers: [')).message).toMatch(/^Line \d+: /);
  });

  it.each([
    ['', 'Line 1: There is nothing in this document.'],
    ['id: a\n\ttitle: b', 'Line 2: Indent with blanks, not with tabs.'],
    ['id: a\nid: b', 'Line 2: This key stands here twice.'],
    ['id: a\n---\nid: b', 'Line 2: A second document begins here; leave it out.'],
    ['id: [a', 'Line 1: Flow sequence in block collection must be sufficiently indented and end with a ].'],
    ['colour: a', 'Line 1, id: This is missing.'],
  ])('what people make of YAML is answered in words that say what to do: %j', (text, message) => {
    expect(errorOf(text).message).toBe(message);
  });

  it('a document that stands within itself ends', () => {
    expect(errorOf('id: &a\n  x: *a').type).toBe('ProcedureInvalid');
    expect(errorOf(`${good.slice(0, good.indexOf('sections:'))}sections:\n  - type: steps\n    id: s\n    title: { discreet: a, full: b }\n    steps: &b\n      - { id: c, wording: { discreet: a, full: b }, steps: *b }\n`).type).toBe('ProcedureInvalid');
  });

  it('a file that was in use before discreet wordings were looked at stays in use', () => {
    const broken = good.replace('discreet: Offer another way', 'discreet: Tell the police');
    expect(procedureFromYaml(broken, { file: 'old.yaml', tolerant: true }).ok).toBe(true);
  });
});
