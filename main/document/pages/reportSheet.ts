import type { Column, Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Report } from '../../contract/report.ts';
import { fewInReport, isEmptyReport, isWithoutCalls, shadesOf, type ReportCell, type ReportFigures } from '../../contract/reportTables.ts';
import { reportSections, type Bars, type ReportSection } from '../reportSections.ts';
import type { Wording } from '../wording.ts';
import { headingOf, ink, printedBy, ruled, sheet, title, type Maker } from './sheet.ts';

/** As on the screen. The second bar is thinner as well, so that the two are told apart in grey. */
const colours = { compared: ['#266577', '#a39c8b'], monthly: ['#266577', '#c08a2d'] } as const;
/** From nothing to the most, with the colour of the figure on it. */
const shades = [['#ffffff', ink.soft], ['#dbe8eb', ink.text], ['#93bcc6', ink.text], ['#38788a', '#ffffff'], ['#14434f', '#ffffff']] as const;
/** Points; less where many figures stand beside. */
const barWidth = { few: 112, many: 68 } as const;
const figureWidth = { few: 58, many: 50 } as const;

/** A report on paper: each table with its bars beside the figures. */
export const reportSheet = (wording: Wording, made: Maker, report: Report, categories: Readonly<Record<string, string>>): TDocumentDefinitions => {
  const { words, month } = wording;
  const own = words.report;
  const span = ({ from, to }: Report['period']): string => (from === to ? month(from) : own.span(month(from), month(to)));
  const period = span(report.period);
  return sheet(wording, { site: made.site, title: `${own.title}, ${period}`, foot: printedBy(wording, made) }, [
    title(`${own.title}, ${period}`, own.compared(span(report.before))),
    { text: own.explanation },
    ...(isEmptyReport(report) ? [{ text: own.empty, bold: true, margin: [0, 12, 0, 0] } satisfies Content] : [{ text: own.fewHint(fewInReport), color: ink.soft, margin: [0, 4, 0, 0] } satisfies Content, ...reportSections(wording, report, categories).map((section) => sectionOf(wording, section, isNothing(report, section)))]),
  ]);
};

/** Calls to which nobody came have no times, and are told of all the same. */
const isNothing = (report: Report, { id, bars }: ReportSection): boolean => (id === 'response' ? isWithoutCalls(report) : bars !== null && bars.rows.flat().every((count) => count === 0));

const sectionOf = (wording: Wording, { id, title: heading, figures, bars }: ReportSection, isWithout: boolean): Content => {
  const { report: own } = wording.words;
  if (isWithout) return { stack: [headingOf(heading), { text: own.none, color: ink.soft }], unbreakable: true };
  const content: Content[] = id === 'hours' ? [{ text: own.hours.hint, color: ink.soft, fontSize: 8.5, margin: [0, 0, 0, 4] }, hourMap(figures)] : [...(bars === null ? [] : [legend(bars)]), tableOf(wording, figures, bars)];
  // What is longer than this goes on to another page, with its heads.
  return { stack: [headingOf(heading), ...content], unbreakable: figures.rows.length <= 24 };
};

const legend = ({ kind, first, second }: Bars): Content => ({
  columns: [first, second].flatMap((text, index): Column[] => [
    { canvas: [{ type: 'rect', x: 0, y: index === 0 ? 1 : 2.5, w: 9, h: index === 0 ? 7 : 4, color: colours[kind][index === 0 ? 0 : 1] }], width: 13 },
    { text, width: 'auto', color: ink.soft },
    { text: '', width: 14 },
  ]),
  fontSize: 8.5,
  margin: [0, 0, 0, 3],
});

const tableOf = (wording: Wording, { columns, rows }: ReportFigures, bars: Bars | null): Content => {
  const [what = '', ...heads] = columns;
  const room = heads.length > 4 ? 'many' : 'few';
  const head = (text: string, column: number): TableCell => ({ text, bold: true, color: ink.soft, fontSize: 8.5, alignment: column === 0 ? 'left' : 'right' });
  const body = rows.map((row, index): TableCell[] => {
    const [name, ...figures] = row.map((cell, column): TableCell => ({ text: textOf(wording, cell), alignment: column === 0 ? 'left' : 'right' }));
    return [name ?? '', ...(bars === null ? [] : [pair(bars, index, barWidth[room])]), ...figures];
  });
  return {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: ['*', ...(bars === null ? [] : [barWidth[room]]), ...heads.map(() => figureWidth[room])], body: [[head(what, 0), ...(bars === null ? [] : ['']), ...heads.map((text, column) => head(text, column + 1))], ...body] },
    layout: { ...ruled, hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 0 : 0.5) },
    fontSize: 9,
  };
};

const pair = ({ kind, rows }: Bars, row: number, longest: number): TableCell => {
  const [first, second] = rows[row] ?? [0, 0];
  const most = Math.max(...rows.flat()) || 1;
  const lengthOf = (figure: number): number => (longest * figure) / most;
  return {
    canvas: [
      { type: 'rect', x: 0, y: 1, w: lengthOf(first), h: 5.5, color: colours[kind][0] },
      { type: 'rect', x: 0, y: 7.5, w: lengthOf(second), h: 3, color: colours[kind][1] },
    ],
  };
};

const textOf = ({ figure }: Wording, { value, shown, few }: ReportCell): string => `${shown ?? (typeof value === 'number' ? figure(value) : (value ?? '–'))}${few === true ? '*' : ''}`;

/** A square an hour of the week, the darker the more. */
const hourMap = ({ columns, rows }: ReportFigures): Content => {
  const counts = rows.map((row) => row.slice(1).map(({ value }) => (typeof value === 'number' ? value : 0)));
  const darkness = shadesOf(counts);
  const [weekday = '', ...hours] = columns;
  const small: CustomTableLayout = { hLineWidth: () => 1, vLineWidth: () => 1, hLineColor: () => '#ffffff', vLineColor: () => '#ffffff', paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 3, paddingBottom: () => 3 };
  return {
    table: {
      widths: [62, ...hours.map(() => '*' as const)],
      body: [
        [{ text: weekday, color: ink.soft, bold: true }, ...hours.map((text): TableCell => ({ text, color: ink.soft, alignment: 'center' }))],
        ...rows.map((row, day): TableCell[] => [
          { text: String(row[0]?.value ?? '') },
          ...(counts[day] ?? []).map((count, hour): TableCell => {
            const [fillColor, color] = shades[darkness[day]?.[hour] ?? 0] ?? shades[0];
            return { text: String(count), alignment: 'center', fillColor, color };
          }),
        ]),
      ],
    },
    layout: small,
    fontSize: 7.5,
  };
};
