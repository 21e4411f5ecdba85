import type { Report } from '../base/diagnostics/report.ts';
import { versionOf } from '../base/files/libraries.ts';
import { packageRoot } from '../base/files/package-root.ts';
import type { Inputs } from '../base/inputs.ts';
import type { BuiltPage } from '../model/page.ts';
import { chartMark, diagramMark, type RenderedDeck } from '../model/rendered.ts';
import type { BuildOptions } from '../model/source.ts';
import { placeAssets, readAssets } from './assets/assets.ts';
import { readSource, writeCarriedSource } from './assets/carried-source.ts';
import { FileContents } from './assets/file-contents.ts';
import { readScripts } from './assets/scripts.ts';
import type { DrawnImages } from './fonts/characters/characters.ts';
import { findCharacters } from './fonts/characters/font-characters.ts';
import { reportMissingGlyphs } from './fonts/characters/missing-glyphs.ts';
import { embedFonts, locateFonts } from './fonts/fonts.ts';
import { nameFonts } from './fonts/named-fonts.ts';
import { drawCharts } from './images/chart-images.ts';
import { drawDiagrams } from './images/diagram-images.ts';
import { contentsOf, joinSlides, numberSlides } from './number-slides.ts';
import { placeMarks } from './place-marks.ts';
import { bundleRuntime } from './runtime/runtime.ts';
import { writePage } from './shell.ts';
import { buildStyles, type Styles } from './styles/styles.ts';

interface BundleOptions extends BuildOptions {
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
  const { head, title, stacks, features, charts } = rendered;
  const slides = stacks.flat();
  const specs = charts.map(({ spec }) => spec);
  const runtime = options.draft ? '' : bundleRuntime({ features, specs });
  const own = await buildStyles(rendered, options, inputs, report);
  const styles = await nameFonts(own, rendered, options, inputs, report);
  const contents = new FileContents(options.memory);
  const assets = readAssets(rendered.assets, options, contents, inputs, report);
  const scripts = readScripts(head.scripts, options, inputs, report);
  const draft = options.draft || !(styles.ok && assets.ok && scripts.ok);
  const images = draft ? noImages : await drawImages(rendered, styles, options, inputs, report);
  const characters = findCharacters(styles, rendered, images, options.memo);
  const { fonts, ok } = locateFonts(styles, characters, options, inputs, report);
  const embedded = draft || !ok ? [] : await embedFonts(fonts, styles, report);
  reportMissingGlyphs(rendered, characters.text, styles, embedded, options, inputs, report);
  const faces = embedded.map(({ rule }) => rule).join('');
  const charted = placeMarks(contentsOf(rendered), chartMark(0), images.chart);
  const drawn = placeMarks(charted, diagramMark(0), images.diagram);
  const placed = placeAssets(drawn, assets.urls);
  const columns = numberSlides(rendered, placed);
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
    ...(head.author !== undefined && { author: head.author }),
    ...(head.date !== undefined && { date: head.date }),
    size: head.size,
    slideCount: slides.length,
    slides: slides.map(({ number, title, seconds, span }, index) => ({
      number,
      title,
      ...(seconds !== undefined && { seconds }),
      span,
      notes: placed[index]?.notes ?? '',
    })),
    get html() {
      html ??= writePage(rendered, {
        ...parts,
        slides: joinSlides(columns),
        source: source ? writeCarriedSource(source, assets.contents) : '',
      });
      return html;
    },
    parts: {
      columns,
      style: parts.style,
      frame: writePage({ ...rendered, title: '' }, { ...parts, slides: '', style: '', source: '' }),
    },
  };
}

const noImages: DrawnImages = { chart: [], diagram: [] };

async function drawImages(
  rendered: RenderedDeck,
  styles: Styles,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<DrawnImages> {
  const chart = await drawCharts(rendered, styles, options, inputs, report);
  return { chart, diagram: await drawDiagrams(rendered, styles, options, inputs, report) };
}
