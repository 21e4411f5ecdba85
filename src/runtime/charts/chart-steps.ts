import { BasicPlatform, Chart } from 'chart.js';
import { drawChartImage, imageStyle } from '../../chart/image.ts';
import type { ChartData } from '../../chart/series/data.ts';
import { shownAt } from '../../chart/series/state.ts';
import { idPlaceholder } from '../../chart/svg/attributes.ts';
import type { TextMeasure } from '../../chart/svg/context.ts';
import type { BrowserFeature } from '../feature.ts';
import { paletteNumbers } from './chart-style.ts';

/** Draws the charts on a copy of a slide at its step. */
export const chartSteps: BrowserFeature = {
  showOnCopy(copy) {
    for (const figure of copy.querySelectorAll<HTMLElement>('.chart[data-chart]')) {
      showChartStep(figure, figure.querySelectorAll('.chart-step.visible').length);
    }
  },
};

/** The number of drawn images; makes their ids unique. */
let drawn = 0;

/**
 * Redraws the image of a chart at one of its steps: an SVG like the built one, drawn by the same code.
 * The axes are those of the complete chart. The text alternative and the data table are not changed:
 * they describe the complete chart.
 *
 * The figure may be a copy, also in another window. Its document must have the deck's styles, and the
 * fonts of this page must be loaded; the figure need not be visible. A live chart is not changed.
 *
 * @param figure `figure.chart`; a chart without steps is not changed
 * @param step the number of steps already shown; numbers above the last step mean the last step
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

/** Measures text in a font family with the browser's own layout. */
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
