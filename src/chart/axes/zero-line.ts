import type { Plugin } from 'chart.js';
import type { ChartLook } from '../style.ts';

/** Draws the line from which bars grow, where some grow downwards. */
export function zeroLine(look: ChartLook): Plugin {
  return {
    id: 'zero-line',
    afterDatasetsDraw({ ctx, chartArea, scales, options }) {
      const isLying = options.indexAxis === 'y';
      const zero = scales[isLying ? 'x' : 'y']?.getPixelForValue(0) ?? 0;
      ctx.save();
      ctx.beginPath();
      ctx.moveTo(isLying ? zero : chartArea.left, isLying ? chartArea.top : zero);
      ctx.lineTo(isLying ? zero : chartArea.right, isLying ? chartArea.bottom : zero);
      ctx.strokeStyle = look.text;
      ctx.lineWidth = 2 * look.unit;
      ctx.stroke();
      ctx.restore();
    },
  };
}
