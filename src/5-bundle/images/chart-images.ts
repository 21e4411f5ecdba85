import type { ChartComponentLike } from 'chart.js';
import { cacheEntry } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { libraryVersion } from '../../base/files/libraries.ts';
import { attributes, escapeHtml } from '../../base/html.ts';
import type { Inputs } from '../../base/inputs.ts';
import { drawChartImage, imageStyle } from '../../chart/image.ts';
import { planChart } from '../../chart/plan.ts';
import { numberFormat } from '../../chart/scale/numbers.ts';
import type { ChartData } from '../../chart/series/data.ts';
import { finalState } from '../../chart/series/state.ts';
import { textSize } from '../../chart/style.ts';
import { idPlaceholder } from '../../chart/svg/attributes.ts';
import type { TextMeasure } from '../../chart/svg/context.ts';
import type { ChartImage, RenderedDeck } from '../../model/rendered.ts';
import type { BuildOptions } from '../../model/source.ts';
import { chartModules } from '../runtime/chart-modules.ts';
import type { Styles } from '../styles/styles.ts';
import { type Tokens, tokensOf } from './chart-tokens.ts';
import { facesForImages, facesKey } from './image-faces.ts';
import { type ImageFace, measureWith } from './text-measure.ts';

/** What the cache keeps of a chart: the content of its `svg`. */
interface Drawing {
  readonly content: string;
  readonly isCrowded: boolean;
}

/** The error of Chart.js if a chart's own options are invalid. */
interface Failure {
  readonly problem: string;
}

/** Draws the images of a deck's charts with the theme's fonts and colors. @returns them by number */
export async function drawCharts(
  { charts, features }: RenderedDeck,
  styles: Styles,
  options: BuildOptions,
  inputs: Inputs,
  report: Report,
): Promise<readonly string[]> {
  if (charts.length === 0) return [];
  const specs = charts.map(({ spec }) => spec);
  const modules = chartModules(features, specs);
  const faces = facesForImages(charactersOf(charts), styles, options, inputs);
  const artist = new ChartDrawer(modules, styles, faces, report);
  const pictures: string[] = [];
  for (const [index, chart] of charts.entries()) {
    pictures.push(await artist.draw(chart, index));
  }
  return pictures;
}

/** The characters that charts are likely to show. */
function charactersOf(charts: readonly ChartImage[]): string {
  const languages = new Set(charts.map(({ lang }) => lang));
  const formatted = [...languages].map(formattedCharacters).join('');
  return `0123456789${formatted}${JSON.stringify(charts.map(({ spec }) => spec))}`;
}

/** The digits and the names of months in a language. */
function formattedCharacters(lang: string): string {
  const month = new Intl.DateTimeFormat(lang, { month: 'short', timeZone: 'UTC' });
  const months = Array.from({ length: 12 }, (_, i) => month.format(Date.UTC(2000, i)));
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) =>
    numberFormat(lang, {}).format(digit),
  );
  return digits.join('') + months.join('');
}

/** Draws charts; loads Chart.js and the fonts with the first chart that is not cached. */
class ChartDrawer {
  readonly #tokens: Tokens;
  readonly #faces: readonly ImageFace[];
  readonly #key: readonly string[];
  readonly #modules: readonly string[];
  readonly #report: Report;
  #measure: Promise<TextMeasure> | undefined;

  /** @param modules the parts of Chart.js that the deck's charts need */
  constructor(
    modules: readonly string[],
    styles: Styles,
    faces: readonly ImageFace[],
    report: Report,
  ) {
    this.#modules = modules;
    this.#tokens = tokensOf(styles.css);
    this.#faces = faces;
    this.#report = report;
    const versions = ['chart.js', 'harfbuzzjs'].map(libraryVersion);
    // Numbers and dates are formatted with ICU's data.
    const { icu = '' } = process.versions;
    this.#key = [
      codeFingerprint('src/5-bundle/images/chart-images.ts'),
      ...versions,
      icu,
      JSON.stringify(this.#tokens),
      facesKey(this.#faces),
    ];
  }

  /** Draws a chart as an `svg` element with unique ids. */
  async draw(chart: ChartImage, index: number): Promise<string> {
    const { spec, lang, dir, alt, altLang, width, height } = chart;
    const data: ChartData = { ...spec, lang, ...(dir === 'rtl' && { dir }) };
    const entry = cacheEntry('chart', [...this.#key, JSON.stringify([data, width, height])]);
    const known = entry.read();
    const drawing = known ? (JSON.parse(known) as Drawing) : await this.#paint(data, width, height);
    this.#tell(drawing, chart);
    if ('problem' in drawing) return '';
    if (!known) entry.write(JSON.stringify(drawing));
    const content = drawing.content.replaceAll(idPlaceholder, `lectern-chart-${index + 1}-`);
    const size = `viewBox="0 0 ${width} ${height}" font-size="${textSize(this.#tokens.size, height)}"`;
    const style = `style="--drawn-width:${width}"`;
    return `<svg ${size} ${style} role="img" aria-label="${escapeHtml(alt)}"${attributes({ lang: altLang })}>${content}</svg>`;
  }

  #tell(drawing: Drawing | Failure, { span }: ChartImage): void {
    if ('problem' in drawing) {
      const message = `Chart.js cannot draw this chart: ${drawing.problem}`;
      this.#report.add('chart-options', span, message);
    } else if (drawing.isCrowded) {
      const message = 'not all category labels fit';
      const hint = 'use fewer or shorter labels; bars also have "horizontal: true"';
      this.#report.add('chart-crowded', span, message, hint);
    }
  }

  async #paint(data: ChartData, width: number, height: number): Promise<Drawing | Failure> {
    this.#measure ??= measureWith(this.#faces);
    const measure = await this.#measure;
    const style = imageStyle({ ...this.#tokens, width, height }, measure);
    const plan = planChart(data, style);
    try {
      const library = await loadLibrary(this.#modules);
      const content = drawChartImage(library, data, style, measure, finalState(data), plan);
      return { content, isCrowded: plan.isCrowded };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** Loads Chart.js with only these parts, as each registered part slows down every chart. */
async function loadLibrary(modules: readonly string[]): Promise<typeof import('chart.js')> {
  const library = await import('chart.js');
  const parts: Readonly<Record<string, unknown>> = library;
  library.Chart.register(...modules.map((name) => parts[name] as ChartComponentLike));
  return library;
}
