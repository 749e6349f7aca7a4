import { buildState, builtPath, type Built } from '../../build/isBuilt.ts';

/** Absolute path of something that `npm run build` made. Throws when it is missing or older than the source, so that no test passes on old code. */
export const builtProgram = (name: Built): string => {
  const state = buildState(name);
  if (state !== 'fresh') throw new Error(`dist/${name} is ${state}: type \`npm run build\` first.`);
  return builtPath(name);
};
