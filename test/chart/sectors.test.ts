import { ArcElement, BasicPlatform, Chart, DoughnutController } from 'chart.js';
import { expect, test } from 'vitest';
import { planChart } from '../../src/chart/plan.ts';
import { configure } from './configure.ts';
import { series, spec } from './specs.ts';
import { plainStyle } from './style.ts';

Chart.register(ArcElement, DoughnutController);

/** A 2D context that draws nothing. */
const context = new Proxy({} as Record<string, unknown>, {
  get: (own, name) => {
    if (typeof name === 'string' && name in own) return own[name];
    return name === 'measureText' ? () => ({ width: 10 }) : () => undefined;
  },
});

/** The slices as Chart.js draws them, and the plan of their labels. */
function drawDoughnut(options: Readonly<Record<string, number | string>>) {
  const style = plainStyle();
  const data = spec({ type: 'doughnut', series: [series('n', [4, 3, 2, 1])], options });
  const { width, height } = style;
  const canvas = { width, height, style: {}, getContext: () => context };
  Object.assign(context, { canvas });
  const config = configure(data);
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...config,
    plugins: [],
    platform: BasicPlatform,
    options: { ...config.options, animation: false, responsive: false, devicePixelRatio: 1 },
  });
  const arcs = chart
    .getDatasetMeta(0)
    .data.map((arc) =>
      (arc as ArcElement).getProps(['x', 'y', 'startAngle', 'endAngle', 'outerRadius']),
    );
  const { slices } = planChart({ ...data, lang: 'en' }, style);
  return { arcs, plan: slices };
}

test.each([
  [{}],
  [{ circumference: 180, rotation: -90 }],
  [{ circumference: 180, rotation: 90 }],
  [{ circumference: 90 }],
  [{ circumference: 270, rotation: 200 }],
  [{ rotation: 45 }],
  [{ circumference: 60, rotation: 10 }],
  [{ circumference: 60, rotation: 10, cutout: '20%' }],
])('the labels of a doughnut with %j are at its slices', (options) => {
  const { arcs, plan } = drawDoughnut(options);
  expect(plan?.labels).toHaveLength(4);
  for (const { slice } of plan?.labels ?? []) {
    const arc = arcs[slice.category];
    if (!arc || !plan) throw new Error('there is no such slice');
    const middle = (arc.startAngle + arc.endAngle) / 2;
    expect(Math.cos(slice.angle)).toBeCloseTo(Math.cos(middle), 3);
    expect(Math.sin(slice.angle)).toBeCloseTo(Math.sin(middle), 3);
    // The border between slices takes a few pixels.
    expect(Math.hypot(plan.center.x - (arc.x ?? 0), plan.center.y - (arc.y ?? 0))).toBeLessThan(4);
    expect(Math.abs(plan.radius - arc.outerRadius)).toBeLessThan(3);
  }
});
