import type { Plugin } from 'chart.js';
import type { ChartStyle } from '../style.ts';

/** Draws the zero line of a bar chart with negative values. */
export function zeroLine(style: ChartStyle): Plugin {
  return {
    id: 'zero-line',
    afterDatasetsDraw({ ctx, chartArea, scales, options }) {
      const isHorizontal = options.indexAxis === 'y';
      const zero = scales[isHorizontal ? 'x' : 'y']?.getPixelForValue(0) ?? 0;
      ctx.save();
      ctx.beginPath();
      ctx.moveTo(isHorizontal ? zero : chartArea.left, isHorizontal ? chartArea.top : zero);
      ctx.lineTo(isHorizontal ? zero : chartArea.right, isHorizontal ? chartArea.bottom : zero);
      ctx.strokeStyle = style.text;
      ctx.lineWidth = 2 * style.unit;
      ctx.stroke();
      ctx.restore();
    },
  };
}
