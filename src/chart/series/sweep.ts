import type { Plugin } from 'chart.js';

/**
 * Reveals new lines and areas from left to right.
 *
 * @param present how many series are shown from the start
 */
export function sweep(duration: number, present: number): Plugin {
  const starts = new Map<number, number>();
  let isWaiting = false;
  for (let index = 0; index < present; index++) starts.set(index, Number.NEGATIVE_INFINITY);
  return {
    id: 'sweep',
    beforeDatasetsDraw(chart) {
      for (const index of chart.data.datasets.keys()) {
        if (!chart.isDatasetVisible(index)) starts.delete(index);
        else if (!starts.has(index)) starts.set(index, performance.now());
      }
    },
    beforeDatasetDraw({ ctx, width, height }, { index, meta }) {
      if (meta.type !== 'line') return;
      const time = Math.min(1, (performance.now() - (starts.get(index) ?? 0)) / duration);
      ctx.save();
      ctx.beginPath();
      ctx.rect(0, 0, width * (1 - (1 - time) ** 3), height);
      ctx.clip();
    },
    afterDatasetDraw({ ctx }, { meta }) {
      if (meta.type === 'line') ctx.restore();
    },
    afterDraw(chart) {
      const last = Math.max(...starts.values());
      if (isWaiting || performance.now() - last >= duration) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        // A destroyed chart has no canvas.
        if (chart.canvas as HTMLCanvasElement | null) chart.draw();
      });
    },
  };
}
