import type { Locator } from 'playwright-core';
import type { Effort } from './effort.ts';

/** Types into the field that has the focus. A day or a time is typed part by part, as its field asks for them. */
export const write = async (field: Locator, text: string, effort: Effort): Promise<void> => {
  const { keyboard } = field.page();
  const parts = partsOf((await field.getAttribute('type')) ?? 'text', text);
  if (parts === null && text.includes('\n')) {
    // Nobody types a document: it is pasted.
    effort.keys(2);
    await keyboard.insertText(text);
    return;
  }
  if (parts === null) {
    effort.words(text);
    await keyboard.type(text);
    return;
  }
  effort.words(parts.join(''));
  for (const part of parts) {
    await keyboard.type(part);
    // A year may have more digits, so only its field waits to be left.
    if (part.length === 4) {
      effort.keys(1);
      await keyboard.press('ArrowRight');
    }
  }
  const written = await field.inputValue();
  if (written !== text) throw new Error(`${field.toString()} took ${parts.join(' ')} for "${written}", not for ${text}`);
};

/** A day or a time, which replaces what stood there part by part. */
export const isWrittenInParts = async (field: Locator): Promise<boolean> => ['date', 'time', 'datetime-local'].includes((await field.getAttribute('type')) ?? '');

/** As Chromium's own language asks for them, which is American English wherever it has no other: the language of the page does not count. */
const partsOf = (type: string, text: string): readonly string[] | null => {
  if (type !== 'date' && type !== 'time' && type !== 'datetime-local') return null;
  const [day = '', time = ''] = type === 'time' ? ['', text] : text.split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  const [hours = '', minutes = ''] = time.split(':');
  const dayParts = [month, date, year];
  const timeParts = [String(Number(hours) % 12 || 12).padStart(2, '0'), minutes, Number(hours) < 12 ? 'AM' : 'PM'];
  return [...(type === 'time' ? [] : dayParts), ...(type === 'date' ? [] : timeParts)];
};
