import type { BuildOptions, Page, RenderedDeck } from '../deck.ts';
import type { Report } from '../diagnostics.ts';
import { packageRoot } from '../package-root.ts';
import { placeAssets, readAssets } from './assets.ts';
import { writeCarriedSource } from './carried-source.ts';
import { placeCharts } from './draw-charts.ts';
import { placeDiagrams } from './draw-diagrams.ts';
import { letterFinder } from './font-letters.ts';
import { embedFonts, locateFonts } from './fonts.ts';
import { reportMissingGlyphs } from './missing-glyphs.ts';
import { nameFonts } from './named-fonts.ts';
import { versionOf } from './packages.ts';
import { bundleRuntime } from './runtime.ts';
import { readScripts } from './scripts.ts';
import { writePage } from './shell.ts';
import { buildStyles } from './styles.ts';

/**
 * Makes one HTML file of a rendered deck and of all that it names: images, video, styles, fonts,
 * scripts; draws its charts and diagrams. Reads files, fetches nothing. With errors in the report the page lacks
 * what is dear.
 */
export async function bundlePage(
  rendered: RenderedDeck,
  options: BuildOptions,
  report: Report,
): Promise<Page> {
  const { head, title, slideCount, places, features, charts } = rendered;
  const specs = charts.map(({ spec }) => spec);
  const runtime = report.hasErrors ? Promise.resolve('') : bundleRuntime({ features, specs });
  const own = await buildStyles(rendered, options, report);
  const styles = await nameFonts(own, rendered, options, report);
  const assets = readAssets(rendered.assets, options, report);
  const scripts = readScripts(head.scripts, options, report);
  const charted = await placeCharts(rendered, styles, options, report);
  const drawn = { ...rendered, pieces: charted };
  const pieces = await placeDiagrams(drawn, styles, options, report);
  const letters = letterFinder(styles, { ...rendered, pieces });
  const fonts = locateFonts(styles, letters, options, report);
  const embedded = report.hasErrors ? [] : await embedFonts(fonts, styles, report);
  reportMissingGlyphs(rendered, letters.text, styles, embedded, options, report);
  const faces = embedded.map(({ rule }) => rule).join('');
  const files = { entry: rendered.file, noted: report.files, root: options.root };
  const source = options.share ? '' : writeCarriedSource(files, assets.urls);
  const page = writePage(rendered, {
    slides: placeAssets(pieces, assets.urls),
    style: faces + styles.css,
    scripts: [await runtime, ...scripts],
    origins: assets.origins,
    source,
    version: versionOf(packageRoot),
  });
  return { html: page, title, slideCount, places };
}
