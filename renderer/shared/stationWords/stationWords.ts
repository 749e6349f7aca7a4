import type { WindowLanguage } from '../../../main/contract/index.ts';
import { readersLanguage } from '../locale.ts';
import { german } from './sentences.de.ts';
import { spanish } from './sentences.es.ts';

/**
 * Problems, faults and what is wrong with a field come from stations as English sentences: the same ones stand in logs, on the command line and in events that
 * stations of every version wrote. Here they are said in the reader's language. A sentence that is not known stays as it is (decision 27).
 */
export const stationWords = (sentence: string, language: WindowLanguage = readersLanguage()): string => {
  if (language === 'en') return sentence;
  return sayIn(catalogues[language], sentence);
};

interface Pattern {
  readonly shape: RegExp;
  readonly names: readonly string[];
  readonly words: string;
}
interface Sentences {
  readonly whole: ReadonlyMap<string, string>;
  /** The one that says most itself comes first. */
  readonly patterns: readonly Pattern[];
}

const placeholder = /\{\{(\w+)\}\}/g;

const prepare = (sentences: Readonly<Record<string, string>>): Sentences => {
  const all = Object.entries(sentences);
  return {
    whole: new Map(all.filter(([english]) => !english.includes('{{'))),
    patterns: all
      .filter(([english]) => english.includes('{{'))
      .toSorted(([one], [other]) => said(other) - said(one))
      .map(([english, words]) => ({
        shape: new RegExp(`^${english.split(/\{\{\w+\}\}/).map((part) => escaped(part)).join('(.+?)')}$`, 'su'),
        names: [...english.matchAll(placeholder)].map(([, name = '']) => name),
        words,
      })),
  };
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

const said = (english: string): number => english.replaceAll(placeholder, '').length;

const catalogues: Readonly<Record<Exclude<WindowLanguage, 'en'>, Sentences>> = { de: prepare(german), es: prepare(spanish) };

const sayIn = (sentences: Sentences, sentence: string): string => {
  const whole = sentences.whole.get(sentence);
  if (whole !== undefined) return whole;
  for (const { shape, names, words } of sentences.patterns) {
    const found = shape.exec(sentence);
    if (found === null) continue;
    // What fills a place may be a sentence itself: how long, or what another one said.
    const values = new Map(names.map((name, index) => [name, sayIn(sentences, found[index + 1] ?? '')]));
    return words.replaceAll(placeholder, (_, name: string) => values.get(name) ?? '');
  }
  return sentence;
};
