import { useTranslation } from 'react-i18next';
import type { Shift } from '../../main/contract/index.ts';
import type { Choice } from './shiftDraft.ts';

/** A shift in words: "Sam Okafor at Desk 1, 09:00 – 13:00, alone". */
export const useShiftWords = (people: readonly Choice[], stations: readonly Choice[]): ((shift: Shift) => string) => {
  const { t } = useTranslation('rota');
  const nameOf = (choices: readonly Choice[], id: string, gone: string): string => choices.find((choice) => choice.id === id)?.name ?? gone;
  return ({ staff, station, from, to, alone }) => {
    const words = t('words', { who: nameOf(people, staff, t('line.left')), desk: nameOf(stations, station, t('line.gone')), from, to });
    return alone ? `${words}, ${t('today.alone')}` : words;
  };
};
