import type { Finding } from './finding.ts';

const day = 24 * 3_600_000;
/** A certificate is renewed when a third of its year is left: this near its end something has kept it from that for months. */
const worryFrom = 30 * day;

/** @param expires when this station's certificate ends, in milliseconds since the epoch */
export const certificateFindings = (now: number, expires: number): readonly Finding[] => {
  if (expires - now > worryFrom) return [];
  const at = new Date(expires).toISOString().slice(0, 10);
  return [
    {
      key: 'certificate',
      kind: 'network',
      subject: 'certificate',
      message: expires > now ? `The certificate of this station ends on ${at} and could not be renewed.` : `The certificate of this station ended on ${at}; the others hear it all the same, but not for ever.`,
      remedy: 'Start the station that holds the site authority. If it is gone for good, bring the authority back from its printed copy: quietbell authority import.',
      disarms: false,
    },
  ];
};

/** A move of the authority that was begun and not finished: two stations have its key for now. */
export const authorityFindings = (unfinished: boolean): readonly Finding[] =>
  unfinished
    ? [
        {
          key: 'authority',
          kind: 'configuration',
          subject: 'authority',
          message: 'This station was given the site authority and could not write that down yet; for now the station that gave it holds it too.',
          remedy: 'Check the space on the disk and the rights of the data folder.',
          disarms: false,
        },
      ]
    : [];
