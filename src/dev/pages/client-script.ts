import path from 'node:path';
import { bundleScript, runtimeFolder } from '../../base/browser-script.ts';

/** The scripts that the server adds to its pages, as paths in `src/runtime/dev/`. */
type ClientName = 'main' | 'remote/main';

const scripts = new Map<ClientName, Promise<string>>();

/** Bundles a client script, once. */
export async function bundleClient(name: ClientName): Promise<string> {
  const known = scripts.get(name);
  if (known) return known;
  const script = bundleScript({ entryPoints: [path.join(runtimeFolder, 'dev', `${name}.ts`)] });
  scripts.set(name, script);
  // Tried again by the next session.
  script.catch(() => scripts.delete(name));
  return script;
}
