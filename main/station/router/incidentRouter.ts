import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../contract/index.ts';
import { actor, type Access, type CallContext } from '../access.ts';
import { give } from '../answers.ts';
import type { Changes } from '../changes.ts';
import { discardDraft } from '../record/discardDraft.ts';

/** The contract's calls on records: writing, reading, following up, reviewing, erasing. */
export const createIncidentRouter = ({ changing, watching, whoMay }: Access, changes: Changes): Router<Contract['incident'], CallContext> => {
  const it = implement(contract.incident).$context<CallContext>();
  return it.router({
    list: it.list.handler(({ context }) => [...whoMay('read-records', context.door).incidents.list()]),
    watchList: it.watchList.handler(({ context, signal }) => changes.watch(['incidents', 'session'], () => [...watching('read-records', context.door).incidents.list()], signal)),
    get: it.get.handler(({ input, context }) => give(whoMay('read-records', context.door).incidents.get(input.id))),
    drafts: it.drafts.handler(({ context }) => [...whoMay('read-records', context.door).incidents.drafts()]),
    watchDrafts: it.watchDrafts.handler(({ context, signal }) => changes.watch(['drafts', 'session'], () => [...watching('read-records', context.door).incidents.drafts()], signal)),
    openDraft: it.openDraft.handler(({ input, context }) => give(whoMay('write-records', context.door).incidents.openDraft(input.alarm, input.language))),
    saveDraft: it.saveDraft.handler(({ input, context }) => give(whoMay('write-records', context.door).incidents.saveDraft(input))),
    discardDraft: it.discardDraft.handler(async ({ input, context }) => {
      const station = whoMay('write-records', context.door);
      return give(await discardDraft(station, input.id, 'mistake', actor(station, context.door)));
    }),
    file: it.file.handler(changing('write-records', ({ incidents }, input, by) => incidents.file(input, by))),
    amend: it.amend.handler(changing('write-records', ({ incidents }, input, by) => incidents.amend(input.id, input.text, by))),
    followUps: it.followUps.handler(({ context }) => [...whoMay('read-records', context.door).followUps.open()]),
    watchFollowUps: it.watchFollowUps.handler(({ context, signal }) => changes.watch(['incidents', 'session'], () => [...watching('read-records', context.door).followUps.open()], signal)),
    addFollowUp: it.addFollowUp.handler(changing('write-records', ({ followUps }, input, by) => followUps.add(input, by))),
    finishFollowUp: it.finishFollowUp.handler(changing('write-records', ({ followUps }, input, by) => followUps.finish(input, by))),
    reopenFollowUp: it.reopenFollowUp.handler(changing('write-records', ({ followUps }, input, by) => followUps.reopen(input, by))),
    reassignFollowUp: it.reassignFollowUp.handler(changing('write-records', ({ followUps }, input, by) => followUps.reassign(input, by))),
    comment: it.comment.handler(changing('review-records', ({ recordReviews }, input, by) => recordReviews.comment(input, by))),
    ask: it.ask.handler(changing('review-records', ({ recordReviews }, input, by) => recordReviews.ask(input, by))),
    answer: it.answer.handler(changing('write-records', ({ recordReviews }, input, by) => recordReviews.answer(input, by))),
    closeReview: it.closeReview.handler(changing('review-records', ({ recordReviews }, input, by) => recordReviews.close(input, by))),
    reopenReview: it.reopenReview.handler(changing('review-records', ({ recordReviews }, input, by) => recordReviews.reopen(input, by))),
    erase: it.erase.handler(({ input, context }) => {
      const station = whoMay('erase-records', context.door);
      return [...give(station.erasures.eraseIncident(input, actor(station, context.door)))];
    }),
    erasures: it.erasures.handler(({ context }) => [...whoMay('read-records', context.door).erasures.list()]),
  });
};
