import path from 'node:path';
import { chartFeatures } from '../../src/3-render/blocks/chart.ts';
import { placeCharts } from '../../src/4-bundle/draw-charts.ts';
import { embedFonts, locateFonts } from '../../src/4-bundle/fonts.ts';
import { buildStyles } from '../../src/4-bundle/styles.ts';
import { type ChartSpec, chartMark } from '../../src/deck.ts';
import { Report } from '../../src/diagnostics.ts';
import { packageRoot } from '../../src/package-root.ts';
import { optionsFor, renderedDeck } from '../bundle/support.ts';

export const size = { width: 1114, height: 410 };

/** Charts as figures, drawn in the look of a theme. */
export async function drawFigures(
  specs: readonly ChartSpec[],
  theme = path.join(packageRoot, 'themes/ink/theme.css'),
) {
  const span = { file: 'deck.md', line: 1, column: 1, length: 1 };
  const report = new Report();
  const options = optionsFor(packageRoot);
  const rendered = renderedDeck(theme, {
    html: specs.map((_, index) => chartMark(index)).join('\n'),
    charts: specs.map((spec) => ({ spec, span, alt: 'A chart', ...size })),
    features: new Set(specs.flatMap(chartFeatures)),
  });
  const styles = await buildStyles(rendered, options, report);
  const html = await placeCharts(rendered, styles, options, report);
  const fonts = locateFonts(styles, { ...rendered, html }, options, report);
  const style = (await embedFonts(fonts, styles, report)) + styles.css;
  return { pictures: html.split('\n'), style, report };
}
