import { useEffect, useEffectEvent } from 'react';
import { createBadgeReader, type BadgeField } from './badgeReader.ts';

const badges = new EventTarget();

/** Marks the part of a page beside whose fields badges count. */
export const takesBadges = { 'data-takes-badges': true } as const;

/** Listens for a badge reader in the whole window, once. What nobody waits for is swallowed: it presses no button and answers no call. */
export const useBadgeReader = (): void => {
  useEffect(() => {
    const reader = createBadgeReader({
      onBadge: (number) => badges.dispatchEvent(new CustomEvent('badge', { detail: number })),
      later: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    const fieldsByElement = new WeakMap<HTMLInputElement, BadgeField>();
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      const { target } = event;
      if (isEditable(target) && !(target instanceof HTMLInputElement && target.closest('[data-takes-badges]') !== null)) return;
      const field = target instanceof HTMLInputElement && isEditable(target) ? (fieldsByElement.get(target) ?? { type: (text: string) => typeInto(target, text) }) : null;
      if (target instanceof HTMLInputElement && field !== null) fieldsByElement.set(target, field);
      if (reader.key(event.key, field, event.timeStamp) === 'leave') return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, []);
};

/** Runs with the number of a badge; while `listening`. */
export const useBadge = (run: (number: string) => void, listening = true): void => {
  const onBadge = useEffectEvent(run);
  useEffect(() => {
    if (!listening) return undefined;
    const listener = (event: Event): void => {
      if (event instanceof CustomEvent && typeof event.detail === 'string') onBadge(event.detail);
    };
    badges.addEventListener('badge', listener);
    return () => badges.removeEventListener('badge', listener);
  }, [listening]);
};

/** Where something is typed; a box to tick or to choose from is none. */
const isEditable = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select'));

/** As if it had been typed: at the place of the cursor, and told to whoever listens to the field. */
const typeInto = (field: HTMLInputElement, text: string): void => {
  field.setRangeText(text, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
