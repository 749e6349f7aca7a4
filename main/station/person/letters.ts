import type { StaffReference } from '../../contract/alarm.ts';
import { done, type Result } from '../../contract/problem.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { byWhom, type StationContext } from '../context.ts';

/** The letter that tells somebody of their ban, in the site's own words. */
export interface Letters {
  /** Null while the site has none of its own. */
  readonly notice: () => string | null;
  readonly changeNotice: (text: string | null, staff: StaffReference | null) => Result<void>;
}

const noticeSubject = subjectOf('letter', 'notice');

export const createLetters = (context: StationContext): Letters => ({
  notice: () => context.ledger.state('letter', noticeSubject)?.text ?? null,
  changeNotice: (text, staff) => {
    const appended = context.ledger.append([{ kind: 'NoticeLetterChanged', subject: noticeSubject, body: { text, ...byWhom(context, staff) } }]);
    return appended.ok ? done(undefined) : appended;
  },
});
