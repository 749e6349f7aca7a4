import { useState } from 'react';
import type { z } from 'zod';
import { useKeptTexts } from './connection/hooks.tsx';
import { useSession } from './useSession.ts';

export interface KeptForm<Value> {
  /** Null: the form is closed. It stands open by itself where something was typed before the page was blanked. */
  readonly value: Value | null;
  /** What stands here was typed before. */
  readonly found: boolean;
  readonly open: (value: Value) => void;
  readonly change: (part: Partial<Value>) => void;
  /** All of it, also of a form that was closed. */
  readonly write: (value: Value) => void;
  /** It was sent, or is not wanted. */
  readonly close: () => void;
}

/** A form under the pen, like `useKeptText`: blanking the page takes nothing from whoever typed in it. `place` says what it belongs to. */
export const useKeptForm = <Value extends object>(place: string, schema: z.ZodType<Value>): KeptForm<Value> => {
  const texts = useKeptTexts();
  const reader = useSession()?.staff?.id ?? '';
  const [kept] = useState(() => readForm(schema, texts.read(reader, place)));
  const [value, setValue] = useState(kept);
  const write = (typed: Value): void => {
    texts.keep(reader, place, JSON.stringify(typed));
    setValue(typed);
  };
  return {
    value,
    found: kept !== null,
    open: setValue,
    change: (part) => {
      if (value !== null) write({ ...value, ...part });
    },
    write,
    close: () => {
      texts.forget(reader, place);
      setValue(null);
    },
  };
};

/** What a form of another make left here is nothing. */
const readForm = <Value>(schema: z.ZodType<Value>, text: string | null): Value | null => {
  const read = text === null ? null : schema.safeParse(JSON.parse(text));
  return read?.success === true ? read.data : null;
};
