import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { stateLimit, testLimit } from './test/support/limits.ts';
import { LongFirst } from './test/support/order.ts';

export default defineConfig({
  test: {
    // Kept from run to run, apart from that of people.
    env: {
      LECTERN_CACHE: path.resolve('node_modules/.cache/lectern'),
      LECTERN_SETTINGS: path.resolve('node_modules/.cache/lectern-settings'),
    },
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Each worker keeps its modules and its browser from file to file. A third one uses the time that two cores
    // have while tests wait; with more, every test is slow, as each worker has a Chromium.
    isolate: false,
    maxWorkers: 3,
    // Pages are large strings: with room for more of them, a tenth less time goes to collecting garbage.
    execArgv: ['--max-semi-space-size=32'],
    sequence: { sequencer: LongFirst },
    // Compiling all modules takes seconds of each run, be it of one file.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'node_modules/.cache/vitest' },
    unstubEnvs: true,
    testTimeout: testLimit,
    hookTimeout: testLimit,
    teardownTimeout: stateLimit,
    expect: { poll: { timeout: stateLimit } },
  },
});
