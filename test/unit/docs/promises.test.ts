import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const page = readFileSync(`${root}docs/promises.md`, 'utf8');

/** `| what is broken | `file`: the words of the test |` */
const named = [...page.matchAll(/^\| .+ \| `(?<file>test\/[^`]+)`: (?<words>.+) \|$/gm)].map(({ groups }) => ({ file: groups?.['file'] ?? '', words: groups?.['words'] ?? '' }));

describe('the page of promises', () => {
  it('names tests for each of the five', () => {
    const chapters = page.split(/^## /m).slice(1);
    expect(chapters.map((chapter) => chapter.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.']);
    for (const chapter of chapters) expect(chapter).toMatch(/`test\/.+\.test\.ts`: /);
  });

  it.each(named)('$words', ({ file, words }) => {
    expect(existsSync(root + file)).toBe(true);
    expect(readFileSync(root + file, 'utf8')).toContain(words);
  });
});
