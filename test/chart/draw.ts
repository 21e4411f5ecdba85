import path from 'node:path';
import { chartFeatures } from '../../src/4-render/blocks/chart.ts';
import { findCharacters } from '../../src/5-bundle/fonts/characters/font-characters.ts';
import { embedFonts, locateFonts } from '../../src/5-bundle/fonts/fonts.ts';
import { drawCharts } from '../../src/5-bundle/images/chart-images.ts';
import { buildStyles } from '../../src/5-bundle/styles/styles.ts';
import { Report } from '../../src/base/diagnostics/report.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { Inputs } from '../../src/base/inputs.ts';
import type { ChartSpec } from '../../src/model/chart.ts';
import type { FrontMatter } from '../../src/model/front-matter.ts';
import { chartMark, type RenderedDeck } from '../../src/model/rendered.ts';
import { optionsFor, renderedDeck, stacksOf } from '../bundle/support.ts';

export const size = { width: 1114, height: 410 };

/** Charts as figures, drawn in the look of a theme, for a deck with this front matter. */
export async function drawFigures(
  specs: readonly ChartSpec[],
  theme = path.join(packageRoot, 'themes/ink/theme.css'),
  frontMatter: Partial<FrontMatter> = {},
) {
  const span = { file: 'deck.md', line: 1, column: 1, length: 1 };
  const report = new Report();
  const inputs = new Inputs();
  const options = optionsFor(packageRoot);
  const plain = renderedDeck(theme);
  const all = { ...plain.frontMatter, ...frontMatter };
  const { lang, dir } = all;
  const rendered: RenderedDeck = {
    ...plain,
    frontMatter: all,
    stacks: stacksOf(...specs.map(() => chartMark(0))),
    charts: specs.map((spec) => ({ spec, span, lang, dir, alt: 'A chart', ...size })),
    features: new Set(specs.flatMap(chartFeatures)),
  };
  const styles = await buildStyles(rendered, options, inputs, report);
  const pictures = await drawCharts(rendered, styles, options, inputs, report);
  const characters = findCharacters(styles, rendered, { charts: pictures, diagrams: [] });
  const fonts = locateFonts(styles, characters, options, inputs, report);
  const embedded = await embedFonts(fonts, styles, report);
  const style = embedded.map(({ rule }) => rule).join('') + styles.css;
  return { pictures, style, report };
}
