import { useRef } from 'react';
import type { Procedure, Run } from '../../main/contract/index.ts';
import { useCommand, useWatch } from '../shared/connection/hooks.tsx';

const none: readonly Run[] = [];

/** The walk through one procedure, as far as it went. */
export interface Walk {
  /** Undefined until a first step was ticked or a call of this station was open long enough. */
  readonly run: Run | undefined;
  readonly start: () => Promise<void>;
  readonly tick: (step: string, ticked: boolean) => Promise<void>;
  readonly answer: (question: string, answer: string) => Promise<void>;
  readonly end: () => Promise<void>;
  readonly failed: boolean;
}

/** `alarm`: the own open one, which a new run is linked to; another run than its own is not shown meanwhile. */
export const useRun = (procedure: Procedure, alarm: string | null): Walk => {
  const runs = useWatch('runs', (client, signal) => client.procedure.watchRuns(undefined, { signal })) ?? none;
  const run = runs.findLast((candidate) => candidate.procedure === procedure.id && (alarm === null || candidate.alarm === alarm));
  const starting = useRef<{ readonly alarm: string | null; readonly run: Promise<string | null> } | null>(null);

  const begin = useCommand((client) => client.procedure.start({ procedure: procedure.id, alarm }));
  const tick = useCommand((client, input: { run: string; step: string; ticked: boolean }) => client.procedure.tick(input));
  const answer = useCommand((client, input: { run: string; question: string; answer: string }) => client.procedure.answer(input));
  const end = useCommand((client, input: { run: string }) => client.procedure.end(input));

  /** The run to write to. Two quick ticks before the first answer of the station share one. */
  const ensure = async (): Promise<string | null> => {
    if (run !== undefined) return run.id;
    if (starting.current?.alarm !== alarm) {
      starting.current = { alarm, run: begin.run().then((started) => (started.ok ? started.value.id : null)) };
    }
    const id = (await starting.current?.run) ?? null;
    starting.current = null;
    return id;
  };

  return {
    run,
    start: async () => {
      await ensure();
    },
    tick: async (step, ticked) => {
      const id = await ensure();
      if (id !== null) await tick.run({ run: id, step, ticked });
    },
    answer: async (question, given) => {
      const id = await ensure();
      if (id !== null) await answer.run({ run: id, question, answer: given });
    },
    end: async () => {
      if (run !== undefined) await end.run({ run: run.id });
    },
    failed: [begin, tick, answer, end].some(({ problem }) => problem !== null),
  };
};
