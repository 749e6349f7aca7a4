import type { MadeFile } from '../../contract/export.ts';
import type { WindowLanguage } from '../../contract/language.ts';
import type { NoticeLetter, PersonInput } from '../../contract/person.ts';
import { done, type Result } from '../../contract/problem.ts';
import type { DocumentThread } from '../../document/documentThread.ts';
import type { FileOrder } from '../../document/fileOrder.ts';
import { composeNoticeLetter } from '../../document/noticeLetter.ts';
import { createWording } from '../../document/wording.ts';
import type { AuditList } from '../site/auditList.ts';
import { ownFile, type StationContext } from '../context.ts';
import { documentLanguage } from '../documentLanguage.ts';
import type { Letters } from './letters.ts';
import { madeFile } from '../madeFile.ts';
import { dayOf } from './personFiles.ts';
import { personUnknown } from './personProblems.ts';
import type { PersonCaller, Persons } from './persons.ts';

/** Papers that are handed to somebody. Nothing is handed out of which no word can be written down: `LedgerUnwritable`. */
export interface Handouts {
  /** The program's own notice letter, with what stands in braces still to be filled in. */
  readonly standardLetter: (language: WindowLanguage | undefined) => string;
  /** `PersonUnknown`, also where there is no such ban. */
  readonly letter: (input: PersonInput<'noticeLetter'>, caller: PersonCaller) => Result<NoticeLetter>;
  /** As PDF. `ExportRunning`, `ExportFailed`. */
  readonly letterPdf: (input: PersonInput<'noticeLetter'>, caller: PersonCaller) => Promise<Result<MadeFile>>;
  /** Everything held on a person, as PDF. `PersonUnknown`, `ExportRunning`, `ExportFailed`. */
  readonly accessPdf: (input: PersonInput<'exportPdf'>, caller: PersonCaller) => Promise<Result<MadeFile>>;
}

export interface HandoutsDependencies {
  readonly context: StationContext;
  readonly siteName: () => string;
  readonly persons: Pick<Persons, 'get' | 'exportFile'>;
  readonly letters: Pick<Letters, 'notice'>;
  readonly audit: Pick<AuditList, 'note'>;
  readonly documents: DocumentThread;
}

export const createHandouts = ({ context, siteName, persons, letters, audit, documents }: HandoutsDependencies): Handouts => {
  const { clock } = context;
  const languageFor = (wanted: WindowLanguage | undefined): WindowLanguage => documentLanguage(context, wanted);

  /** The name of a file names nobody: it stands in folders and lists of downloads. */
  const make = async (name: string, order: FileOrder): Promise<Result<MadeFile>> => {
    const made = await documents.make(order);
    return made.ok ? done(madeFile(`${name}-${dayOf(clock.now())}.pdf`, 'application/pdf', made.value)) : made;
  };

  const letter: Handouts['letter'] = ({ person: id, ban: wanted, language }, caller) => {
    const person = persons.get(id, caller);
    if (!person.ok) return person;
    const ban = person.value.bans.find((each) => each.id === wanted);
    if (ban === undefined) return personUnknown();
    return done(composeNoticeLetter(createWording(languageFor(language)), { site: siteName(), today: dayOf(clock.now()), person: person.value, ban, template: letters.notice() }));
  };

  return {
    standardLetter: (language) => createWording(languageFor(language)).words.person.letter.standard,
    letter,
    letterPdf: async (input, caller) => {
      const composed = letter(input, caller);
      if (!composed.ok) return composed;
      const noted = audit.note('letter-made', input.person, caller.staff);
      return noted.ok ? make('letter', { type: 'letter', language: languageFor(input.language), letter: composed.value }) : noted;
    },
    accessPdf: async ({ person, withhold, language }, caller) => {
      const access = persons.exportFile({ person, withhold }, caller);
      return access.ok ? make('held-on-file', { type: 'access', language: languageFor(language), station: ownFile(context).name, access: access.value }) : access;
    },
  };
};
