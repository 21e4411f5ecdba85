import { BasicPlatform, Chart } from 'chart.js';
import { drawChartImage, imageStyle } from '../../chart/image.ts';
import type { ChartData } from '../../chart/series/data.ts';
import { shownAt } from '../../chart/series/state.ts';
import { idPlaceholder } from '../../chart/svg/attributes.ts';
import type { TextMeasure } from '../../chart/svg/context.ts';
import type { Part } from '../feature.ts';
import { paletteNumbers } from './chart-style.ts';

/** Draws the charts on the copy of a slide as they are at its step. */
export const chartSteps: Part = {
  show(copy) {
    for (const figure of copy.querySelectorAll<HTMLElement>('.chart[data-chart]')) {
      showChartStep(figure, figure.querySelectorAll('.chart-step.visible').length);
    }
  },
};

/** Each picture that is drawn has ids of its own, wherever its slide is copied to. */
let drawn = 0;

/**
 * Turns the picture of a chart into what the stage shows at one of its steps: an SVG like the one that
 * was built, drawn by the same code, whatever the chart's kind. The axes are those of the whole chart.
 * Its text alternative and its table of data stay: they tell of the whole.
 *
 * The figure may be a copy, in another window too; it must stand in a page that has the deck's styles,
 * need not be laid out, and the fonts of the page that runs this must be loaded. A live chart over the
 * picture is not touched.
 *
 * @param figure `figure.chart`; one without steps stays as it is
 * @param step how many of the chart's steps were taken: 0 at first; what lies beyond the last is the last
 */
export function showChartStep(figure: HTMLElement, step: number): void {
  const svg = figure.querySelector<SVGSVGElement>('.chart-box > svg');
  const data = JSON.parse(figure.dataset.chart ?? 'null') as ChartData | null;
  if (!svg || !data || data.steps === 'none') return;
  const style = getComputedStyle(svg);
  const { width, height } = svg.viewBox.baseVal;
  const size = Number(svg.getAttribute('font-size'));
  const measure = measureIn(style.fontFamily);
  const look = imageStyle({ width, height, size, palette: paletteNumbers(style) }, measure);
  const shown = shownAt(data, step);
  const state = { shown, before: shown, animated: false };
  const content = drawChartImage({ Chart, BasicPlatform }, data, look, measure, state);
  drawn += 1;
  svg.innerHTML = content.replaceAll(idPlaceholder, `chart-step-${drawn}-`);
}

/** Measures text in a family as the browser sets it. */
function measureIn(family: string): TextMeasure {
  const context = document.createElement('canvas').getContext('2d');
  const measure = (text: string, weight: number): TextMetrics | undefined => {
    if (context) context.font = `${weight} 100px ${family}`;
    return context?.measureText(text);
  };
  return {
    width: (text, weight) => (measure(text, weight)?.width ?? 0) / 100,
    ascent: (weight) => {
      const { fontBoundingBoxAscent: up = 4, fontBoundingBoxDescent: down = 1 } =
        measure('', weight) ?? {};
      return up / (up + down);
    },
  };
}
