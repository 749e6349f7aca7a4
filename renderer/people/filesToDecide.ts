import type { PersonLine } from '../../main/contract/index.ts';

/** How many files on people wait for somebody who decides: for approval, and for the review of this quarter; how many of those reviews are late. */
export interface FilesToDecide {
  readonly waiting: number;
  readonly due: number;
  readonly late: number;
}

export const filesToDecide = (people: readonly PersonLine[]): FilesToDecide => {
  const files = people.flatMap(({ file }) => (file === null || file.status === 'rejected' ? [] : [file]));
  return { waiting: files.filter(({ waiting }) => waiting).length, due: files.filter(({ review }) => review !== 'later').length, late: files.filter(({ review }) => review === 'overdue').length };
};
