/** Every pause and time limit of the LAN in milliseconds, in one place so that tests can shorten them together. */
export interface Timing {
  readonly heartbeat: number;
  /** Without a sign of life for this long a link is over. With the heartbeat before it, under 20 s. */
  readonly silence: number;
  readonly redialFirst: number;
  readonly redialLongest: number;
  /** For reaching an address, TLS and WebSocket handshakes included. */
  readonly dial: number;
  /** From a commit of others' events to telling everybody what is held now. */
  readonly tell: number;
  /** From a commit of others' events to offering them to peers that still lack them. */
  readonly relay: number;
  /** From learning where a station is reached to telling the others: a site that starts tells many in one frame. */
  readonly whereabouts: number;
  /** Between two parts of files on one link. */
  readonly partPause: number;
  /** From finding the line busy, or a peer without the part, to looking again. */
  readonly partRetry: number;
  /** A part that has not come by then is asked for elsewhere as well. */
  readonly partLate: number;
  /** How long a peer that sent what does not verify is left alone. */
  readonly quarantine: number;
  /** Longer than a peer can be left alone: what is not taken, or promised and not sent, for so long is a fault. */
  readonly stall: number;
  /** For a whole enrolment on an open socket. */
  readonly enrolment: number;
  /** How often a station looks whether its certificate is to be renewed. */
  readonly renewalLook: number;
  /** After a station was asked for a certificate and gave none. */
  readonly renewalPause: number;
  /** For another station to keep the authority's key and to say so. */
  readonly handover: number;
  /** For a closing handshake before the socket is simply dropped. */
  readonly close: number;
}

export const defaultTiming: Timing = {
  heartbeat: 5_000,
  silence: 15_000,
  redialFirst: 300,
  redialLongest: 5_000,
  dial: 5_000,
  tell: 100,
  relay: 250,
  whereabouts: 2_000,
  partPause: 10,
  partRetry: 1_000,
  partLate: 30_000,
  quarantine: 60_000,
  stall: 90_000,
  enrolment: 15_000,
  renewalLook: 60_000,
  renewalPause: 3_600_000,
  handover: 15_000,
  close: 2_000,
};
