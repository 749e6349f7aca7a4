import { z } from 'zod';
import type { Answer } from './stationProcess.ts';

/** The fields that the command line promises; more may stand beside them. */
export const answers = {
  invite: z.object({ code: z.string(), expires: z.iso.datetime() }),
  press: z.object({ alarm: z.uuid() }),
  alarms: z.object({
    alarms: z.array(
      z.object({
        id: z.uuid(),
        level: z.enum(['assist', 'emergency']),
        kind: z.enum(['real', 'drill', 'test']),
        state: z.string(),
        station: z.string(),
        raisedAt: z.iso.datetime(),
        receivedBy: z.array(z.string()),
        acknowledgedBy: z.array(z.string()),
      }),
    ),
  }),
  status: z.object({
    site: z.string(),
    station: z.string(),
    armed: z.boolean(),
    peers: z.array(z.object({ station: z.string(), connected: z.boolean() })),
    devices: z.array(z.object({ name: z.string(), state: z.string() })),
    faults: z.array(z.unknown()),
  }),
  incidents: z.object({ incidents: z.array(z.object({ id: z.uuid(), station: z.string(), filedAt: z.iso.datetime(), title: z.string() })) }),
  verify: z.object({ ok: z.boolean(), events: z.int(), stations: z.int(), problems: z.array(z.unknown()) }),
  file: z.object({ id: z.uuid() }),
  membership: z.object({ site: z.string(), station: z.string() }),
  open: z.object({ window: z.url() }),
};

/** The JSON document of a command that has to have worked. Throws with what it said instead. */
export const answered = <Value>(schema: z.ZodType<Value>, { code, json, stdout, stderr }: Answer): Value => {
  if (code !== 0) throw new Error(`The command failed (${code}): ${stdout}${stderr}`);
  return schema.parse(json);
};
