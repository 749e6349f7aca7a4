import type * as Electron from 'electron';

/** What Electron hands to listeners that may say no. */
export const createEvent = (): Electron.Event => {
  let prevented = false;
  return {
    get defaultPrevented() {
      return prevented;
    },
    preventDefault: () => {
      prevented = true;
    },
  };
};
