import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from './files/package-root.ts';

/** Lectern's own package.json. */
export function packageInfo(): PackageInfo {
  const text = readFileSync(path.join(packageRoot, 'package.json'), 'utf8');
  const { version, bugs, homepage } = JSON.parse(text) as {
    readonly version: string;
    readonly bugs: { readonly url: string };
    readonly homepage: string;
  };
  return { version, issuesUrl: bugs.url, url: homepage.replace(/#.*/, '') };
}

interface PackageInfo {
  readonly version: string;
  readonly issuesUrl: string;
  /** The address of the repository. */
  readonly url: string;
}
