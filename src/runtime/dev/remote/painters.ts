import {
  ArcElement,
  BarController,
  BarElement,
  BubbleController,
  CategoryScale,
  Chart,
  Decimation,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PieController,
  PointElement,
  PolarAreaController,
  RadarController,
  RadialLinearScale,
  ScatterController,
  SubTitle,
  Title,
  Tooltip,
} from 'chart.js';
import type { ChartData } from '../../../chart/series/data.ts';
import { chartSteps } from '../../charts/chart-steps.ts';
import { codeSteps } from '../../slides/code-steps.ts';
import { addCopyPainter } from '../../slides/slide-copy.ts';

/** The modules for charts of every type: this script is the same for all decks. */
const parts = [
  ...[BarController, BubbleController, DoughnutController, LineController, PieController],
  ...[PolarAreaController, RadarController, ScatterController],
  ...[ArcElement, BarElement, LineElement, PointElement],
  ...[CategoryScale, LinearScale, LogarithmicScale, RadialLinearScale],
  ...[Filler, Tooltip],
];
/**
 * Plugins that affect all charts once registered: only registered if a chart's options use them.
 */
const optionalPlugins = [Decimation, Legend, SubTitle, Title];

/**
 * Lets copies of slides show the steps of code and charts. Drawings stay in the presenter's
 * browser.
 */
export function addPainters(): void {
  Chart.register(...parts);
  const names = new Set(Array.from(document.querySelectorAll('[data-chart]'), pluginsOf).flat());
  Chart.register(...optionalPlugins.filter(({ id }) => names.has(id)));
  addCopyPainter((copy) => {
    codeSteps.showOnCopy?.(copy);
    try {
      chartSteps.showOnCopy?.(copy);
    } catch {
      // The chart's options need something that is not available: its image stays as it was built.
    }
  });
}

function pluginsOf(figure: Element): readonly string[] {
  const { options } = JSON.parse(figure.getAttribute('data-chart') ?? '{}') as Partial<ChartData>;
  return Object.keys(options?.plugins ?? {});
}
