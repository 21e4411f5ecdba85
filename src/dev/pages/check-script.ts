import path from 'node:path';
import { bundleScript, runtimeFolder } from '../../base/browser-script.ts';

let script: Promise<Buffer> | undefined;

/** The script with the checks of a slide, bundled when a page first asks for it. */
export function checkScript(): Promise<Buffer> {
  const entryPoints = [path.join(runtimeFolder, 'check', 'live-page.ts')];
  script ??= bundleScript({ entryPoints, format: 'esm' })
    .then((text) => Buffer.from(text))
    .catch((error) => {
      script = undefined;
      throw error;
    });
  return script;
}
