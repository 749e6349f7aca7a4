import type { Log } from '../../../main/core/environment.ts';
import { done } from '../../../main/contract/problem.ts';
import type { EnrolledStation, InvitationSecret, InvitationStore, Papers, StationIdentity } from '../../../main/core/site/identity.ts';
import { mostWrongProofs } from '../../../main/core/site/identity.ts';
import type { Roster } from '../../../main/core/site/lan.ts';
import { createAuthority, issueStationCertificate, makeStationKeys } from '../../../main/lan/authority.ts';
import type { Authority } from '../../../main/lan/authority.ts';

/** What a station logged, for tests that ask whether a warning was given. */
export interface MemoryLog extends Log {
  readonly lines: readonly { readonly level: string; readonly message: string; readonly facts: object }[];
}

export const createMemoryLog = (): MemoryLog => {
  const lines: { level: string; message: string; facts: object }[] = [];
  const at = (level: string) => (facts: object, message: string) => void lines.push({ level, message, facts });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};

export const createMemoryRoster = (stations: readonly EnrolledStation[]): Roster => {
  const byId = new Map(stations.map((station) => [station.id, station]));
  const addresses = new Map<string, readonly string[]>();
  return {
    list: () => [...byId.values()],
    add: (station) => void byId.set(station.id, station),
    addresses: () => addresses,
    learnAddresses: (station, learnt) => void addresses.set(station, learnt),
  };
};

export const createMemoryInvitations = (): InvitationStore & { readonly all: () => readonly InvitationSecret[] } => {
  const byId = new Map<string, InvitationSecret>();
  const change = (id: string, changes: Partial<InvitationSecret>) => {
    const invitation = byId.get(id);
    if (invitation !== undefined) byId.set(id, { ...invitation, ...changes });
  };
  return {
    all: () => [...byId.values()],
    add: (invitation) => void byId.set(invitation.id, invitation),
    find: (id) => byId.get(id),
    use: (id) => {
      if (byId.get(id)?.used !== false) return false;
      change(id, { used: true });
      return true;
    },
    fail: (id) => change(id, { failures: (byId.get(id)?.failures ?? 0) + 1 }),
    anyOpen: (now) => [...byId.values()].some((invitation) => !invitation.used && invitation.expires > now && invitation.failures < mostWrongProofs),
  };
};

/** Papers in memory: whoever has the authority's key holds the authority. */
export const createMemoryPapers = (first: StationIdentity): Papers => {
  let identity = first;
  return {
    identity: () => identity,
    authorityKey: () => identity.authorityKey,
    keepRenewed: ({ certificate, tlsKey }) => void (identity = { ...identity, tlsKey, station: { ...identity.station, certificate } }),
    takeAuthority: (authorityKey, authorityNumber) => {
      identity = { ...identity, authorityKey, authorityNumber };
      return done(undefined);
    },
  };
};

/** A station with its papers, as if it had been enrolled. */
export const makeIdentity = async (authority: Authority, name: string, isAuthority = false, madeAt = Date.now()): Promise<StationIdentity> => {
  const keys = await makeStationKeys();
  const issued = await issueStationCertificate(authority, { stationId: keys.id, request: keys.request }, madeAt);
  if (!issued.ok) throw new Error(issued.error.message);
  return {
    station: { id: keys.id, name, place: `Room of ${name}`, signingKey: keys.signingPublicKey, certificate: issued.value },
    signingKey: keys.signingKey,
    tlsKey: keys.tlsKey,
    authorityCertificate: authority.certificate,
    siteKey: Buffer.alloc(32, 1),
    authorityKey: isAuthority ? authority.key : null,
  };
};

/** A site's authority and its stations; the first holds the authority. */
export const makeSite = async (...names: readonly string[]): Promise<{ readonly authority: Authority; readonly identities: readonly StationIdentity[] }> => {
  const authority = await createAuthority();
  const identities = await Promise.all(names.map((name, index) => makeIdentity(authority, name, index === 0)));
  return { authority, identities };
};
