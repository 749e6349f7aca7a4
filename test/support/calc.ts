import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { create } from 'xmlbuilder2';
import { z } from 'zod';

/** What Calc took a cell for: `string`, `float`, `date`; null where it is empty. */
export interface CalcCell {
  readonly type: string | null;
  readonly text: string;
  readonly formula: string | null;
}

/** Null where LibreOffice Calc is there; else why not. */
export const whyNoCalc = (): string | null => (existsSync('/usr/bin/soffice') ? null : 'LibreOffice Calc is not installed: sudo apt-get install --no-install-recommends libreoffice-calc-nogui');

/**
 * Opens a CSV in LibreOffice Calc as somebody does who is careless in its dialog: commas, UTF-8, numbers and dates are looked for, formulas are worked out. Takes some seconds.
 * @returns its rows, as far as something stands in them
 */
export const openInCalc = (folder: string, csv: Uint8Array): readonly (readonly CalcCell[])[] => {
  writeFileSync(join(folder, 'table.csv'), csv);
  const careless = 'Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,0,true';
  // A profile of its own: an office that is open already would take the file over, and answer nothing.
  execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', 'fods', `--infilter=${careless}`, '--outdir', folder, join(folder, 'table.csv')], { stdio: 'pipe' });
  const sheet = create(readFileSync(join(folder, 'table.fods'), 'utf8')).root();
  return sheet.filter(({ node }) => node.nodeName === 'table:table-row', false, true).map((row) => cellsOf(row.node)).filter((cells) => cells.length > 0);
};

type XmlNode = ReturnType<typeof create>['node'];

const cellsOf = (row: XmlNode): CalcCell[] => {
  const cells = [...row.childNodes].filter(({ nodeName }) => nodeName === 'table:table-cell').flatMap((cell) => Array.from({ length: Number(attribute(cell, 'table:number-columns-repeated') ?? 1) }, () => cellOf(cell)));
  return cells.slice(0, cells.findLastIndex(({ type }) => type !== null) + 1);
};

const cellOf = (cell: XmlNode): CalcCell => ({
  type: attribute(cell, 'office:value-type'),
  text: [...cell.childNodes].filter(({ nodeName }) => nodeName === 'text:p').map(textOf).join('\n'),
  formula: attribute(cell, 'table:formula'),
});

/** Tabs and runs of spaces are elements in OpenDocument. */
const textOf = (node: XmlNode): string => {
  if (node.nodeName === 'text:tab') return '\t';
  if (node.nodeName === 'text:s') return ' '.repeat(Number(attribute(node, 'text:c') ?? 1));
  return node.childNodes.length === 0 ? (node.nodeValue ?? '') : [...node.childNodes].map(textOf).join('');
};

const attribute = (node: XmlNode, name: string): string | null => ('getAttribute' in node && typeof node.getAttribute === 'function' ? z.string().nullable().parse(node.getAttribute(name)) : null);
