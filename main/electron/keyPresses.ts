/**
 * One press of a key may be heard more than once: as a global shortcut and in the window, and, where the system repeats a
 * held key to global shortcuts (X11), again and again. A second press raises an alarm to `emergency`, so an echo must not
 * count as one. Hearings of one binding that follow each other within the silence (milliseconds) are the same press.
 */
export const createPressFilter = (silence: number) => {
  const lastHeardByBinding = new Map<string, number>();
  /** Whether this hearing, at a time in milliseconds of a clock that never goes back, begins a new press. */
  return (binding: string, at: number): boolean => {
    const last = lastHeardByBinding.get(binding);
    lastHeardByBinding.set(binding, at);
    return last === undefined || at - last > silence;
  };
};

/** X11 waits up to 660 ms before it repeats a held key; other systems do not repeat shortcuts, and two routes differ by far less. */
export const silenceOn = (platform: NodeJS.Platform): number => (platform === 'linux' ? 700 : 100);
