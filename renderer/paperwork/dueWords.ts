import type { FollowUp } from '../../main/contract/index.ts';
import { today } from '../people/days.ts';

export const isOverdue = ({ due, done }: Pick<FollowUp, 'due' | 'done'>, now = new Date()): boolean => !done && due !== null && due < today(now);
