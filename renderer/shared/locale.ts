import i18next from 'i18next';
import type { WindowLanguage } from '../../main/contract/index.ts';
import { windowLanguageSchema, windowLanguages } from '../../main/contract/index.ts';

/** Where the machine does not say which English, say, it is used to. */
const usualLocales: Readonly<Record<WindowLanguage, string>> = { en: 'en-GB', de: 'de-DE', es: 'es-ES' };

const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** The first language of the machine of which there is a catalogue; English otherwise. */
export const languageOfMachine = (preferred: readonly string[] = navigator.languages): WindowLanguage =>
  preferred.flatMap((tag) => windowLanguages.filter((language) => language === primary(tag)))[0] ?? 'en';

/** The language with the region that the machine is set to: German dates look different in Vienna. */
export const localeOf = (language: WindowLanguage, preferred: readonly string[] = navigator.languages): string => preferred.find((tag) => primary(tag) === language) ?? usualLocales[language];

/** In which the window stands now. */
export const readersLanguage = (): WindowLanguage => windowLanguageSchema.catch('en').parse(i18next.language);

/** By whose rules dates, numbers, lists and sorting are done in the window now: a BCP 47 tag for Intl. */
export const readersLocale = (): string => localeOf(readersLanguage());

/** Names in the reader's order: "Ärztin" beside "Arzt", "Desk 2" before "Desk 10". */
export const compareNames = (one: string, other: string, locale = readersLocale()): number => one.localeCompare(other, locale, { numeric: true });

/** "1,234" or "1.234". */
export const formatNumber = (value: number, options: Intl.NumberFormatOptions = {}, locale = readersLocale()): string => new Intl.NumberFormat(locale, options).format(value);

/** "12.4" or "12,4", always with one decimal. */
export const formatTenths = (value: number): string => formatNumber(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
