import type { Command } from 'commander';
import { z } from 'zod';
import { createSiteSchema, done, joinSiteSchema, personNameSchema, pinSchema } from '../../contract/index.ts';
import type { Invitation, RebuildProgress, Status } from '../../contract/index.ts';
import type { Perform, StationCommand } from '../command.ts';
import { formatBytes, formatMoment, formatTable } from '../table.ts';
import { readPin, typedPinSchema } from '../typedPin.ts';

interface Membership {
  readonly site: string;
  readonly station: string;
}

const formatMembership = ({ site, station }: Membership): string => `${station} belongs to the site ${site}. Start it with \`quietbell run\`.`;

const createSiteArguments = z
  .object({ name: createSiteSchema.shape.site, station: createSiteSchema.shape.station, place: createSiteSchema.shape.place, admin: personNameSchema.optional(), pin: typedPinSchema.optional() })
  .refine(({ admin, pin }) => (admin === undefined) === (pin === undefined), { error: 'must come together with --pin', path: ['admin'] });

const createSite: StationCommand<z.infer<typeof createSiteArguments>, Membership> = {
  needs: 'set-up',
  arguments: createSiteArguments,
  run: async ({ client }, { name, station, place, admin, pin }) => {
    const administrator = admin === undefined || pin === undefined ? undefined : { name: admin, pin: pinSchema.parse(await readPin(pin)) };
    await client.setup.createSite({ site: name, station, ...(place === undefined ? {} : { place }), ...(administrator === undefined ? {} : { administrator }) });
    return done({ site: name, station });
  },
  format: formatMembership,
};

const joinSite: StationCommand<z.infer<typeof joinSiteSchema>, Membership> = {
  needs: 'set-up',
  arguments: joinSiteSchema,
  run: async ({ client }, input) => {
    await client.setup.joinSite(input);
    const { site, station } = await client.site.status();
    return done({ site, station });
  },
  format: formatMembership,
};

const inviteArguments = z.object({ hours: z.coerce.number('must be a number of hours').int('must be whole hours').min(1, 'must be 1 to 720').max(720, 'must be 1 to 720').default(24) });

const invite: StationCommand<z.infer<typeof inviteArguments>, Invitation> = {
  needs: 'running',
  arguments: inviteArguments,
  run: async ({ client }, input) => done(await client.site.invite(input)),
  format: ({ code, expires }) => `${code}\n\nOn the new station: quietbell join CODE --station NAME\nGood for one station, until ${formatMoment(expires)}.`,
};

const retireArguments = z.object({ station: z.string() });

const retire: StationCommand<z.infer<typeof retireArguments>, { readonly retired: string }> = {
  needs: 'ledger',
  arguments: retireArguments,
  run: async ({ client }, { station }) => {
    await client.site.retire({ station });
    return done({ retired: station });
  },
  format: ({ retired }) => `${retired} is shut out of this site for good. What it wrote stays. Change the passwords of the ways out that it knew.`,
};

const status: StationCommand<object, Status> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }) => done(await client.site.status()),
  format: formatStatus,
};

function formatStatus(of: Status): string {
  const facts = [
    ['site', of.site],
    ['station', of.place === '' ? of.station : `${of.station} (${of.place})`],
    ['armed', of.armed ? 'yes' : 'no'],
    ['listening', of.listening ?? 'no'],
    ['heard by', of.heardBy === 0 ? 'nobody' : `${of.heardBy} of ${of.peers.length} other stations, somebody at the screen of ${of.attendedBy}`],
    ['attended', of.attended ? 'yes' : 'no'],
    ['backup', formatBackup(of.backup)],
    // A station that was started before the update does not tell.
    ...(of.rebuilding?.of === undefined ? [] : [['records', `are made anew after an update or on demand, ${of.rebuilding.done} of ${of.rebuilding.of} so far; alarms go on`]]),
  ].map(([name = '', value = '']) => `${name.padEnd(9)}  ${value}`);
  const peers = formatTable(['STATION', 'CONNECTED', 'ARMED', 'ATTENDED', 'LAST HEARD'], of.peers.map((peer) => [peer.station, peer.connected ? 'yes' : 'no', yesOrNo(peer.armed), yesOrNo(peer.attended), peer.lastHeardAt === null ? 'never' : formatMoment(peer.lastHeardAt)]));
  const devices = formatTable(['DEVICE', 'STATE'], of.devices.map(({ name, state }) => [name, state]));
  const channels = formatTable(['CHANNEL', 'STATE', 'CHECKED', 'WHAT'], of.channels.map(({ name, state }) => [name, state.state, state.checkedAt === null ? 'never' : formatMoment(state.checkedAt), state.message || '-']));
  const faults = of.faults.map(({ message, remedy }) => `! ${message}\n  ${remedy}`);
  return [facts.join('\n'), ...(of.peers.length > 0 ? [peers] : []), ...(of.devices.length > 0 ? [devices] : []), ...(of.channels.length > 0 ? [channels] : []), ...faults].join('\n\n');
}

const formatBackup = ({ scheduled, last }: Status['backup']): string => (last === null ? (scheduled ? 'scheduled, none made yet' : 'none') : `${formatMoment(last.at)}, ${formatBytes(last.bytes)}${scheduled ? '' : ', none scheduled'}`);

const yesOrNo = (known: boolean | null): string => (known === null ? '?' : known ? 'yes' : 'no');

/** Right at first it is not known yet how many there are. */
const formatProgress = ({ done: ready, of }: RebuildProgress): string => (of === 0 ? 'Counting the records…' : `Making what is shown anew: ${ready} of ${of}, ${Math.floor((100 * ready) / of)} %`);

const rebuild: StationCommand<object, { readonly subjects: number }> = {
  needs: 'ledger',
  arguments: z.object({}),
  run: async ({ client }, _input, _progress, meter) => {
    let subjects = 0;
    for await (const progress of await client.site.rebuild()) {
      subjects = progress.done;
      meter(formatProgress(progress));
    }
    return done({ subjects });
  },
  format: ({ subjects }) => `Made anew from the events: ${subjects} ${subjects === 1 ? 'subject' : 'subjects'}.`,
};

export const addSiteCommands = (program: Command, perform: Perform): void => {
  program
    .command('site')
    .description('the site this station belongs to')
    .command('create')
    .description('make a site; this station becomes its first and its authority')
    .requiredOption('--name <site>', 'name of the site: the branch')
    .requiredOption('--station <name>', 'name of this station: "Desk 2"')
    .option('--place <place>', 'where it stands: "Ground floor, by the entrance"')
    .option('--admin <name>', 'the first administrator')
    .option('--pin <pin>', 'and their PIN, 4 to 12 digits; - reads it from standard input')
    .action((options: unknown) => perform(createSite, options));
  program
    .command('invite')
    .description('make a one-time code for one more station (at the station that holds the authority, at first the one that made the site; while it runs)')
    .option('--hours <hours>', 'how long it holds (24)')
    .action((options: unknown) => perform(invite, options));
  program
    .command('join')
    .description('join a site')
    .argument('<code>', 'from `quietbell invite`')
    .requiredOption('--station <name>', 'name of this station')
    .option('--place <place>', 'where it stands')
    .action((code: string, options: object) => perform(joinSite, { code, ...options }));
  program
    .command('retire')
    .description('shut a lost or stolen station out for good (at the station that holds the authority)')
    .argument('<station>', 'its name or id')
    .action((station: string) => perform(retire, { station }));
  program
    .command('status')
    .description('whether this station would be heard')
    .action((options: unknown) => perform(status, options));
  program
    .command('rebuild')
    .description('make everything that is shown anew from the events, which are not touched')
    .action((options: unknown) => perform(rebuild, options));
};
