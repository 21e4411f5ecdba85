import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import { cached } from '../../../../base/cache/cache.ts';
import { codeFingerprint } from '../../../../base/code-fingerprint.ts';
import { libraryVersion } from '../../../../base/files/libraries.ts';
import { packageRoot } from '../../../../base/files/package-root.ts';

/** The used part of MathJax. */
export interface MathLibrary {
  readonly mathjax: {
    asyncLoad: ((name: string) => unknown) | null;
    asyncIsSynchronous: boolean;
    document(text: string, options: object): MathDocument;
  };
  readonly MathML: new () => object;
  readonly SVG: new (options: object) => object;
  readonly liteAdaptor: () => LiteAdaptor;
  readonly RegisterHTMLHandler: (adaptor: LiteAdaptor) => void;
  readonly MathJaxStix2Font: object;
}

interface MathDocument {
  convert(mathml: string, options: object): object;
}

interface LiteAdaptor {
  innerHTML(node: object): string;
}

let loaded: Promise<MathLibrary> | undefined;

/** Loads what draws formulas. */
export function loadMath(): Promise<MathLibrary> {
  loaded ??= mathCode().then(run);
  return loaded;
}

/** The code of the library, as one script. */
export async function mathCode(): Promise<string> {
  // A checkout may have the file of an older package.
  if (!existsSync(path.join(packageRoot, bundleFile))) return readFileSync(shipped, 'utf8');
  const packages = ['@mathjax/src', '@mathjax/mathjax-stix2-font', 'esbuild'];
  const key = [codeFingerprint(bundleFile), ...packages.map(libraryVersion)];
  return cached('mathjax', key, async () => {
    const { bundleMath } = await import('./bundle.ts');
    return (await bundleMath()).code;
  });
}

/** Created with the package; see scripts/pack.ts. */
const shipped = path.join(packageRoot, 'lib', 'mathjax.js');
const bundleFile = 'src/5-bundle/diagram/figures/math/bundle.ts';

function run(code: string): MathLibrary {
  const module: { exports: unknown } = { exports: {} };
  const script = new Script(`(function(exports,module){${code}\n})`, { filename: 'mathjax.js' });
  script.runInThisContext()(module.exports, module);
  // The bundle exports these names.
  return module.exports as MathLibrary;
}
