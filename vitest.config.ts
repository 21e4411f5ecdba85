import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Kept from run to run, apart from that of people.
    env: { LECTERN_CACHE: path.resolve('node_modules/.cache/lectern') },
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/browser-setup.ts'],
    // A Chromium beside each worker: more of both than cores makes every test slow.
    maxWorkers: 2,
    testTimeout: 30_000,
    // What comes in its time comes later on a machine that is busy.
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
  },
});
