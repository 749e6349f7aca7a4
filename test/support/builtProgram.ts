import { buildState, builtPath, type Built } from '../../build/isBuilt.ts';

/** Looked at once a process: nobody builds in the middle of a test. */
const states = new Map<Built, ReturnType<typeof buildState>>();

/** Absolute path of something that `npm run build` made. Throws when it is missing or older than the source, so that no test passes on old code. */
export const builtProgram = (name: Built): string => {
  const state = states.get(name) ?? buildState(name);
  states.set(name, state);
  if (state !== 'fresh') throw new Error(`dist/${name} is ${state}: type \`npm run build\` first.`);
  return builtPath(name);
};

/** The command as it is delivered. As TypeScript it needs twice as long to start, and the tests start it a thousand times. */
export const quietbellProgram = (): string => builtProgram('cli/quietbell.js');
