import { defineConfig } from 'vitest/config';

/** Each suite's files run three at a time, also on two cores: half of their time they wait for real processes. */
const suite = (name: string, seconds: number) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    maxWorkers: 3,
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
