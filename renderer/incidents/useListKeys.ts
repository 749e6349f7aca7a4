import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { neighbour } from './recordList.ts';

interface ListKeys {
  readonly root: RefObject<HTMLElement | null>;
  readonly lines: readonly { readonly key: string }[];
  readonly selectedKey: string;
  readonly select: (key: string) => void;
  readonly begin: () => void;
  readonly read: () => void;
}

const fields = 'input:not([type="search"]), textarea, select, [contenteditable], [role="radio"]';

/** Up and down choose, Enter goes to the reading pane, N begins a record; nowhere while a field is being typed in. */
export const useListKeys = (keys: ListKeys): void => {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { root, lines, selectedKey, select, begin, read } = latest.current;
      const target = event.target instanceof Element ? event.target : document.body;
      // A question that stands over the page has the keys for itself, and so has a calendar that stands open in it.
      const within = root.current?.contains(target) === true && target.closest('[role="dialog"]')?.contains(root.current) !== false;
      const here = target === document.body || within;
      if (!here || event.ctrlKey || event.altKey || event.metaKey || target.closest(fields) !== null) return;
      const searching = target instanceof HTMLInputElement;

      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const line = neighbour(lines, selectedKey, event.key === 'ArrowDown' ? 1 : -1);
        if (line === undefined) return;
        event.preventDefault();
        select(line.key);
        root.current?.querySelector<HTMLElement>(`[data-line="${line.key}"]`)?.focus();
      } else if (event.key === 'Enter' && target.hasAttribute('data-line') && target.getAttribute('data-line') === selectedKey) {
        event.preventDefault();
        read();
      } else if (event.key === 'n' && !searching) {
        event.preventDefault();
        // A key that is held down begins one.
        if (!event.repeat) begin();
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
