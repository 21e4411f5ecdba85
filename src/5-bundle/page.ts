import type { Report } from '../base/diagnostics/report.ts';
import { versionOf } from '../base/files/libraries.ts';
import { packageRoot } from '../base/files/package-root.ts';
import type { Inputs } from '../base/inputs.ts';
import type { BuiltPage } from '../model/page.ts';
import {
  chartMark,
  diagramMark,
  type Piece,
  type RenderedDeck,
  stackTags,
} from '../model/rendered.ts';
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
import { placeMarks } from './place-marks.ts';
import { bundleRuntime } from './runtime/runtime.ts';
import { writePage } from './shell.ts';
import { buildStyles, type Styles } from './styles/styles.ts';

export interface BundleOptions extends BuildOptions {
  /**
   * The deck has errors: its page may be previewed but not written. What is expensive is omitted: the
   * runtime, fonts, the images of charts and diagrams.
   */
  readonly draft: boolean;
}

/**
 * Makes one HTML file of a rendered deck and of all that it names: images, video, styles, fonts,
 * scripts; draws its charts and diagrams. Reads files, fetches nothing.
 */
export async function bundlePage(
  rendered: RenderedDeck,
  options: BundleOptions,
  inputs: Inputs,
  report: Report,
): Promise<BuiltPage> {
  const { head, title, slideCount, places, features, charts } = rendered;
  const specs = charts.map(({ spec }) => spec);
  const runtime = options.draft ? '' : bundleRuntime({ features, specs });
  const own = await buildStyles(rendered, options, inputs, report);
  const styles = await nameFonts(own, rendered, options, inputs, report);
  const contents = new FileContents(options.memory);
  const assets = readAssets(rendered.assets, options, contents, inputs, report);
  const scripts = readScripts(head.scripts, options, inputs, report);
  const draft = options.draft || !(styles.ok && assets.ok && scripts.ok);
  const pieces = draft
    ? withoutImages(rendered.pieces)
    : await drawImages(rendered, styles, options, inputs, report);
  const letters = letterFinder(styles, { ...rendered, pieces });
  const { fonts, ok } = locateFonts(styles, letters, options, inputs, report);
  const embedded = draft || !ok ? [] : await embedFonts(fonts, styles, report);
  reportMissingGlyphs(rendered, letters.text, styles, embedded, options, inputs, report);
  const faces = embedded.map(({ rule }) => rule).join('');
  const placed = placeAssets(pieces, assets.urls);
  const files = { entry: rendered.file, noted: inputs.files, root: options.root };
  const source = options.share ? undefined : readSource(files, contents);
  const parts = {
    style: faces + styles.css,
    scripts: [await runtime, ...scripts.texts],
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

/** Puts the images of charts and diagrams where their marks are. */
async function drawImages(
  rendered: RenderedDeck,
  styles: Styles,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<readonly Piece[]> {
  const pieces = await placeCharts(rendered, styles, options, inputs, report);
  return placeDiagrams({ ...rendered, pieces }, styles, options, inputs, report);
}

function withoutImages(pieces: readonly Piece[]): readonly Piece[] {
  return placeMarks(placeMarks(pieces, chartMark(0), []), diagramMark(0), []);
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
