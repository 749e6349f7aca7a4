import { flawsOfProcedure, procedureSchema } from '../../main/contract/index.ts';
import type { Procedure } from '../../main/contract/index.ts';
import { flawsOf } from '../settings/flaws.ts';
import type { Document } from './outline.ts';

/** Why a procedure cannot be published yet. `words` are those that give the desk away. */
export interface DocumentFlaw {
  readonly path: string;
  readonly kind: 'missing' | 'few' | 'twice' | 'number' | 'deep' | 'giveaway' | 'other';
  readonly words: string;
}

export type CheckedDocument = { readonly ok: true; readonly procedure: Procedure } | { readonly ok: false; readonly flaws: readonly DocumentFlaw[] };

export const checkDocument = (document: Document): CheckedDocument => {
  const parsed = procedureSchema.safeParse(document);
  const shape = parsed.success ? [] : flawsOf(parsed.error).map(({ path, code, message }): DocumentFlaw => ({ path, kind: isList(path) ? 'few' : code === 'missing' ? 'missing' : 'other', words: message }));
  const flaws = [...shape, ...flawsOfProcedure(document).map(({ path, kind, what }): DocumentFlaw => ({ path, kind, words: what }))];
  return parsed.success && flaws.length === 0 ? { ok: true, procedure: parsed.data } : { ok: false, flaws };
};

const isList = (path: string): boolean => /(^|\.)(steps|answers|cues|sections)$/.test(path);
