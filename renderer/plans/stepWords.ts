import type { TFunction } from 'i18next';
import type { PlanStep, Recipient } from '../../main/contract/index.ts';
import { readersLocale } from '../shared/locale.ts';

/** How recipients are called; an id that nobody knows any more stands for itself. */
export interface RecipientNames {
  readonly stations: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
}

type Translate = TFunction<'plans'>;

/** "After 30 seconds, if nobody is coming yet, out of hours: Security and Alarm centre." */
export const stepWords = (step: PlanStep, names: RecipientNames, t: Translate, locale = readersLocale()): string => {
  const who = new Intl.ListFormat(locale, { type: 'conjunction' }).format(step.recipients.map((recipient) => recipientWords(recipient, names, t)));
  return t('sentence.whole', { when: [momentWords(step.after, t), ...conditionWords(step, t)].join(', '), who });
};

export const recipientWords = (recipient: Recipient, { stations, groups, channels }: RecipientNames, t: Translate): string => {
  switch (recipient.to) {
    case 'everyone':
      return t('sentence.everyone');
    case 'station':
      return stations.get(recipient.station) ?? t('recipient.unknown', { id: recipient.station.slice(0, 8) });
    case 'group':
      return groups.get(recipient.group) ?? t('recipient.unknown', { id: recipient.group });
    case 'channel':
      return channels.get(recipient.channel) ?? t('recipient.unknown', { id: recipient.channel });
  }
};

/** "90" is "1 minute 30 seconds". */
export const durationWords = (seconds: number, t: Translate): string => {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  return [...(minutes > 0 ? [t('sentence.minutes', { count: minutes })] : []), ...(rest > 0 || minutes === 0 ? [t('sentence.seconds', { count: rest })] : [])].join(' ');
};

const momentWords = (after: number, t: Translate): string => (after === 0 ? t('sentence.atOnce') : t('sentence.after', { time: durationWords(after, t) }));

const conditionWords = ({ after, when }: PlanStep, t: Translate): readonly string[] => [
  // At once nobody can be coming yet.
  ...(after === 0 ? [] : [t(when.unacknowledged ? 'sentence.unacknowledged' : 'sentence.whetherOrNot')]),
  ...(when.level === 'emergency' ? [t('sentence.emergency')] : []),
  ...(when.alone === undefined ? [] : [t(when.alone ? 'sentence.aloneYes' : 'sentence.aloneNo')]),
  ...(when.outOfHours === undefined ? [] : [t(when.outOfHours ? 'sentence.hoursOut' : 'sentence.hoursIn')]),
];
