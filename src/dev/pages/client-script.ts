import path from 'node:path';
import { bundleScript, runtimeFolder } from '../../base/browser-script.ts';

/** The scripts that the server adds to its pages, by their places in `src/runtime/dev/`. */
type ClientName = 'main' | 'remote/main';

/** Bundles one of them. */
export function bundleClient(name: ClientName): Promise<string> {
  return bundleScript({ entryPoints: [path.join(runtimeFolder, 'dev', `${name}.ts`)] });
}
