import path from 'node:path';
import { bundleScript, runtimeFolder } from '../../base/browser-script.ts';

let script: Promise<string> | undefined;

/** The script with the checks of a slide, bundled when a page first asks for it. */
export function checkScript(): Promise<string> {
  const entryPoints = [path.join(runtimeFolder, 'check', 'live-page.ts')];
  script ??= bundleScript({ entryPoints, format: 'esm' }).catch((error) => {
    script = undefined;
    throw error;
  });
  return script;
}
