import type { Report } from '../base/diagnostics/report.ts';
import { versionOf } from '../base/files/libraries.ts';
import { packageRoot } from '../base/files/package-root.ts';
import type { BuiltPage } from '../model/page.ts';
import { type Piece, type RenderedDeck, stackTags } from '../model/rendered.ts';
import type { BuildOptions } from '../model/source.ts';
import { placeAssets, readAssets } from './assets/assets.ts';
import { readSource, writeCarriedSource } from './assets/carried-source.ts';
import { FileContents } from './assets/file-contents.ts';
import { readScripts } from './assets/scripts.ts';
import { letterFinder } from './fonts/characters/font-letters.ts';
import { reportMissingGlyphs } from './fonts/characters/missing-glyphs.ts';
import { embedFonts, locateFonts } from './fonts/fonts.ts';
import { nameFonts } from './fonts/named-fonts.ts';
import { placeCharts } from './images/chart-images.ts';
import { placeDiagrams } from './images/diagram-images.ts';
import { bundleRuntime } from './runtime/runtime.ts';
import { writePage } from './shell.ts';
import { buildStyles } from './styles/styles.ts';

/**
 * Makes one HTML file of a rendered deck and of all that it names: images, video, styles, fonts,
 * scripts; draws its charts and diagrams. Reads files, fetches nothing. With errors in the report the page lacks
 * what is dear.
 */
export async function bundlePage(
  rendered: RenderedDeck,
  options: BuildOptions,
  report: Report,
): Promise<BuiltPage> {
  const { head, title, slideCount, places, features, charts } = rendered;
  const specs = charts.map(({ spec }) => spec);
  const runtime = report.hasErrors ? Promise.resolve('') : bundleRuntime({ features, specs });
  const own = await buildStyles(rendered, options, report);
  const styles = await nameFonts(own, rendered, options, report);
  const contents = new FileContents(options.memory);
  const assets = readAssets(rendered.assets, options, contents, report);
  const scripts = readScripts(head.scripts, options, report);
  const charted = await placeCharts(rendered, styles, options, report);
  const drawn = { ...rendered, pieces: charted };
  const pieces = await placeDiagrams(drawn, styles, options, report);
  const letters = letterFinder(styles, { ...rendered, pieces });
  const fonts = locateFonts(styles, letters, options, report);
  const embedded = report.hasErrors ? [] : await embedFonts(fonts, styles, report);
  reportMissingGlyphs(rendered, letters.text, styles, embedded, options, report);
  const faces = embedded.map(({ rule }) => rule).join('');
  const placed = placeAssets(pieces, assets.urls);
  const files = { entry: rendered.file, noted: report.files, root: options.root };
  const source = options.share ? undefined : readSource(files, contents);
  const parts = {
    style: faces + styles.css,
    scripts: [await runtime, ...scripts],
    origins: assets.origins,
    version: versionOf(packageRoot),
  };
  let html: string | undefined;
  return {
    title,
    slideCount,
    places,
    get html() {
      html ??= writePage(rendered, {
        ...parts,
        slides: placed.map((piece) => piece.html).join(''),
        source: source ? writeCarriedSource(source, assets.contents) : '',
      });
      return html;
    },
    parts: {
      columns: columnsOf(placed),
      style: parts.style,
      frame: writePage({ ...rendered, title: '' }, { ...parts, slides: '', style: '', source: '' }),
    },
  };
}

function columnsOf(pieces: readonly Piece[]): readonly (readonly string[])[] {
  const columns: string[][] = [];
  let stack: string[] | undefined;
  for (const { html } of pieces) {
    if (html === stackTags.close) stack = undefined;
    else if (html === stackTags.open) {
      stack = [];
      columns.push(stack);
    } else if (stack) stack.push(html);
    else columns.push([html]);
  }
  return columns;
}
