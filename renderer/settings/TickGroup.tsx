import type { ReactNode } from 'react';
import { FieldGroup } from './FieldGroup.tsx';
import { Tick, Ticks } from './Tick.tsx';

interface Props {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly choices: readonly { readonly id: string; readonly label: ReactNode }[];
  /** Ids of those that are ticked, in the order of ticking. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** What stands before the ticks, and behind them. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

/** Any number of some choices. */
export const TickGroup = ({ title, hint, choices, chosen, onChange, before, after }: Props) => (
  <FieldGroup title={title} hint={hint}>
    {before}
    <Ticks>
      {choices.map(({ id, label }) => (
        <Tick key={id} label={label} ticked={chosen.includes(id)} onTick={(ticked) => onChange(ticked ? [...chosen, id] : chosen.filter((each) => each !== id))} />
      ))}
    </Ticks>
    {after}
  </FieldGroup>
);
