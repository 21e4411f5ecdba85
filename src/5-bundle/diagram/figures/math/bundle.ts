import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import { libraryFolder } from '../../../../base/files/libraries.ts';
import { packageRoot } from '../../../../base/files/package-root.ts';

interface MathBundle {
  /** The body of a CommonJS module that exports {@link MathLibrary}. */
  readonly code: string;
  /** The files of which a part is in it, relative to the package's root. */
  readonly files: readonly string[];
}

/** Characters that formulas hardly have, by the names of MathJax's files. Browsers choose a font for them. */
const rare = /^(?:cyrillic|dingbats|enclosed|latin-bi?|latin-i|phonetics|shapes)$/;

const font = '@mathjax/mathjax-stix2-font';

/** Bundles the part of MathJax that draws MathML as SVG, with the outlines of its characters. */
export async function bundleMath(): Promise<MathBundle> {
  const { build } = await import('esbuild');
  const { outputFiles, metafile } = await build({
    absWorkingDir: packageRoot,
    stdin: { contents: entry(), resolveDir: packageRoot },
    bundle: true,
    metafile: true,
    minify: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'node20.19',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    write: false,
    logLevel: 'silent',
    legalComments: 'none',
    tsconfigRaw: '{}',
    plugins: [withOneFont()],
  } as const satisfies BuildOptions);
  return { code: outputFiles[0]?.text ?? '', files: Object.keys(metafile.inputs) };
}

function entry(): string {
  const folder = path.join(libraryFolder(font), 'mjs', 'svg', 'dynamic');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => name.slice(0, -'.js'.length));
  const parts = names.filter((name) => !rare.test(name));
  const missing = names.filter((name) => rare.test(name));
  return [
    `export { mathjax } from '@mathjax/src/mjs/mathjax.js';`,
    `export { MathML } from '@mathjax/src/mjs/input/mathml.js';`,
    `export { SVG } from '@mathjax/src/mjs/output/svg.js';`,
    `export { liteAdaptor } from '@mathjax/src/mjs/adaptors/liteAdaptor.js';`,
    `export { RegisterHTMLHandler } from '@mathjax/src/mjs/handlers/html.js';`,
    `import { MathJaxStix2Font } from '${font}/mjs/svg.js';`,
    `export { MathJaxStix2Font };`,
    ...parts.map((name) => `import '${font}/mjs/svg/dynamic/${name}.js';`),
    ...missing.map((name) => `MathJaxStix2Font.dynamicSetup('', '${name}', {});`),
  ].join('\n');
}

/** MathJax would take a font of its own besides. */
function withOneFont(): Plugin {
  return {
    name: 'one-font',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#default-font\// }, () => ({ path: 'font', namespace: 'none' }));
      onLoad({ filter: /.*/, namespace: 'none' }, () => ({
        contents: 'export const Font = { fontName: "", DefaultFont: undefined };',
      }));
    },
  };
}
