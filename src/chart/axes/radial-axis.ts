import { truncateLines, wrapText } from '../labels/text.ts';
import { axisExtent } from '../scale/extent.ts';
import { tickFormats } from '../scale/numbers.ts';
import type { ChartData } from '../series/data.ts';
import { type ChartStyle, fontOf } from '../style.ts';

/** The radial axis of a radar or polar area chart. The slices of a polar area are labeled next to it. */
export function radialAxis(data: ChartData, style: ChartStyle): Record<string, object> {
  const { low, high } = axisExtent(data, 'left');
  const formatFor = tickFormats(data, 'left');
  const isRadar = data.type === 'radar';
  // Rings that are close together leave no room for numbers.
  const hasRoom = Math.min(style.width, style.height) >= style.size * 17;
  // Chart.js makes a radar at least half as large as its area.
  const share = Math.max(
    ...data.labels.map((_, i) => Math.abs(Math.sin((i / data.labels.length) * 2 * Math.PI))),
  );
  const minRadius = (Math.min(style.width, style.height) / 4) * share;
  const sideWidth = style.width / 2 - minRadius - style.size * 0.35;
  const maxWidth = Math.min(style.width * 0.27, sideWidth);
  const lines = { color: style.grid, lineWidth: style.unit };
  return {
    r: {
      beginAtZero: true,
      suggestedMin: low,
      suggestedMax: high,
      grid: { ...lines, circular: !isRadar },
      angleLines: { display: isRadar, ...lines },
      pointLabels: {
        display: isRadar,
        color: style.strong,
        font: fontOf(style, 'bold'),
        padding: style.size * 0.35,
        callback: (label: string) =>
          truncateLines(wrapText(label, maxWidth, 'bold', style), 3, maxWidth, 'bold', style),
      },
      ticks: {
        display: isRadar && data.valueLabels !== false && hasRoom,
        maxTicksLimit: hasRoom ? 5 : 3,
        color: style.text,
        font: fontOf(style),
        showLabelBackdrop: true,
        backdropColor: style.background,
        backdropPadding: 2 * style.unit,
        callback: (value: number, _: number, ticks: readonly { readonly value: number }[]) => {
          const [first, second] = ticks;
          const step = first && second ? second.value - first.value : 1;
          // Zero is the center, where a label would cover the spokes.
          return value === 0 ? '' : formatFor(step).format(value);
        },
      },
    },
  };
}
