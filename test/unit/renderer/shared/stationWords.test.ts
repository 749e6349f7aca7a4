import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { incidentReportSchema, pinSchema, stationNameSchema } from '../../../../main/contract/index.ts';
import { peerFindings } from '../../../../main/core/fault/peerFindings.ts';
import { stationWords } from '../../../../renderer/shared/stationWords/stationWords.ts';

test('what a station says is said in the reader’s language, with what it fills in', () => {
  expect(stationWords('That PIN is not right.', 'de')).toBe('Diese PIN stimmt nicht.');
  expect(stationWords('Desk (2) is not connected.', 'es')).toBe('Desk (2) no está conectado.');
  expect(stationWords('Wait 30 seconds, or ask an administrator to set a new PIN.', 'de')).toBe('Warten Sie 30 Sekunden oder bitten Sie die Administration um eine neue PIN.');
});

test('what fills a place is said in that language too, where it is a sentence itself', () => {
  expect(stationWords('The clock of Desk 2 is 3 minutes behind.', 'de')).toBe('Die Uhr von Desk 2 geht 3 Minuten nach.');
  expect(stationWords('Line 3, sections.0: The identifier "a" is used twice.', 'de')).toBe('Zeile 3, sections.0: Die Kennung „a“ kommt zweimal vor.');
  expect(stationWords('Lines 1 and 2 have one person at two desks at once.', 'es')).toBe('Según las líneas 1 y 2, una persona está en dos mostradores a la vez.');
  expect(stationWords('The last backup failed. A backup is being made at this moment.', 'es')).toBe('La última copia falló. En este momento se está haciendo una copia.');
});

test('what nobody has put into words, and whatever is read in English, stays as it was said', () => {
  expect(stationWords('Something that only a newer station says.', 'de')).toBe('Something that only a newer station says.');
  expect(stationWords('That PIN is not right.', 'en')).toBe('That PIN is not right.');
});

/** Every message and remedy that a file can come to, with something in each of its places. */
const saidIn = (path: string): readonly string[] => {
  const tree = ts.createSourceFile(path, readFileSync(fileURLToPath(new URL(`../../../../${path}`, import.meta.url)), 'utf8'), ts.ScriptTarget.Latest, true);
  const said: string[] = [];
  const constants = new Map(tree.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => declarationList.declarations.map((declared) => [declared.name.getText(tree), declared.initializer])));
  /** What an expression can come to; something, where that cannot be told from the file. */
  const readings = (node: ts.Node | undefined): readonly string[] => {
    if (node === undefined) return [];
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isConditionalExpression(node)) return [...readings(node.whenTrue), ...readings(node.whenFalse)];
    if (ts.isTemplateExpression(node)) return node.templateSpans.reduce<readonly string[]>((begun, { expression, literal }) => begun.flatMap((before) => readings(expression).map((filled) => `${before}${filled}${literal.text}`)), [node.head.text]);
    if (ts.isIdentifier(node) && constants.has(node.text)) return readings(constants.get(node.text));
    return ['X'];
  };
  const take = (node: ts.Node | undefined): void => void said.push(...readings(node));
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(tree) === 'failed') for (const argument of node.arguments.slice(1, 3)) take(argument);
    if ((ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && ['message', 'remedy', 'did'].includes(node.name.getText(tree))) take(node.initializer);
    ts.forEachChild(node, look);
  };
  look(tree);
  // What does not begin like a sentence goes on after a name.
  return said.map((words) => (/^(?!quietbell )[a-z]/.test(words) ? `X ${words.replace(/\.$/, '')}.` : words));
};

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const filesIn = (folder: string): readonly string[] => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`);
/** Said on the command line and in logs: to whoever installs, or restores. */
const elsewhere: readonly string[] = ['configuration.ts', 'storage/dataFolder.ts', 'storage/restoreStation.ts', 'procedure/procedureFiles.ts'].map((file) => `main/station/${file}`);
const beside: readonly string[] = [...['clock', 'conduct', 'paper', 'station', 'trigger'].map((what) => `main/core/fault/${what}Findings.ts`), 'main/core/backup/backupFindings.ts', 'main/core/recordForm/formWords.ts', 'main/ledger/attachmentStore.ts', 'main/ledger/backupFiles.ts', 'main/ledger/backupThread.ts', 'main/ledger/createLedger.ts', 'main/ledger/searchThread.ts', 'main/document/documentThread.ts'];
/** Whatever a station can say to a window. */
const spoken = [...filesIn('main/station'), ...beside].filter((path) => !elsewhere.includes(path) && saidIn(path).length > 0);
/** Nothing but what fills its places. */
const isHollow = (sentence: string): boolean => /^X[X ]*(: X+)?\.?$/.test(sentence);

describe('every sentence is known in German and Spanish', () => {
  test('wherever stations say something', () => {
    expect(spoken.length).toBeGreaterThan(30);
  });

  test.each(spoken)('of %s', (path) => {
    const said = saidIn(path).filter((sentence) => sentence !== '' && !isHollow(sentence));
    for (const language of ['de', 'es'] as const) expect(said.filter((sentence) => stationWords(sentence, language) === sentence)).toEqual([]);
  });

  test('of a desk that nobody hears', () => {
    const peer = { id: 'a', station: 'Desk 2', connected: false };
    const said = peerFindings([peer as Parameters<typeof peerFindings>[0][number]], [], []).flatMap(({ message, remedy }) => [message, remedy]);
    expect(said.length).toBe(4);
    for (const language of ['de', 'es'] as const) expect(said.filter((sentence) => stationWords(sentence, language) === sentence)).toEqual([]);
  });

  test('of fields that are filled in wrongly', () => {
    const said = [pinSchema.safeParse('1'), stationNameSchema.safeParse(''), incidentReportSchema.safeParse({ title: '' })].flatMap(({ error }) => error?.issues.filter(({ code }) => code !== 'invalid_type').map(({ message }) => message) ?? []);
    expect(said.length).toBeGreaterThan(2);
    for (const language of ['de', 'es'] as const) expect(said.filter((sentence) => stationWords(sentence, language) === sentence)).toEqual([]);
  });
});
