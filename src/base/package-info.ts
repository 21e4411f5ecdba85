import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from './files/package-root.ts';

/** Lectern's own package.json. */
export function packageInfo(): { readonly version: string; readonly issuesUrl: string } {
  const text = readFileSync(path.join(packageRoot, 'package.json'), 'utf8');
  const { version, bugs } = JSON.parse(text) as { version: string; bugs: { url: string } };
  return { version, issuesUrl: bugs.url };
}
