import type { WindowLanguage } from '../contract/language.ts';
import { german } from './words/words.de.ts';
import { english, type Words } from './words/words.en.ts';
import { spanish } from './words/words.es.ts';

/** How a document speaks to its reader: the words, and dates and figures by the rules of the language. */
export interface Wording {
  readonly words: Words;
  /** A BCP 47 tag. */
  readonly locale: string;
  /** On the wall where this is made, with its zone: a court may read it somewhere else. */
  readonly localTime: (at: string) => string;
  /** A day of the calendar, `2026-11-30`. What is none stays as it was written. */
  readonly day: (day: string) => string;
  /** A month, `2026-11`. */
  readonly month: (month: string) => string;
  /** Monday first. */
  readonly weekdays: readonly string[];
  /** With one decimal. */
  readonly tenths: (value: number) => string;
  readonly figure: (value: number) => string;
}

const catalogues: Readonly<Record<WindowLanguage, { readonly words: Words; readonly locale: string }>> = {
  en: { words: english, locale: 'en-GB' },
  de: { words: german, locale: 'de-DE' },
  es: { words: spanish, locale: 'es-ES' },
};

export const createWording = (language: WindowLanguage): Wording => {
  const { words, locale } = catalogues[language];
  const moments = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' });
  // A day has no zone: noon of UTC is on it.
  const days = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const figures = new Intl.NumberFormat(locale);
  return {
    words,
    locale,
    localTime: (at) => moments.format(new Date(at)),
    day: (day) => (isDay(day) ? days.format(new Date(`${day}T12:00:00Z`)) : day),
    month: (month) => months.format(new Date(`${month}-15T12:00:00Z`)),
    // 2 November 2026 is a Monday.
    weekdays: Array.from({ length: 7 }, (_, day) => weekdays.format(Date.UTC(2026, 10, 2 + day, 12))),
    tenths: (value) => tenths.format(value),
    figure: (value) => figures.format(value),
  };
};

/** A field that was retired may hold anything. */
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export const who = ({ staff, station }: { readonly staff: string | null; readonly station: string }): string => (staff === null ? station : `${staff} (${station})`);

export const universalTime = (at: string): string => at.replace('T', ' ').replace('Z', '');
