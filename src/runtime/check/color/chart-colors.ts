import { quote } from '../text/text-runs.ts';
import { type Rgba, readColor } from './color.ts';

export interface NamedColor {
  /** As messages name it. */
  readonly name: string;
  readonly color: Rgba;
}

/** What is read of the data of a chart. */
interface ChartData {
  readonly series?: readonly { readonly name?: string }[];
}

/**
 * The colors by which alone the readers of a chart tell its parts apart: those of areas in its legend
 * without patterns, and of what it highlights. Lines have dashes and points, and labels name slices.
 */
export function chartColors(chart: HTMLElement): readonly NamedColor[] {
  const svg = chart.querySelector('.chart-box svg');
  if (!svg) return [];
  const { series = [] } = JSON.parse(chart.dataset.chart ?? '{}') as ChartData;
  const names = new Set(series.map(({ name }) => name));
  const labels = [...svg.querySelectorAll('text')].filter(({ textContent }) =>
    names.has(textContent),
  );
  const legend = labels.flatMap((label) => {
    const fill = swatchOf(label);
    return fill ? [{ name: quote(label.textContent), color: fill }] : [];
  });
  return legend.length > 1 ? legend : highlighted(svg);
}

/** The color of the square before a label of the legend. */
function swatchOf(label: Element): Rgba | undefined {
  const swatch = label.previousElementSibling;
  if (!(swatch instanceof SVGPathElement) || swatch.hasAttribute('stroke')) return undefined;
  const { width, height } = swatch.getBBox();
  const size = Number.parseFloat(getComputedStyle(label).fontSize);
  const isSquare = Math.abs(width - height) < 1 && width < size * 1.2;
  const isPlain = (swatch.getAttribute('d')?.match(/[A-Z]/g)?.length ?? 0) <= 6;
  return isSquare && isPlain ? readColor(getComputedStyle(swatch).fill) : undefined;
}

/** What is highlighted, and what is not. */
function highlighted(svg: Element): readonly NamedColor[] {
  const fillOf = (token: string) => {
    const shape = svg.querySelector(`path[fill="var(--chart-${token})"]`);
    return shape ? readColor(getComputedStyle(shape).fill) : undefined;
  };
  const [strong, muted] = [fillOf('highlight'), fillOf('muted')];
  if (!strong || !muted) return [];
  return [
    { name: 'what is highlighted', color: strong },
    { name: 'the rest of this chart', color: muted },
  ];
}
