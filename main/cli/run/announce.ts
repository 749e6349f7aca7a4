import type { StationClient } from '../../contract/index.ts';
import type { Terminal } from '../terminal.ts';

/** Says that the station is up: with --json one line `{station, site, listening, window}`, each null where there is none. */
export const announce = async (terminal: Terminal, client: StationClient, window: string | null, shown: boolean): Promise<void> => {
  const { phase } = await client.setup.state();
  const status = phase === 'ready' ? await client.site.status() : null;
  const facts = { station: status?.station ?? null, site: status?.site ?? null, listening: status?.listening ?? null, window };
  const lines = [
    status === null ? 'This station belongs to no site yet.' : `${status.station} of ${status.site} is up.`,
    ...(facts.listening === null ? [] : [`The other stations reach it at ${facts.listening}.`]),
    ...(window === null ? [] : [`${shown ? 'The window opens in the browser. By hand:' : 'Open the window in a browser on this computer:'} ${window}`, 'That address works once; `quietbell open` prints another.']),
    ...(status === null && window === null ? ['Stop it, and type `quietbell site create` or `quietbell join`.'] : []),
    'Ctrl-C stops it.',
  ];
  terminal.answer(facts, lines.join('\n'));
};
