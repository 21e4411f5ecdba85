import { cutLines, wrapText } from '../labels/text.ts';
import { axisExtent } from '../scale/extent.ts';
import { tickFormats } from '../scale/numbers.ts';
import type { ChartData } from '../series/data.ts';
import { type ChartLook, fontOf } from '../style.ts';

/** The rings of a radar and of a polar area; a polar area's parts are named beside it. */
export function radialAxis(data: ChartData, look: ChartLook): Record<string, object> {
  const { low, high } = axisExtent(data, 'left');
  const formatFor = tickFormats(data, 'left');
  const isRadar = data.type === 'radar';
  // Rings that lie close together have no room for numbers.
  const hasRoom = Math.min(look.width, look.height) >= look.size * 17;
  // Chart.js makes a radar no smaller than half of what has room.
  const share = Math.max(
    ...data.labels.map((_, i) => Math.abs(Math.sin((i / data.labels.length) * 2 * Math.PI))),
  );
  const least = (Math.min(look.width, look.height) / 4) * share;
  const beside = look.width / 2 - least - look.size * 0.35;
  const room = Math.min(look.width * 0.27, beside);
  const lines = { color: look.grid, lineWidth: look.unit };
  return {
    r: {
      beginAtZero: true,
      suggestedMin: low,
      suggestedMax: high,
      grid: { ...lines, circular: !isRadar },
      angleLines: { display: isRadar, ...lines },
      pointLabels: {
        display: isRadar,
        color: look.strong,
        font: fontOf(look, 'bold'),
        padding: look.size * 0.35,
        callback: (label: string) =>
          cutLines(wrapText(label, room, 'bold', look), 3, room, 'bold', look),
      },
      ticks: {
        display: isRadar && data.valueLabels !== false && hasRoom,
        maxTicksLimit: hasRoom ? 5 : 3,
        color: look.text,
        font: fontOf(look),
        showLabelBackdrop: true,
        backdropColor: look.ground,
        backdropPadding: 2 * look.unit,
        callback: (value: number, _: number, ticks: readonly { readonly value: number }[]) => {
          const [first, second] = ticks;
          const step = first && second ? second.value - first.value : 1;
          // Zero is where all meet.
          return value === 0 ? '' : formatFor(step).format(value);
        },
      },
    },
  };
}
