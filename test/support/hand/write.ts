import type { Page } from 'playwright-core';
import type { Effort } from './effort.ts';

/** Types into the field that has the focus. */
export const write = async ({ keyboard }: Page, text: string, effort: Effort): Promise<void> => {
  if (text.includes('\n')) {
    // Nobody types a document: it is pasted.
    effort.keys(2);
    await keyboard.insertText(text);
    return;
  }
  effort.words(text);
  // How it begins is typed key by key, the rest comes at once, as from a keyboard that completes words: a key costs a browser without a graphics card 30 ms.
  await keyboard.type(text.slice(0, typed));
  if (text.length > typed) await keyboard.insertText(text.slice(typed));
};

const typed = 16;
