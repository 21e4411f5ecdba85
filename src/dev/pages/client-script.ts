import path from 'node:path';
import { bundleScript, runtimeFolder } from '../../base/browser-script.ts';

/** The scripts that the server adds to its pages, as paths in `src/runtime/dev/`. */
type ClientName = 'main' | 'remote/main';

/** Bundles a client script. */
export function bundleClient(name: ClientName): Promise<string> {
  return bundleScript({ entryPoints: [path.join(runtimeFolder, 'dev', `${name}.ts`)] });
}
