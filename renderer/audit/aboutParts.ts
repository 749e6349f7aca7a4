import type { AuditEntry } from '../../main/contract/index.ts';

/** What an entry is about, as far as it is more than a name: a station writes it down in few letters for whoever reads it in whatever language. */
export type AboutParts =
  | { readonly what: 'records'; readonly format: string; readonly count: number }
  | { readonly what: 'report'; readonly format: string; readonly months: string }
  | { readonly what: 'kind'; readonly kind: ErasedKind }
  | { readonly what: 'day'; readonly day: string }
  | { readonly what: 'version'; readonly name: string; readonly version: string }
  | { readonly what: 'name'; readonly name: string };

const erasedKinds = ['incident', 'attachment', 'person', 'alarm', 'run', 'alone', 'staff', 'view'] as const;
type ErasedKind = (typeof erasedKinds)[number];

export const aboutParts = ({ action, about }: Pick<AuditEntry, 'action' | 'about'>): AboutParts => {
  const [first = '', second = ''] = /^(\S+) (.+)$/.exec(about)?.slice(1) ?? [];
  if (action === 'records-exported' && /^\d+$/.test(second)) return { what: 'records', format: first.toUpperCase(), count: Number(second) };
  if (action === 'report-made' && second !== '') return { what: 'report', format: first.toUpperCase(), months: second };
  if (action === 'rota-changed' && /^\d{4}-\d{2}-\d{2}$/.test(about)) return { what: 'day', day: about };
  if (action === 'procedure-published' && /^\d+$/.test(second)) return { what: 'version', name: first, version: second };
  const kind = erasedKinds.find((known) => known === about);
  return action === 'record-erased' && kind !== undefined ? { what: 'kind', kind } : { what: 'name', name: about };
};
