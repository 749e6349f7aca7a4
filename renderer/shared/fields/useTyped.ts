import { useState } from 'react';
import type { ChangeEvent, KeyboardEvent } from 'react';
import type { Reading, Unread } from './readTyped.ts';

interface Options {
  /** '' is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly read: (text: string) => Reading;
  readonly show: (value: string) => string;
}

interface Typed {
  readonly text: string;
  /** What it was read as, or left as it was meanwhile. */
  readonly value: string;
  readonly left: boolean;
}

/**
 * A text field for something that is no text. Whatever is read is taken over at each keystroke, so that a draft keeps it. What cannot be read stays in
 * the field as it was typed; once the field is left there is no value any more, so that nobody sends an old one below an error.
 */
export const useTyped = ({ value, onChange, read, show }: Options) => {
  const [last, setTyped] = useState<Typed | null>(null);
  // Something else set the value since: that counts.
  const typed = last?.value === value ? last : null;
  const reading = typed?.left === true ? read(typed.text) : null;
  const flaw: Unread | null = reading === null || reading.ok ? null : reading.error;

  const take = (text: string, left: boolean): void => {
    const found = read(text);
    const next = found.ok ? found.value : left ? '' : value;
    setTyped(found.ok && left ? null : { text, value: next, left });
    if (next !== value) onChange(next);
  };
  const leave = (): void => {
    if (typed !== null) take(typed.text, true);
  };
  return {
    flaw,
    field: {
      value: typed?.text ?? show(value),
      autoComplete: 'off',
      onChange: (event: ChangeEvent<HTMLInputElement>): void => take(event.currentTarget.value, false),
      onBlur: leave,
      // Sends the form it stands in, which is to find it as it is when it was left.
      onKeyDown: (event: KeyboardEvent): void => {
        if (event.key === 'Enter') leave();
      },
    },
    /** Puts text into the field for somebody to go on with. */
    type: (text: string): void => take(text, false),
  };
};
