import { buildPage } from '../../build.ts';
import type { SessionOptions } from '../../src/dev/session.ts';

/** The options of a session that says nothing and opens no browser. */
export function quietSession(cwd: string): SessionOptions {
  return {
    buildPage,
    terminal: { cwd, colors: false, debug: false, print: () => {}, printError: () => {} },
    port: 0,
    isOpen: false,
    stay: false,
    polls: false,
    trustsScripts: false,
    notify: () => {},
    onBuild: () => {},
  };
}
