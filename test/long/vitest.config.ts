import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What takes too long for every change. One file after the other: each wants the machine for itself. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/long/**/*.test.ts'],
    testTimeout: 45 * 60_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
    pool: 'forks',
    allowOnly: false,
    reporters: ['verbose'],
  },
});
