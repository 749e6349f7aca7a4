import type { Board } from '../../contract/station.ts';
import type { Event } from '../event/catalogue.ts';
import { withoutDoer } from '../event/withoutDoer.ts';

export const emptyBoard: Board = { hours: [], rota: [], numbers: [], notices: [] };

/** The public noticeboard; newest notice first. */
export const foldBoard = (events: readonly Event[]): Board => {
  let board = emptyBoard;
  for (const event of events) {
    if (event.kind === 'BoardChanged') board = { ...board, ...withoutDoer(event.body) };
    if (event.kind === 'NoticePosted') board = { ...board, notices: [{ ...withoutDoer(event.body), at: new Date(event.wall).toISOString() }, ...board.notices] };
    if (event.kind === 'NoticeRemoved') board = { ...board, notices: board.notices.filter((notice) => notice.id !== event.body.id) };
  }
  return board;
};
