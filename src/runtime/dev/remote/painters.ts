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

/** What draws charts of any kind: this script is the same for all decks. */
const parts = [
  ...[BarController, BubbleController, DoughnutController, LineController, PieController],
  ...[PolarAreaController, RadarController, ScatterController],
  ...[ArcElement, BarElement, LineElement, PointElement],
  ...[CategoryScale, LinearScale, LogarithmicScale, RadialLinearScale],
  ...[Filler, Tooltip],
];
/** What Chart.js shows on all charts once it has it: only where a chart's own options name it. */
const asked = [Decimation, Legend, SubTitle, Title];

/** Lets pictures of slides show the steps of code and charts. Drawings stay in the browser of the stage. */
export function addPainters(): void {
  Chart.register(...parts);
  const names = new Set(Array.from(document.querySelectorAll('[data-chart]'), pluginsOf).flat());
  Chart.register(...asked.filter(({ id }) => names.has(id)));
  addCopyPainter((copy) => {
    codeSteps.show?.(copy);
    try {
      chartSteps.show?.(copy);
    } catch {
      // What the chart's own options ask for cannot be had: its picture stays as it was built.
    }
  });
}

function pluginsOf(figure: Element): readonly string[] {
  const { options } = JSON.parse(figure.getAttribute('data-chart') ?? '{}') as Partial<ChartData>;
  return Object.keys(options?.plugins ?? {});
}
