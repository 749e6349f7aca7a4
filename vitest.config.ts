import { defineConfig } from 'vitest/config';

/** Each suite’s files run two at a time: a real browser and a handful of stations keep two cores busy. Three are hardly faster, and then what is waited for comes late. */
const suite = (name: string, seconds: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    maxWorkers: 2,
    // What is waited for has come long before on a machine that does nothing else.
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks' as const,
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', 20),
      suite('lan', 60),
      suite('scenario', 60),
      suite('e2e', 120),
      suite('electron', 120),
      suite('packaging', 300),
    ],
    allowOnly: false,
    reporters: ['default'],
  },
});
