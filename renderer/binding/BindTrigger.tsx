import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Binding, Gesture, Purpose, Trigger } from '../../main/contract/index.ts';
import { useCommand } from '../shared/connection/hooks.tsx';
import { Caution } from './Caution.tsx';
import { ChooseUse } from './ChooseUse.tsx';
import { sameElement } from './gestures.ts';
import { PressItNow } from './PressItNow.tsx';
import type { Found } from './useCapture.ts';

/** How far the binding has come: nothing pressed yet, something that has a caution, what it is for, the second of two. */
type Step =
  | { readonly at: 'press' }
  | { readonly at: 'caution'; readonly found: Found; readonly goOn: () => void }
  | { readonly at: 'choose'; readonly trigger: Trigger }
  | { readonly at: 'second'; readonly trigger: Trigger; readonly purpose: Purpose; readonly tries: number };

/** "Press it now": waits for a press, offers what it should do and by which gesture, and binds it. */
export const BindTrigger = ({ onBound }: { readonly onBound: (trigger: Trigger) => void }) => {
  const { t } = useTranslation('binding');
  const [step, setStep] = useState<Step>({ at: 'press' });
  const bind = useCommand((client, binding: Omit<Binding, 'id'>) => client.trigger.addBinding(binding));

  const again = (): void => {
    bind.forget();
    setStep({ at: 'press' });
  };
  const use = async (trigger: Trigger, gesture: Gesture, purpose: Purpose): Promise<void> => {
    if (!(await bind.run({ trigger, gesture, purpose })).ok) return setStep({ at: 'choose', trigger });
    onBound(trigger);
    again();
  };
  /** Goes on past the caution of a device, where it has one. */
  const warned = (found: Found, goOn: () => void): void => (found.caution === null ? goOn() : setStep({ at: 'caution', found, goOn }));

  switch (step.at) {
    case 'press':
      return <PressItNow title={t('press')} hint={t('pressHint')} keys onFound={(found) => warned(found, () => setStep({ at: 'choose', trigger: found.trigger }))} />;
    case 'caution':
      return <Caution found={step.found} onAccept={step.goOn} onAgain={again} />;
    case 'choose':
      return (
        <ChooseUse
          trigger={step.trigger}
          busy={bind.busy}
          problem={bind.problem}
          onAgain={again}
          onUse={(purpose, gesture) => (gesture.type === 'together' ? setStep({ at: 'second', trigger: step.trigger, purpose, tries: 0 }) : void use(step.trigger, gesture, purpose))}
        />
      );
    case 'second':
      return (
        <PressItNow
          key={step.tries}
          title={t('second')}
          hint={step.tries === 0 ? t('secondHint') : t('sameOne')}
          keys={false}
          onCancel={again}
          onFound={(found) => {
            const { trigger } = found;
            if (trigger.type !== 'device' || sameElement(trigger, step.trigger)) return setStep({ ...step, tries: step.tries + 1 });
            warned(found, () => void use(step.trigger, { type: 'together', with: { device: trigger.device, element: trigger.element, name: trigger.name } }, step.purpose));
          }}
        />
      );
  }
};
