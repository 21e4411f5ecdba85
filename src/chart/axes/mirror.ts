import type { Plugin } from 'chart.js';
import { type ChartData, isCircular } from '../series/data.ts';

/** Circular charts run clockwise in every language. */
function isRadial(data: ChartData): boolean {
  return isCircular(data) || data.type === 'radar';
}

/**
 * Wraps plugins so that a chart runs from right to left: everything that they and Chart.js draw is
 * mirrored, except for the glyphs. Text in a right-to-left language starts on the right, even if its
 * first character is neutral.
 */
export function mirrored(plugins: readonly Plugin[], data: ChartData): Plugin[] {
  let end: () => void = () => {};
  const isMirrored = !isRadial(data);
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
 * Mirrors all further drawing.
 *
 * @param width the width to mirror in; if `undefined`, only the direction of text is set
 * @returns a function that ends the mirroring
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
