import { useTranslation } from 'react-i18next';
import type { Gesture, KeyTrigger, Trigger } from '../../main/contract/index.ts';

/** "Ctrl + Alt + H", "Pause". Codes are positions on the keyboard; those of letters and digits lose their prefix. */
export const keyName = ({ code, ctrl, alt, shift }: KeyTrigger): string =>
  [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', code.replace(/^(Key|Digit)/, '')].filter((part) => part !== false).join(' + ');

/** Names triggers as people know them. */
export const useTriggerName = (): ((trigger: Trigger) => string) => {
  const { t } = useTranslation('binding');
  return (trigger) => {
    switch (trigger.type) {
      case 'device':
        return trigger.name;
      case 'key':
        return t('trigger.key', { key: keyName(trigger.key) });
      case 'spot':
        return t('trigger.spot');
    }
  };
};

/** "two presses", "held for 2 seconds", "together with the left pedal". */
export const useGestureName = (): ((gesture: Gesture) => string) => {
  const { t } = useTranslation('binding');
  return (gesture) => {
    switch (gesture.type) {
      case 'press':
        return t('by.press');
      case 'double-press':
        return t('by.double-press');
      case 'hold':
        return t('by.hold', { seconds: gesture.seconds });
      case 'together':
        return t('by.together', { name: gesture.with.name });
    }
  };
};
