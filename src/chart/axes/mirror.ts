import type { Plugin } from 'chart.js';
import { type ChartData, isRound } from '../series/data.ts';

/** Circles go around clockwise in every language. */
function runsAround(data: ChartData): boolean {
  return isRound(data) || data.type === 'radar';
}

/**
 * Lets a chart run from right to left: all that these plugins and Chart.js draw is mirrored, but for
 * the letters. Texts of a language that does so begin at their right, whatever they begin with.
 */
export function mirrored(plugins: readonly Plugin[], data: ChartData): Plugin[] {
  let end: () => void = () => {};
  const isMirrored = !runsAround(data);
  const first: Plugin = {
    id: 'mirror',
    beforeDraw({ ctx, width }) {
      end = mirror(ctx, isMirrored ? width : undefined);
    },
    beforeEvent(chart, args) {
      const { event, replay } = args;
      if (!isMirrored || replay || event.x === null) return;
      event.x = chart.width - event.x;
      Object.assign(args, { inChartArea: chart.isPointInArea({ x: event.x, y: event.y ?? 0 }) });
    },
  };
  return [first, ...plugins, { id: 'mirror-end', afterDraw: () => end() }];
}

type Write = (text: string, x: number, y: number, maxWidth?: number) => void;

const flipped: Readonly<Record<CanvasTextAlign, CanvasTextAlign>> = {
  left: 'right',
  start: 'right',
  center: 'center',
  right: 'left',
  end: 'left',
};

/**
 * Mirrors what is drawn from now on.
 *
 * @param width within which it is; `undefined`: only texts take their own direction
 * @returns the way back
 */
export function mirror(ctx: CanvasRenderingContext2D, width: number | undefined): () => void {
  const { fillText, strokeText } = ctx;
  const inOwnDirection =
    (write: Write): Write =>
    (text, x, ...rest) => {
      ctx.save();
      ctx.direction = /^\P{L}*[\u0590-\u08FF\uFB1D-\uFEFC]/u.test(text) ? 'rtl' : 'ltr';
      if (width !== undefined) {
        ctx.textAlign = flipped[ctx.textAlign];
        ctx.scale(-1, 1);
      }
      write.call(ctx, text, width === undefined ? x : -x, ...rest);
      ctx.restore();
    };
  const texts = { fillText: inOwnDirection(fillText), strokeText: inOwnDirection(strokeText) };
  Object.assign(ctx, texts);
  ctx.save();
  if (width !== undefined) {
    ctx.translate(width, 0);
    ctx.scale(-1, 1);
  }
  return () => {
    ctx.restore();
    Object.assign(ctx, { fillText, strokeText });
  };
}
