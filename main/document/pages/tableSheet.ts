import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { sheet, tableSection, textSection, title, type Maker } from './sheet.ts';

/** A part of a plain document: a paragraph, or a table under its heading. */
export type SheetPart = { readonly heading: string; readonly text: string } | { readonly heading: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

export interface PlainSheet {
  readonly title: string;
  /** What it covers: a span of time, a filter. */
  readonly under: string;
  readonly parts: readonly SheetPart[];
}

/** Any page of headings, paragraphs and tables: reports, registers, letters. */
export const tableSheet = (made: Maker, { title: name, under, parts }: PlainSheet): TDocumentDefinitions =>
  sheet(made, name, [title(name, under), ...parts.flatMap((part): Content[] => 'text' in part ? textSection(part.heading, part.text) : [tableSection(part.heading, part.columns, part.columns.map(() => '*' as const), part.rows)])]);
