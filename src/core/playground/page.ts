import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { builtInThemes } from '../../1-load/theme.ts';
import { runtimeFolder, scriptOptions } from '../../base/browser-script.ts';
import { packageRoot } from '../../base/files/package-root.ts';
import { html, rawHtml } from '../../base/html.ts';
import { bundleCore } from '../bundle.ts';
import type * as Core from '../core.ts';
import { coreFiles } from '../core-files.ts';
import { packFiles } from './payload.ts';

const folder = path.join(runtimeFolder, 'playground');

/**
 * The playground: one HTML file with an editor, Lectern itself, and the deck.
 *
 * @param licensesOf the licenses of what the files contain, which are named from the package's root on
 * @param temporary a folder for code that is run to fill the cache; without it, the first build takes longer
 */
export async function playgroundPage(
  licensesOf: (files: readonly string[]) => string,
  temporary?: string,
): Promise<string> {
  const library = await coreFiles();
  const worker = await bundleCore('src/core/playground/worker.ts', {
    minify: true,
    format: 'iife',
  });
  const page = await esbuild.build({
    ...scriptOptions,
    absWorkingDir: packageRoot,
    entryPoints: [path.join(folder, 'main.ts')],
    write: false,
    metafile: true,
  });
  const files = [...worker.files, ...Object.keys(page.metafile.inputs), ...library.keys()];
  const wasm = createRequire(import.meta.url).resolve('esbuild-wasm/esbuild.wasm');
  return writePage({
    script: page.outputFiles[0]?.text ?? '',
    payloads: {
      licenses: Buffer.from(licensesOf(files)),
      worker: Buffer.from(worker.code),
      library: packFiles(library),
      cache: packFiles(temporary === undefined ? new Map() : await fillCache(library, temporary)),
      esbuild: readFileSync(wasm),
    },
  });
}

/** What builds of ordinary decks leave in the cache, so that the first build need not wait for esbuild. */
async function fillCache(
  library: ReadonlyMap<string, Uint8Array>,
  temporary: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { code } = await bundleCore();
  const file = path.join(temporary, 'core.mjs');
  writeFileSync(file, code);
  const { createCore } = (await import(pathToFileURL(file).href)) as typeof Core;
  const cache: Core.CoreCache = new Map();
  const core = createCore({ library, cache, esbuild: async () => esbuild });
  for (const text of ordinaryDecks()) await core.build('deck.md', new Map([['deck.md', text]]));
  return new Map([...cache].filter(([name]) => /^(?:runtime|styles)-/.test(name)).sort());
}

/** A deck of each theme, and decks with what most decks have. */
function ordinaryDecks(): readonly string[] {
  const themes = builtInThemes.flatMap((theme) =>
    ['', '$x$'].map((formula) => `---\ntheme: ${theme}\n---\n\n# A\n\n${formula}\n`),
  );
  const charts = ['bar', 'line', 'area', 'pie'].map((type) => fence(`chart ${type}`, 'x,y\na,1'));
  const parts = ['', ...charts, charts.join('\n\n---\n\n'), '$x$', fence('dot', 'graph { a }')];
  const steps = ['', fence('js {1|2}', 'a\nb'), '- a\n- b\n{.steps}'];
  return [
    ...themes,
    ...parts.flatMap((part) => steps.map((step) => `# A\n\n${part}\n\n${step}\n`)),
  ];
}

function fence(info: string, text: string): string {
  return `\`\`\`${info}\n${text}\n\`\`\``;
}

interface PageParts {
  readonly script: string;
  /** Data for the script, by name. */
  readonly payloads: Readonly<Record<string, Uint8Array>>;
}

/** No request of any kind is allowed, for decks in the page either. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:",
  "style-src 'unsafe-inline'",
  ...['img', 'font', 'media'].map((kind) => `${kind}-src data: blob:`),
  ...['worker', 'frame'].map((kind) => `${kind}-src blob:`),
].join('; ');

function writePage({ script, payloads }: PageParts): string {
  const style = readFileSync(path.join(folder, 'page.css'), 'utf8');
  const code = script.replace(/<(?=!--|\/?script)/gi, '\\x3C');
  const packed = Object.entries(payloads).map(([name, bytes]) => {
    const text = gzipSync(bytes, { level: 9 }).toString('base64');
    return html`<script type="text/plain" id="lectern-${name}">${rawHtml(text)}</script>\n`;
  });
  const themes = builtInThemes.map((theme) => html`<option>${theme}</option>`);
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Lectern playground</title>
<style>${rawHtml(style)}</style>
<header>
<h1>Lectern</h1>
<label>Example <select id="example"></select></label>
<label>Theme <select id="theme">${themes}</select></label>
<button type="button" id="add">Add files</button>
<input type="file" id="picker" multiple hidden aria-label="Files">
<button type="button" id="copy">Copy text</button>
<button type="button" id="save">Save text</button>
<button type="button" id="download" class="main">Download deck</button>
<button type="button" id="licenses">Licenses</button>
<p id="status" role="status"></p>
</header>
<main id="text" aria-label="Text">
<div id="editor"></div>
<ul id="diagnostics" aria-label="Errors and warnings"></ul>
</main>
<section id="preview" aria-label="Deck"></section>
${packed}<script>${rawHtml(code)}</script>
</html>
`.toString();
}
