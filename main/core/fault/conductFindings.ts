import type { Peer } from '../../contract/station.ts';
import type { LinkState, Misconduct } from '../site/lan.ts';
import type { Finding } from './finding.ts';

interface Words {
  /** Continues the name of the station. */
  readonly did: string;
  readonly remedy: string;
}

const leftAlone = 'It is left alone for a minute at a time.';
const heardOnly = 'Its calls are heard, its records wait.';
const foreign = (station: string): string => `Find out who uses ${station} and what runs on it. If it is not in your hands, shut it out: quietbell retire "${station}".`;
const verify = 'Type quietbell verify on both stations. One that was put back from a backup joins the site again in a new data folder.';

/** What happened, what is done about it, and what people should do. A station that hangs or is old does some of this too, so nobody is called a thief. */
const wordsFor: Readonly<Record<Misconduct, (station: string) => Words>> = {
  nonsense: (station) => ({ did: `sent what is no message of Quietbell. ${leftAlone}`, remedy: foreign(station) }),
  outOfTurn: (station) => ({ did: `did not say once, and first, who it is. ${leftAlone}`, remedy: foreign(station) }),
  falseName: (station) => ({ did: `gave another name than its certificate. ${leftAlone}`, remedy: foreign(station) }),
  flood: (station) => ({ did: `sent far more than a station has to say. ${leftAlone}`, remedy: foreign(station) }),
  unasked: (station) => ({ did: `sent or asked for more before what was before was taken, or what nobody asked for. ${leftAlone}`, remedy: foreign(station) }),
  numbers: (station) => ({ did: `confirmed more records than were sent to it. ${leftAlone}`, remedy: foreign(station) }),
  claims: () => ({ did: 'says that it holds records which it does not send.', remedy: 'Type quietbell verify on that station: its ledger may be damaged.' }),
  replay: (station) => ({ did: `sent old records again although it knew that they are here. ${heardOnly}`, remedy: foreign(station) }),
  forgery: () => ({ did: `sent records that were not signed as they stand. ${heardOnly}`, remedy: verify }),
  fork: () => ({ did: 'signed two different records under one number: it was put back from a backup, or lies. Its calls are heard; of its records those are kept that came first.', remedy: 'Let it join the site again in a new data folder, and retire the old one.' }),
  ownFork: () => ({ did: 'holds other records of this station than this station does: one of the two was put back from a backup.', remedy: 'If this one was, let it join the site again in a new data folder, and retire the old one.' }),
  silence: (station) => ({ did: `kept its connection open and sent no whole message for 15 seconds; the connection was ended.`, remedy: `See whether Quietbell hangs on ${station}, and whether the network loses much.` }),
  stall: (station) => ({ did: 'takes nothing of what is sent to it. What it lacks is kept for it.', remedy: `See whether Quietbell hangs on ${station}, and whether its disk is full.` }),
  version: () => ({ did: 'speaks another version of Quietbell, and hears nobody here.', remedy: 'Put the same version on all stations.' }),
};

/** Stations of the site that do not keep to the protocol. Silence is told of where the station is missed, unless it is back already. */
export const conductFindings = (peers: readonly Peer[], links: readonly LinkState[]): readonly Finding[] =>
  links.flatMap((link) =>
    link.misconduct
      .filter((misconduct) => misconduct !== 'silence' || link.connected)
      .map((misconduct): Finding => {
        const name = peers.find(({ id }) => id === link.station)?.station ?? link.station.slice(0, 8);
        const { did, remedy } = wordsFor[misconduct](name);
        return { key: misconduct === 'ownFork' ? 'conduct/ownFork' : `conduct/${misconduct}/${link.station}`, kind: 'peer', subject: name, message: `${name} ${did}`, remedy, disarms: false };
      }),
  );

/** Behind "is not connected". */
export const whyNotConnected = (link: LinkState | undefined): string => (link?.misconduct.includes('silence') === true ? ': it kept its connection open and sent no whole message for 15 seconds.' : '.');
