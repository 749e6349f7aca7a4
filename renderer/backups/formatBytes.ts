import { readersLocale } from '../shared/locale.ts';

/** "340 kB", "12.4 MB", "8.1 GB". */
export const formatBytes = (bytes: number, locale = readersLocale()): string => {
  const [unit, divisor] = bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : bytes < 1_000_000_000 ? (['megabyte', 1_000_000] as const) : (['gigabyte', 1_000_000_000] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / divisor);
};
