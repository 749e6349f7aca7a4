import { Checkbox, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Tick.module.css';

interface Props {
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

/** A box to tick whose words are part of the target. */
export const Tick = ({ label, hint, ticked, onTick }: Props) => (
  <label className={classes.tick}>
    <Checkbox checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
    <span>
      {label}
      {hint !== undefined && (
        <Text component="span" size="sm" c="dimmed" display="block">
          {hint}
        </Text>
      )}
    </span>
  </label>
);

/** Several beside one another. */
export const Ticks = ({ children }: { readonly children: ReactNode }) => <div className={classes.ticks}>{children}</div>;
