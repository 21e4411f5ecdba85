type Options = Readonly<Record<string, unknown>>;

/** Chart.js draws no more ticks, and would write that to the console. */
const maxTicks = 1000;

/** The axis of a chart whose range is known. */
interface Scale {
  readonly min: number;
  readonly max: number;
}

/**
 * Chart options in which the step sizes of axes apply only where they do not lead to too many ticks, which is
 * known when an axis has its range.
 */
export function withBoundedSteps(options: Options): Options {
  const { scales } = options;
  if (!isGroup(scales)) return options;
  const bounded = Object.entries(scales).map(([name, scale]) => [name, boundScale(scale)]);
  return { ...options, scales: Object.fromEntries(bounded) };
}

function boundScale(scale: unknown): unknown {
  if (!isGroup(scale) || !isGroup(scale.ticks)) return scale;
  const { stepSize } = scale.ticks;
  // Chart.js computes with texts of digits, too.
  const step = Number(stepSize ?? 0);
  if (step === 0) return scale;
  const bounded = ({ scale: { min, max } }: { readonly scale: Scale }) =>
    Number.isFinite(step) && Math.ceil(max / step) - Math.floor(min / step) < maxTicks
      ? step
      : undefined;
  return { ...scale, ticks: { ...scale.ticks, stepSize: bounded } };
}

function isGroup(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
