import { implement } from '@orpc/server';
import type { StaffReference } from '../contract/alarm.ts';
import { contract } from '../contract/index.ts';
import type { Result } from '../contract/problem.ts';
import type { Capability } from '../contract/staff.ts';
import { actor, type Access } from './access.ts';
import { give } from './answers.ts';
import type { Changes } from './changes.ts';
import type { StationParts } from './enrolledStation.ts';
import type { Door } from './station.ts';

interface CallContext {
  readonly door: Door;
}

/** The contract's calls on what comes after a record is filed: what is to be done, and its review. */
export const createPaperworkCalls = ({ whoMay, watching }: Access, changes: Changes) => {
  const it = implement(contract.incident).$context<CallContext>();
  const on =
    <Input>(capability: Capability, run: (station: StationParts, input: Input, staff: StaffReference | null) => Result<void>) =>
    ({ input, context: { door } }: { readonly input: Input; readonly context: CallContext }): void => {
      const station = whoMay(capability, door);
      give(run(station, input, actor(station, door)));
    };
  return {
    followUps: it.followUps.handler(({ context }) => [...whoMay('read-records', context.door).followUps.open()]),
    watchFollowUps: it.watchFollowUps.handler(({ context, signal }) => changes.watch(['incidents', 'session'], () => [...watching('read-records', context.door).followUps.open()], signal)),
    addFollowUp: it.addFollowUp.handler(on('write-records', ({ followUps }, input, staff) => followUps.add(input, staff))),
    finishFollowUp: it.finishFollowUp.handler(on('write-records', ({ followUps }, input, staff) => followUps.finish(input, staff))),
    reopenFollowUp: it.reopenFollowUp.handler(on('write-records', ({ followUps }, input, staff) => followUps.reopen(input, staff))),
    reassignFollowUp: it.reassignFollowUp.handler(on('write-records', ({ followUps }, input, staff) => followUps.reassign(input, staff))),
    comment: it.comment.handler(on('review-records', ({ recordReviews }, input, staff) => recordReviews.comment(input, staff))),
    ask: it.ask.handler(on('review-records', ({ recordReviews }, input, staff) => recordReviews.ask(input, staff))),
    answer: it.answer.handler(on('write-records', ({ recordReviews }, input, staff) => recordReviews.answer(input, staff))),
    closeReview: it.closeReview.handler(on('review-records', ({ recordReviews }, input, staff) => recordReviews.close(input, staff))),
    reopenReview: it.reopenReview.handler(on('review-records', ({ recordReviews }, input, staff) => recordReviews.reopen(input, staff))),
  };
};
