import { channelSecretsSchema, type ChannelInput, type ChannelSecrets } from '../../contract/channel.ts';
import { secretsOfType } from '../../core/channel/checkChannel.ts';
import type { UsableChannel } from '../../core/channel/courier.ts';
import type { ChannelFile } from '../../core/channel/foldChannel.ts';
import { fromHex, seal, toHex, unseal } from '../../platform/primitives.ts';
import type { StationContext } from '../context.ts';

/** Everything but what belongs to another type: left out stays, empty is taken away. */
export const mergeSecrets = ({ settings, secrets }: ChannelInput, before: ChannelSecrets): ChannelSecrets => {
  const used = secretsOfType[settings.type];
  const kept = Object.entries(before).filter(([name]) => used.some((each) => each === name));
  return Object.fromEntries(Object.entries({ ...Object.fromEntries(kept), ...secrets }).filter(([, value]) => value !== undefined && value !== ''));
};

/** What the seal is for: secrets of one channel cannot be passed off as another's. */
const sealContext = (id: string): string => `channel/${id}`;

export const sealSecrets = ({ identity }: StationContext, id: string, secrets: ChannelSecrets): string => toHex(seal(identity.siteKey, sealContext(id), Buffer.from(JSON.stringify(secrets), 'utf8')));

export const openSecrets = ({ identity, log }: StationContext, { id, sealed }: ChannelFile): ChannelSecrets => {
  if (sealed === null) return {};
  const plain = unseal(identity.siteKey, sealContext(id), fromHex(sealed));
  const parsed = plain === null ? null : openSecretsSchema.safeParse(JSON.parse(Buffer.from(plain).toString('utf8')));
  if (parsed?.success === true) return parsed.data;
  log.error({ channel: id }, 'the secrets of a channel cannot be opened');
  return {};
};

/** A newer station may have added some. */
const openSecretsSchema = channelSecretsSchema.strip();

/** With its secrets: only in memory. */
export const openChannel = (context: StationContext, file: ChannelFile): UsableChannel => {
  const { sealed: _sealed, ...rest } = file;
  return { ...rest, secrets: openSecrets(context, file) };
};
