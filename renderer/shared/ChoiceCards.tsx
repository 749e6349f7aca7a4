import { Radio, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './ChoiceCards.module.css';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly picture?: ReactNode;
  /** It stands there so that people know of it; its hint says why not. */
  readonly disabled?: boolean;
}

interface ChoiceCardsProps {
  readonly choices: readonly Choice[];
  readonly focusFirst?: boolean;
  /** As many columns as there is room for, each as wide as this at least: three or four on the common terminal. */
  readonly columns?: 'wide' | 'narrow';
}

/** Big targets to choose one of; to be put into Mantine's `Radio.Group`. */
export const ChoiceCards = ({ choices, focusFirst = false, columns }: ChoiceCardsProps) => (
  <div className={`${classes.choices} ${columns === undefined ? '' : classes[columns]}`}>
    {choices.map(({ value, label, hint, picture, disabled = false }) => (
      <label key={value} className={classes.choice}>
        <Radio value={value} disabled={disabled} autoFocus={focusFirst && value === choices.find((choice) => choice.disabled !== true)?.value} aria-label={label} {...(hint === undefined ? {} : { 'aria-description': hint })} />
        <span className={classes.words}>
          <span className={classes.label}>{label}</span>
          {hint !== undefined && (
            <Text component="span" size="sm" c="dimmed">
              {hint}
            </Text>
          )}
          {picture}
        </span>
      </label>
    ))}
  </div>
);
