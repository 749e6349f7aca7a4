import { defineConfig } from 'vitest/config';

/** Real processes, real TLS and a real browser share two cores: whole-station suites run one file at a time. */
const suite = (name: string, { together, seconds }: { readonly together: boolean; readonly seconds: number }) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.{ts,tsx}`],
    testTimeout: seconds * 1000,
    hookTimeout: seconds * 1000,
    fileParallelism: together,
    pool: 'forks' as const,
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', { together: true, seconds: 20 }),
      suite('lan', { together: false, seconds: 60 }),
      suite('scenario', { together: false, seconds: 60 }),
      suite('e2e', { together: false, seconds: 120 }),
      suite('electron', { together: false, seconds: 120 }),
      suite('packaging', { together: false, seconds: 300 }),
    ],
    allowOnly: false,
    reporters: ['default'],
  },
});
