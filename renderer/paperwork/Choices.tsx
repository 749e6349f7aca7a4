import { Chip, Text } from '@mantine/core';
import { useId } from 'react';
import classes from './Paperwork.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  /** Touched: chosen, or no longer. */
  readonly onTouch: (id: string, chosen: boolean) => void;
}

/** Some short choices side by side, each chosen and let go of by a touch. */
export const Choices = ({ label, hint, error, choices, chosen, onTouch }: Props) => {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={classes.group}>
      <div>
        <Text id={id} fw={500}>
          {label}
        </Text>
        {hint !== undefined && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
      </div>
      <div className={classes.chips}>
        {choices.map((choice) => (
          <Chip key={choice.id} size="md" variant="outline" checked={chosen.includes(choice.id)} onChange={(checked) => onTouch(choice.id, checked)}>
            {choice.label}
          </Chip>
        ))}
      </div>
      {error !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
    </div>
  );
};
