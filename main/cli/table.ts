/** Rows under headings, in columns as wide as their longest entry; two spaces apart, nothing at the ends of lines. */
export const formatTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines.map((line) => line.map((entry, column) => entry.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
};

/** A moment of the contract in this machine's time zone: `2026-11-24 07:14:58`. */
export const formatMoment = (moment: string): string => new Date(moment).toLocaleString('sv-SE');

/** `340 KB`, `12.4 MB`. */
export const formatBytes = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
