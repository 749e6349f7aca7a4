import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../../main/document/csv.ts';

const read = (csv: string): string[][] => parse(csv, { bom: true });

describe('a table for a spreadsheet', () => {
  test('comes back cell by cell, whatever is written in it', () => {
    const rows = [
      ['He said "stop", twice', 'two\r\nlines\nand a third', 'semi;colon'],
      ['Grüße, Ωμέγα, 日本, 🙂', '', '   spaces   '],
    ];
    expect(read(toCsv(['one', 'two, with a comma', 'three'], rows))).toEqual([['one', 'two, with a comma', 'three'], ...rows]);
  });

  test('says that it is UTF-8, and ends each row as RFC 4180 says', () => {
    expect(toCsv(['a', 'b'], [['1', 'é']])).toBe('\uFEFFa,b\r\n1,é\r\n');
  });

  test.each(['=1+1', '=HYPERLINK("https://example.org","here")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1'])('never holds a formula: %j', (text) => {
    const [[title] = [], [cell] = []] = read(toCsv([text], [[text]]));
    expect([title, cell]).toEqual([`'${text}`, `'${text}`]);
  });

  test('leaves numbers as numbers, and what is not there empty', () => {
    expect(read(toCsv(['a', 'b', 'c'], [[-5, 0, null]]))).toEqual([['a', 'b', 'c'], ['-5', '0', '']]);
  });
});
