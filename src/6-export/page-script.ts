import { bundleScript, runtimeFolder } from '../base/browser-script.ts';
import { cached } from '../base/cache/cache.ts';
import { codeFingerprint } from '../base/code-fingerprint.ts';
import { libraryVersion } from '../base/files/libraries.ts';

/** The global variable in the page that holds the functions of a script. */
export const pageGlobal = 'lecternExport';

type PageScript =
  | 'check/check-page'
  | 'check/contents'
  | 'check/frames'
  | 'export/gradients'
  | 'export/handout'
  | 'export/images'
  | 'export/tagging'
  | 'check/overfull-page';

/**
 * A part of `src/runtime/`, which arranges a page's slides for an exporter, or checks them. To be run
 * in the page; its functions are then there by the name {@link pageGlobal}.
 */
export async function pageScript(name: PageScript): Promise<string> {
  const code = codeFingerprint('src/6-export/page-script.ts', 'src/runtime');
  const key = [name, code, libraryVersion('esbuild')];
  return cached('export', key, () => bundle(name));
}

function bundle(name: string): Promise<string> {
  return bundleScript({
    entryPoints: [`${runtimeFolder}/${name}.ts`],
    globalName: pageGlobal,
    minify: false,
  });
}
