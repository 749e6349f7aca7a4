import type { StaffReference } from '../../contract/alarm.ts';
import { channelSecretsSchema, type Channel, type ChannelAttempt, type ChannelInput, type ChannelSecrets, type ChannelState } from '../../contract/channel.ts';
import type { Attempt } from '../../contract/delivery.ts';
import { done, failed, type Result } from '../../contract/problem.ts';
import { checkPem } from '../../channel/trust.ts';
import { checkChannel, secretsOfType } from '../../core/channel/checkChannel.ts';
import { chooseSupervised } from '../../core/channel/chooseSupervised.ts';
import type { Courier } from '../../core/channel/courier.ts';
import type { ChannelFile } from '../../core/channel/foldChannel.ts';
import type { OutgoingMessage } from '../../core/channel/message.ts';
import type { Stop } from '../../core/environment.ts';
import { subjectOf, subjectType } from '../../core/event/subject.ts';
import { mergeSecrets, openChannel, openSecrets, sealSecrets } from './channelSecrets.ts';
import { byWhom, fileOf, ownFile, type StationContext } from '../context.ts';
import type { Zones } from './zones.ts';

/** The ways out of the site, as people set them up. */
export interface Channels {
  readonly list: () => readonly Channel[];
  /** As they are set now; kept in memory, for when the database cannot be read. */
  readonly files: () => readonly ChannelFile[];
  /** Those of them that this station may use; none where nothing leaves the site. */
  readonly usable: () => readonly ChannelFile[];
  /** `ChannelUnusable` says which setting does not fit the type, and what is missing. */
  readonly save: (input: ChannelInput, staff: StaffReference | null) => Result<Channel>;
  readonly remove: (id: string, staff: StaffReference | null) => Result<void>;
  /** `ChannelUnusable` where another station alone may use it. */
  readonly test: (id: string) => Promise<Result<Attempt>>;
  /** The newest of all alarms and tests, newest first. */
  readonly attempts: (id: string) => readonly ChannelAttempt[];
  /** Once a second, and when a station came or went: reads again what could not be read, and says who supervises. Never throws. */
  readonly tick: () => void;
  readonly stop: Stop;
}

export interface ChannelsDependencies {
  readonly context: StationContext;
  readonly courier: Courier;
  readonly siteName: () => string;
  /** Ids of the stations that are connected now. */
  readonly connected: () => readonly string[];
  readonly zones: Zones;
  /** False for a command that only looks into the ledger: it supervises nothing. */
  readonly live: boolean;
}

const attemptsShown = 100;
/** So many alarms are looked through for them. */
const alarmsRead = 200;

export const createChannels = ({ context, courier, siteName, connected, zones, live }: ChannelsDependencies): Channels => {
  const { ledger, identity, clock, ids, log, changes } = context;
  const self = identity.station.id;
  let files: readonly ChannelFile[] = [];
  let stale = true;

  const read = (): void => {
    if (!stale) return;
    try {
      files = ledger.states('channel', { open: true });
      stale = false;
    } catch (error) {
      log.error({ error: String(error) }, 'the channels cannot be read');
      return;
    }
    courier.use(usable().map((file) => openChannel(context, file)));
    changes.announce('channels');
  };

  const mayUse = ({ from }: ChannelFile): boolean => live && (from.length === 0 || from.includes(self));

  const usable = (): readonly ChannelFile[] => files.filter(mayUse);

  const tick = (): void => {
    read();
    courier.supervise(live ? chooseSupervised(files, self, connected()) : new Set());
  };

  const shown = (file: ChannelFile): Channel => {
    const { sealed: _sealed, secretsSet, ...rest } = file;
    return { ...rest, secretsSet: channelSecretsSchema.keyof().options.filter((name) => secretsSet.includes(name)), state: courier.states().get(file.id) ?? unusedState };
  };

  const save: Channels['save'] = (input, staff) => {
    read();
    const known = files.find((file) => file.id === input.id);
    const secrets = mergeSecrets(input, known === undefined ? {} : openSecrets(context, known));
    const checked = checkInput(context, input, secrets);
    if (!checked.ok) return checked;
    const { secrets: _secrets, ...rest } = input;
    const names = Object.keys(secrets);
    const body = { ...rest, sealed: names.length === 0 ? null : sealSecrets(context, input.id, secrets), secretsSet: names, ...byWhom(context, staff) };
    const appended = ledger.append([{ kind: 'ChannelSaved', subject: subjectOf('channel', input.id), body }]);
    if (!appended.ok) return appended;
    tick();
    const saved = files.find((file) => file.id === input.id);
    return saved === undefined ? unknown(input.id) : done(shown(saved));
  };

  const test = async (file: ChannelFile): Promise<Attempt> => {
    const message = testMessage();
    const startedAt = clock.now();
    const { outcome, answer } = await courier.attempt(file.id, message, 1);
    const attempt: Attempt = { channel: file.id, occasion: 'test', attempt: 1, outcome, answer, startedAt: new Date(startedAt).toISOString(), duration: Math.max(0, clock.now() - startedAt), station: message.station };
    const appended = ledger.append([{ kind: 'DeliveryAttempted', subject: subjectOf('channel', file.id), body: { ...attempt, message: message.id } }]);
    if (!appended.ok) log.warn({ channel: file.id }, 'a test of a channel could not be written down');
    return attempt;
  };

  const testMessage = (): OutgoingMessage => {
    const own = ownFile(context);
    return {
      id: ids.next(),
      occasion: 'test',
      kind: 'test',
      level: 'assist',
      alarm: null,
      fault: null,
      site: siteName(),
      station: own.name,
      stationId: own.id,
      sentBy: own.name,
      place: own.place,
      zone: zones.of(own.id),
      at: clock.now(),
      subject: `Test from ${own.name}, ${siteName()}`,
      text: `Somebody at ${own.name} (${own.place}) tries out this channel. Nobody is in danger, and nothing is to be done.`,
    };
  };

  const stops = [
    ledger.onEvents((events) => {
      if (!events.some(({ subject, kind }) => subjectType(subject) === 'channel' && kind !== 'DeliveryAttempted')) return;
      stale = true;
      tick();
    }),
    courier.onChanged(() => changes.announce('channels', 'status')),
  ];
  tick();

  return {
    list: () => files.map(shown),
    files: () => files,
    usable,
    save,
    remove: (id, staff) => {
      if (!files.some((file) => file.id === id)) return unknown(id);
      const appended = ledger.append([{ kind: 'ChannelRemoved', subject: subjectOf('channel', id), body: byWhom(context, staff) }]);
      return appended.ok ? done(undefined) : appended;
    },
    test: async (id) => {
      const file = files.find((known) => known.id === id);
      if (file === undefined) return unknown(id);
      return mayUse(file) ? done(await test(file)) : failed('ChannelUnusable', `${file.name} may not be used from this station.`, `Send the test from ${file.from.map((station) => nameOf(context, station)).join(' or ') || 'a station that runs'}.`, 'from');
    },
    attempts: (id) => {
      const ofTests = ledger.eventsOf(subjectOf('channel', id)).flatMap((event): ChannelAttempt[] => (event.kind === 'DeliveryAttempted' ? [{ ...attemptOf(event.body), alarm: null }] : []));
      const ofAlarms = ledger.states('alarm', { newest: alarmsRead }).flatMap(({ id: alarm, attempts }) => attempts.filter(({ channel }) => channel === id).map((attempt): ChannelAttempt => ({ ...attempt, alarm })));
      return [...ofTests, ...ofAlarms].toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1)).slice(0, attemptsShown);
    },
    tick,
    stop: () => {
      for (const end of stops) end();
    },
  };
};

const unusedState: ChannelState = { state: 'unused', message: '', checkedAt: null };

const attemptOf = ({ message: _message, ...attempt }: Attempt & { readonly message: string }): Attempt => attempt;

const unknown = (id: string) => failed('ChannelUnknown', `There is no channel called ${id}.`, 'See which there are with quietbell channels.', 'id');

const checkInput = (context: StationContext, { settings, from }: ChannelInput, secrets: ChannelSecrets): Result<void> => {
  const foreign = Object.keys(secrets).find((name) => !secretsOfType[settings.type].some((each) => each === name));
  if (foreign !== undefined) return failed('ChannelUnusable', `A channel of type ${settings.type} has no secret ${foreign}.`, 'Leave it out.', `secrets.${foreign}`);
  const roster = context.ledger.local.roster.list();
  const stranger = from.find((id) => !roster.some((station) => station.id === id));
  if (stranger !== undefined) return failed('ChannelUnusable', 'A station that may use it does not belong to this site.', 'Choose stations of this site.', 'from');
  if ('ca' in settings && !checkPem(settings.ca)) return failed('ChannelUnusable', 'The certificate cannot be read.', 'Paste it in PEM form, with its lines BEGIN CERTIFICATE and END CERTIFICATE.', 'settings.ca');
  return checkChannel(settings, secrets, from);
};

const nameOf = ({ ledger }: StationContext, id: string): string => {
  const station = ledger.local.roster.list().find((known) => known.id === id);
  return station === undefined ? id : fileOf(ledger, station).name;
};
