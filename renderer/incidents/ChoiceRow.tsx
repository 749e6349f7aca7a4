import { Radio } from '@mantine/core';
import classes from './DraftForm.module.css';

interface Props<Choice extends string> {
  readonly choices: readonly Choice[];
  readonly label: (choice: Choice) => string;
  readonly onChoose: (choice: Choice) => void;
}

/** A few short choices side by side, inside a `Radio.Group`. */
export const ChoiceRow = <Choice extends string>({ choices, label, onChoose }: Props<Choice>) => (
  <div className={classes.choices}>
    {choices.map((choice) => (
      <Radio key={choice} value={choice} label={label(choice)} size="md" classNames={{ body: classes.choice ?? '', label: classes.choiceLabel ?? '' }} onChange={() => onChoose(choice)} />
    ))}
  </div>
);
