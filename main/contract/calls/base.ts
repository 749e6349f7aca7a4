import { oc } from '@orpc/contract';
import { z } from 'zod';
import { subjectIdSchema } from '../common.ts';
import { problemSchema } from '../problem.ts';

/** What each call begins with: expected failures arrive as this one typed error. */
export const base = oc.errors({ PROBLEM: { status: 422, data: problemSchema } });
export const nothing = z.void();
export const byAlarm = z.strictObject({ alarm: subjectIdSchema });
export const byId = z.strictObject({ id: subjectIdSchema });
