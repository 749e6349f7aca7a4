import type { WindowLanguage } from '../../contract/language.ts';
import type { BoardSettings, CreateSiteInput, JoinSite } from '../../contract/station.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import type { Clock, Ids, Log } from '../../core/environment.ts';
import type { Draft } from '../../core/event/catalogue.ts';
import type { EnrolledStation, StationIdentity } from '../../core/site/identity.ts';
import { subjectOf } from '../../core/event/subject.ts';
import { createAuthority, issueStationCertificate, makeStationKeys } from '../../lan/authority.ts';
import { enrol } from '../../lan/enrol.ts';
import { randomSecret } from '../../platform/primitives.ts';
import { boardSubject } from './office.ts';
import { enrolmentOf } from './enrolment.ts';
import type { StoredIdentity } from '../storage/identityStore.ts';
import { createCodes, type Codes } from '../staff/codes.ts';

/** Everything a new station begins its ledger with. */
export interface Beginning extends StoredIdentity {
  readonly stations: readonly EnrolledStation[];
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  readonly drafts: readonly Draft[];
}

interface SetUpDependencies {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly codes?: Codes;
}

/** A site of one station, which holds the authority. */
export const beginSite = async ({ site, station, place = station, administrator, language = 'en' }: CreateSiteInput, { clock, ids, codes = createCodes() }: SetUpDependencies): Promise<Result<Beginning>> => {
  const authority = await createAuthority(clock.now());
  const keys = await makeStationKeys();
  const certificate = await issueStationCertificate(authority, { stationId: keys.id, request: keys.request }, clock.now());
  if (!certificate.ok) return certificate;
  const enrolled: EnrolledStation = { id: keys.id, name: station, place, signingKey: keys.signingPublicKey, certificate: certificate.value };
  const identity: StationIdentity = { station: enrolled, signingKey: keys.signingKey, tlsKey: keys.tlsKey, authorityCertificate: authority.certificate, siteKey: randomSecret(32), authorityKey: authority.key };
  const staffId = ids.next();
  const staff: Draft[] = administrator === undefined ? [] : [{ kind: 'StaffAdded', subject: subjectOf('staff', staffId), body: { name: administrator.name, role: 'administrator', pin: await codes.verifierOf(administrator.pin) } }];
  return done({
    identity,
    siteName: site,
    stations: [enrolled],
    addresses: new Map(),
    drafts: [{ kind: 'SiteCreated', subject: subjectOf('site', keys.id), body: { name: site } }, enrolmentOf(enrolled), ...defaultBindings(enrolled.id, ids), firstBoard(language), ...staff],
  });
};

/** A further station of a site that exists. The errors are those of `enrol`. */
export const beginMembership = async ({ code, station, place = station }: JoinSite, { clock, ids, log }: SetUpDependencies): Promise<Result<Beginning>> => {
  const enrolment = await enrol(code, { name: station, place }, { clock, log });
  if (!enrolment.ok) return enrolment;
  const { identity, siteName, stations, addresses } = enrolment.value;
  if (identity.station.name !== station) return failed('InputInvalid', `The site knows this station as ${identity.station.name}.`, 'Use that name.', 'station');
  return done({ identity, siteName, stations, addresses, drafts: [enrolmentOf(identity.station), ...defaultBindings(identity.station.id, ids)] });
};

/** Until a pedal is bound there is a key, one that Electron can listen for behind other windows too, and the mark on the screen. */
const defaultBindings = (station: string, ids: Ids): readonly Draft[] => [
  { kind: 'TriggerBound', subject: subjectOf('station', station), body: { id: ids.next(), trigger: { type: 'key', key: { code: 'F9', ctrl: false, alt: false, shift: false } }, gesture: { type: 'press' }, purpose: 'assist' } },
  { kind: 'TriggerBound', subject: subjectOf('station', station), body: { id: ids.next(), trigger: { type: 'spot' }, gesture: { type: 'double-press' }, purpose: 'assist' } },
];

const firstBoard = (language: WindowLanguage): Draft => ({ kind: 'BoardChanged', subject: boardSubject, body: firstBoards[language] });

/** What an ordinary service desk would show, until somebody writes the site's own. */
const firstBoards: Readonly<Record<WindowLanguage, BoardSettings>> = {
  en: {
    hours: [
      { days: 'Monday to Friday', hours: '9:00 – 18:00' },
      { days: 'Saturday', hours: '10:00 – 14:00' },
    ],
    rota: [],
    numbers: [{ label: 'Reception', dial: '100' }],
  },
  de: {
    hours: [
      { days: 'Montag bis Freitag', hours: '9:00 – 18:00' },
      { days: 'Samstag', hours: '10:00 – 14:00' },
    ],
    rota: [],
    numbers: [{ label: 'Empfang', dial: '100' }],
  },
  es: {
    hours: [
      { days: 'De lunes a viernes', hours: '9:00 – 18:00' },
      { days: 'Sábado', hours: '10:00 – 14:00' },
    ],
    rota: [],
    numbers: [{ label: 'Recepción', dial: '100' }],
  },
};
