import type { StationClient } from '../../contract/index.ts';
import type { Terminal } from '../terminal.ts';

/** What there is to say of a station that came up; null where there is none. */
export interface Facts {
  readonly station: string | null;
  readonly site: string | null;
  readonly listening: string | null;
  readonly window: string | null;
  /** Of the process that is the station; null where another program holds it (Electron). */
  readonly pid: number | null;
}

export const factsOf = async (client: StationClient, window: string | null): Promise<Omit<Facts, 'pid'>> => {
  const { phase } = await client.setup.state();
  const status = phase === 'ready' ? await client.site.status() : null;
  return { station: status?.station ?? null, site: status?.site ?? null, listening: status?.listening ?? null, window };
};

/** Says that the station is up: with --json the facts in one line. `shown`: its window opens by itself. */
export const announce = (terminal: Terminal, facts: Facts, shown: boolean): void => {
  const { station, site, listening, window } = facts;
  const lines = [
    station === null ? 'This station belongs to no site yet.' : `${station} of ${site} is up.`,
    ...(listening === null ? [] : [`The other stations reach it at ${listening}.`]),
    ...(window === null ? [] : [`${shown ? 'The window opens in the browser. By hand:' : 'Open the window in a browser on this computer:'} ${window}`, 'That address works once; `quietbell open` prints another.']),
    ...(station === null && window === null ? ['Stop it, and type `quietbell site create` or `quietbell join`.'] : []),
    'Ctrl-C stops it.',
  ];
  terminal.answer(facts, lines.join('\n'));
};
