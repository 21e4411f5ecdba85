import path from 'node:path';
import { bundleScript, runtimeFolder } from '../base/browser-script.ts';

/** Bundles the script of the index of a site. */
export function bundleSearch(): Promise<string> {
  return bundleScript({ entryPoints: [path.join(runtimeFolder, 'site', 'main.ts')] });
}
