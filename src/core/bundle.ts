import { createRequire } from 'node:module';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { languageModules } from '../3-resolve/code/languages.ts';
import { packageRoot } from '../base/files/package-root.ts';

/** The modules of `host/` that replace those of Node.js in a browser. */
const nodeModules: Readonly<Record<string, string>> = {
  fs: 'fs.ts',
  crypto: 'crypto.ts',
  zlib: 'zlib.ts',
  buffer: 'buffer.ts',
  vm: 'vm.ts',
  v8: 'v8.ts',
  url: 'url.ts',
  esbuild: 'esbuild.ts',
};

/** Lectern's own modules that are replaced: what uses a cache on disk, workers, time limits and the network. */
const ownModules: Readonly<Record<string, string>> = {
  'src/base/cache/cache.ts': 'cache.ts',
  'src/base/code-fingerprint.ts': 'code-fingerprint.ts',
  'src/base/files/package-root.ts': 'package-root.ts',
  'src/base/time/time-limit.ts': 'time-limit.ts',
  'src/5-bundle/reduce/reduce-image.ts': 'reduce-image.ts',
  'src/5-bundle/reduce/worker-script.ts': 'worker-script.ts',
  'src/base/remote/fetcher.ts': 'nothing.ts',
  'src/base/remote/remote-deck.ts': 'nothing.ts',
  'src/3-resolve/diagram/mermaid/library/bundle.ts': 'nothing.ts',
  'src/5-bundle/diagram/figures/math/bundle.ts': 'nothing.ts',
  'src/cli/main.ts': 'nothing.ts',
};

const pathModule = createRequire(import.meta.url).resolve('path-browserify');
const host = path.join(packageRoot, 'src', 'core', 'host');

/** The esbuild options that bundle `lectern/core` into one module for browsers, without imports. */
const coreBundle = {
  absWorkingDir: packageRoot,
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  // Names stay, for bug reports.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  define: { 'import.meta.url': '"file:///lectern/core.js"' },
  inject: [path.join(host, 'globals.ts')],
  tsconfigRaw: '{}',
} as const satisfies BuildOptions;

export interface CoreBundle {
  readonly code: string;
  /** The files that went in, from the package's root on. */
  readonly files: readonly string[];
  /** What the code would load when it runs. */
  readonly imports: readonly string[];
}

export async function bundleCore(
  entry = 'src/core/core.ts',
  options: BuildOptions = {},
): Promise<CoreBundle> {
  const { outputFiles = [], metafile } = await build({
    ...coreBundle,
    ...options,
    entryPoints: [entry],
    plugins: [hostPlugin],
    write: false,
    metafile: true,
  });
  const outputs = Object.values(metafile?.outputs ?? {});
  return {
    code: outputFiles[0]?.text ?? '',
    // Modules that a package leaves out for browsers have names in parentheses.
    files: Object.keys(metafile?.inputs ?? {}).filter((name) => !name.startsWith('(')),
    imports: outputs.flatMap(({ imports }) => imports.map(({ path: name }) => name)),
  };
}

const hostPlugin: Plugin = {
  name: 'browser-host',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?[a-z0-9_/]+$/ }, ({ path: name, kind }) => {
      const module = name.replace('node:', '');
      if (module === 'path') return { path: pathModule };
      const replacement = nodeModules[module];
      if (replacement !== undefined && (name.startsWith('node:') || name === 'esbuild')) {
        return { path: path.join(host, replacement), sideEffects: false };
      }
      if (!name.startsWith('node:')) return undefined;
      return kind === 'entry-point' ? undefined : { path: path.join(host, 'nothing.ts') };
    });
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path: name, resolveDir }) => {
      const file = path.resolve(resolveDir, name);
      const replacement = ownModules[path.relative(packageRoot, file).replaceAll('\\', '/')];
      return replacement === undefined ? undefined : { path: path.join(host, replacement) };
    });
    onLoad({ filter: /[\\/]code[\\/]load-language\.ts$/ }, ({ path: file }) => ({
      contents: languageLoader(),
      resolveDir: path.dirname(file),
    }));
  },
};

/** All languages, each run when a deck uses it, as nothing can be loaded later. */
function languageLoader(): string {
  const cases = [...languageModules()].map(
    (name) =>
      `case '${name}': return (await import('highlight.js/lib/languages/${name}')).default;`,
  );
  return `export async function loadLanguage(name) { switch (name) { ${cases.join('\n')} } }`;
}
