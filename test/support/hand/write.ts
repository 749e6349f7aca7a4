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
  await keyboard.type(text);
};
