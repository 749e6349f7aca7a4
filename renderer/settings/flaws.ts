import type { z } from 'zod';

/** Why something cannot be saved as it is, by field: `name`, `settings.host`, `steps.0.after`. */
export interface Flaw {
  readonly path: string;
  readonly code: 'missing' | 'too-small' | 'too-big' | 'other';
  readonly limit: number | null;
  readonly message: string;
}

/** What a schema says, in the few cases for which the forms have words of their own. `isEmpty` tells fields in which nothing is typed. */
export const flawsOf = (error: z.ZodError, isEmpty: (path: string) => boolean = () => false): readonly Flaw[] =>
  error.issues.map((issue): Flaw => {
    const path = issue.path.join('.');
    const { message } = issue;
    if (isEmpty(path) || issue.code === 'invalid_type' || (issue.code === 'too_small' && issue.origin !== 'number')) return { path, code: 'missing', limit: null, message };
    if (issue.code === 'too_small') return { path, code: 'too-small', limit: Number(issue.minimum), message };
    if (issue.code === 'too_big' && issue.origin === 'number') return { path, code: 'too-big', limit: Number(issue.maximum), message };
    return { path, code: 'other', limit: null, message };
  });

/** The flaw of one field, also where it lies in one of its lines. */
export const flawAt = (flaws: readonly Flaw[], path: string): Flaw | undefined => flaws.find((flaw) => flaw.path === path || flaw.path.startsWith(`${path}.`));
