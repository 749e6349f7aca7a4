import type { WindowLanguage } from '../../contract/language.ts';
import type { Procedure } from '../../contract/procedure.ts';
import { inLanguage } from '../../contract/wordings.ts';

/** What somebody walked through as a reader of this language reads it, as far as it is translated. */
export const readIn = (procedure: Procedure | undefined, language: WindowLanguage): Procedure | undefined => (procedure === undefined ? undefined : inLanguage(procedure, language));
