import { describe, expect, it } from 'vitest';
import { formatTable } from '../../../main/cli/table.ts';

describe('a table for people', () => {
  it('has aligned columns and no blanks at the ends of lines', () => {
    expect(formatTable(['STATION', 'STATE'], [['Desk 2', 'ok'], ["Children's desk", '']])).toBe("STATION          STATE\nDesk 2           ok\nChildren's desk");
  });

  it('is its headings alone when there are no rows', () => {
    expect(formatTable(['A', 'B'], [])).toBe('A  B');
  });
});
