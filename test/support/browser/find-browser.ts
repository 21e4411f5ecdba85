import { existsSync } from 'node:fs';
import { findBrowser as findUsual } from '../../../src/6-export/browser/find.ts';

/** Where the browser is, or a line that says what to do so that there is one. */
export type FoundBrowser = { readonly path: string } | { readonly problem: string };

/** The browser that `LECTERN_BROWSER` names, or one in a usual place. */
export function findBrowser(): FoundBrowser | undefined {
  const named = process.env.LECTERN_BROWSER;
  if (named) {
    return existsSync(named) ? { path: named } : { problem: `LECTERN_BROWSER: no file ${named}` };
  }
  const found = findUsual();
  return found === undefined ? undefined : { path: found };
}
