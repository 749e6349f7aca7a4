import type { OutgoingMessage } from '../../core/channel/message.ts';

/**
 * Extended data of SIA DC-09, for the operator's eyes: `S` the site, `L` the station and its place, `I` what it is. Not every receiver
 * reads it, so nothing that matters stands here alone: account, zone and code say it too.
 */
export const extendedData = ({ kind, site, station, place, subject }: OutgoingMessage): readonly string[] => {
  const mark = { real: '', drill: 'DRILL: ', test: 'TEST: ' }[kind];
  return [`S${fold(site)}`, `L${fold(`${station}, ${place}`)}`, `I${fold(subject.startsWith(mark) ? subject : `${mark}${subject}`)}`];
};

/**
 * The standard allows Windows-1252 here, but receivers are known that miscount it and refuse the frame: ASCII, then, and no character that
 * has a meaning in a frame. At most 256 characters.
 */
export const fold = (text: string): string =>
  text
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('–', '-')
    .replaceAll(/[[\]|"]/g, ' ')
    .replaceAll(/[^\x20-\x7e]/gu, '?')
    .slice(0, 256);
