import { done, failed } from '../contract/index.ts';
import type { Binding, Capture, Gesture, Purpose, Result, StationClient } from '../contract/index.ts';

export interface WantedBinding {
  /** Of two together the second element is asked for as well. */
  readonly gesture: Exclude<Gesture, { readonly type: 'together' }> | { readonly type: 'together' };
  readonly purpose: Purpose;
}

/** "Press it now": binds the element that was pressed and let go. `patience` for each is in milliseconds; `NothingPressed` after it. */
export const bindByPressing = async (client: StationClient, { gesture, purpose }: WantedBinding, patience: number, progress: (text: string) => void): Promise<Result<Binding>> => {
  const first = await capture(client, patience, progress);
  if (first === null) return nothingPressed;
  const trigger = { type: 'device', ...first } as const;
  if (gesture.type !== 'together') return done(await client.trigger.addBinding({ trigger, gesture, purpose }));
  progress('And now the second one, on the same device or on another one.');
  const second = await capture(client, patience, progress);
  return second === null ? nothingPressed : done(await client.trigger.addBinding({ trigger, gesture: { type: 'together', with: second }, purpose }));
};

type Pressed = Extract<Gesture, { readonly type: 'together' }>['with'];

const capture = async (client: StationClient, patience: number, progress: (text: string) => void): Promise<Pressed | null> => {
  const steps = await client.trigger.capture();
  const tooLate = Promise.withResolvers<'too late'>();
  const timer = setTimeout(() => tooLate.resolve('too late'), patience);
  try {
    for (;;) {
      const next = await Promise.race([steps.next(), tooLate.promise]);
      if (next === 'too late' || next.done) return null;
      const step = next.value;
      if (step.step === 'released') return { device: step.device.match, element: step.element, name: step.name };
      progress(prompt(step));
    }
  } finally {
    clearTimeout(timer);
    await steps.return(undefined);
  }
};

const nothingPressed = failed('NothingPressed', 'Nothing was pressed in time.', 'Type `quietbell devices` to see whether the pedal is found, then try again; a keyboard key is bound with --key.');

const prompt = (step: Exclude<Capture, { readonly step: 'released' }>): string => {
  if (step.step === 'pressed') return [...(step.device.caution === null ? [] : [`! ${step.device.caution}`]), `${step.device.name} is pressed. Now let it go.`].join('\n');
  const hints = step.devices.flatMap(({ name, hint }) => (hint === null ? [] : [`! ${name}: ${hint}`]));
  return [...hints, step.devices.length === 0 ? 'No pedal or button is found yet: plug it in, then press it.' : 'Press it now.'].join('\n');
};
