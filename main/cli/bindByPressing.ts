import { done, failed } from '../contract/index.ts';
import type { AlarmLevel, Binding, Capture, Result, StationClient } from '../contract/index.ts';

/** "Press it now": binds the element that was pressed and let go. `patience` is in milliseconds; `NothingPressed` after it. */
export const bindByPressing = async (client: StationClient, level: AlarmLevel, patience: number, progress: (text: string) => void): Promise<Result<Binding>> => {
  const steps = await client.trigger.capture();
  const tooLate = Promise.withResolvers<'too late'>();
  const timer = setTimeout(() => tooLate.resolve('too late'), patience);
  try {
    for (;;) {
      const next = await Promise.race([steps.next(), tooLate.promise]);
      if (next === 'too late' || next.done) break;
      const step = next.value;
      if (step.step === 'released') {
        const trigger = { type: 'device', device: step.device.match, element: step.element, name: step.name } as const;
        return done(await client.trigger.addBinding({ trigger, gesture: { type: 'press' }, purpose: level }));
      }
      progress(prompt(step));
    }
  } finally {
    clearTimeout(timer);
    await steps.return(undefined);
  }
  return failed('NothingPressed', 'Nothing was pressed in time.', 'Type `quietbell devices` to see whether the pedal is found, then try again; a keyboard key is bound with --key.');
};

const prompt = (step: Exclude<Capture, { readonly step: 'released' }>): string => {
  if (step.step === 'pressed') return `${step.device.name} is pressed. Now let it go.`;
  const hints = step.devices.flatMap(({ name, hint }) => (hint === null ? [] : [`! ${name}: ${hint}`]));
  return [...hints, step.devices.length === 0 ? 'No pedal or button is found yet: plug it in, then press it.' : 'Press it now.'].join('\n');
};
