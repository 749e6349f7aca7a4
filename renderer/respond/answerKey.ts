/**
 * The keyboard must have been at rest this long before Space or Enter counts as an answer: whoever is typing
 * when an alarm comes in, or strikes a key twice in a fright, must not promise help without meaning to.
 */
export const restBeforeAnswer = 700;

export interface KeyStroke {
  readonly key: string;
  readonly repeat: boolean;
  /** Ctrl, Alt or Meta is held. */
  readonly modified: boolean;
  /** What has the focus takes the key itself: a field, a button, a link, a list. */
  readonly taken: boolean;
  /** Milliseconds since the key before this one; infinite when there was none. */
  readonly rest: number;
}

export type AnswerKey = 'Space' | 'Enter';

/** Whether a key stroke is the answer key, among those that this face of the program listens to. */
export const isAnswer = (stroke: KeyStroke, keys: readonly AnswerKey[]): boolean => {
  if (stroke.repeat || stroke.modified || stroke.taken || stroke.rest < restBeforeAnswer) return false;
  return (stroke.key === 'Enter' && keys.includes('Enter')) || (stroke.key === ' ' && keys.includes('Space'));
};

/** Matches what uses Space or Enter for itself. */
export const takesKeys = 'input, textarea, select, button, a[href], summary, [contenteditable]:not([contenteditable="false"]), [role="button"], [role="option"], [role="radio"], [role="tab"], [role="menuitem"]';
