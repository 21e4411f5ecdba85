/** The globals of Node.js that the stages use; esbuild inserts them. */
import { Buffer as BrowserBuffer } from 'buffer/';

export const Buffer: typeof BrowserBuffer = BrowserBuffer;

const start = Date.now();

export const process = {
  env: {},
  platform: 'browser',
  arch: 'browser',
  version: 'browser',
  versions: {},
  cpuUsage: () => ({ user: 0, system: 0 }),
  uptime: (): number => (Date.now() - start) / 1000,
  argv: [],
  cwd: (): string => '/',
};
