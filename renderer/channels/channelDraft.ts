import { channelInputSchema } from '../../main/contract/index.ts';
import type { Channel, ChannelInput, ChannelSecretName, ChannelType } from '../../main/contract/index.ts';
import { flawsOf } from '../settings/flaws.ts';
import type { Flaw } from '../settings/flaws.ts';
import { freeId } from '../settings/freeId.ts';
import { settingsOf, valuesOf } from './channelFields.ts';
import type { Values } from './channelFields.ts';

/** A secret in the form: as it is, taken away, or typed anew. */
export type SecretEdit = { readonly what: 'keep' } | { readonly what: 'remove' } | { readonly what: 'replace'; readonly value: string };

/** A channel while somebody edits it. */
export interface ChannelDraft {
  /** Null for a new one: it is named after what people call it. */
  readonly id: string | null;
  readonly type: ChannelType;
  readonly name: string;
  readonly values: Values;
  readonly secrets: Readonly<Partial<Record<ChannelSecretName, SecretEdit>>>;
  readonly safeForDrills: boolean;
  readonly reachesPolice: boolean;
  /** Ids of stations, best first. */
  readonly from: readonly string[];
}

export const newDraft = (type: ChannelType, name: string): ChannelDraft => ({
  id: null,
  type,
  name,
  values: valuesOf(type, null),
  secrets: {},
  safeForDrills: false,
  reachesPolice: type === 'dc09',
  from: [],
});

export const draftOf = ({ id, name, settings, safeForDrills, reachesPolice, from }: Channel): ChannelDraft => ({
  id,
  type: settings.type,
  name,
  values: valuesOf(settings.type, settings),
  secrets: {},
  safeForDrills,
  reachesPolice,
  from,
});

export type Checked = { readonly ok: true; readonly input: ChannelInput } | { readonly ok: false; readonly flaws: readonly Flaw[] };

/** `taken`: the ids of the other channels. */
export const checkDraft = (draft: ChannelDraft, taken: readonly string[]): Checked => {
  const secrets = Object.fromEntries(Object.entries(draft.secrets).flatMap(([name, edit]) => (edit === undefined || edit.what === 'keep' ? [] : [[name, edit.what === 'remove' ? '' : edit.value.trim()]])));
  const { name, safeForDrills, reachesPolice, from } = draft;
  const parsed = channelInputSchema.safeParse({ id: draft.id ?? freeId(name, taken, 'channel'), name, safeForDrills, reachesPolice, from, settings: settingsOf(draft.type, draft.values), secrets });
  if (parsed.success) return { ok: true, input: parsed.data };
  return { ok: false, flaws: flawsOf(parsed.error, (path) => draft.values[path.replace(/^settings\./, '')] === '') };
};
