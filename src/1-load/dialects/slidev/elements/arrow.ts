/** Draws `<Arrow>` as SVG over its slide. */
export function arrow(values: ReadonlyMap<string, string | undefined>): string {
  const number = (name: string, fallback: number): number => {
    const value = Number(values.get(name) ?? fallback);
    return Number.isFinite(value) ? value : fallback;
  };
  const [x1, y1] = [number('x1', 0), number('y1', 0)];
  const [x2, y2] = [number('x2', 0), number('y2', 0)];
  const width = number('width', 2);
  const color = /^[\w#(),.%\s-]+$/.exec(values.get('color') ?? '')?.[0] ?? 'currentColor';
  const isTwoWay = values.has('two-way') || values.has('twoWay');
  const heads = [head(x1, y1, x2, y2, width), ...(isTwoWay ? [head(x2, y2, x1, y1, width)] : [])];
  const style =
    'position:absolute;left:0;top:0;width:100%;height:100%;overflow:visible;pointer-events:none';
  return (
    `<svg style="${style}" fill="none" stroke="${color}" stroke-width="${width}">` +
    `<path d="M${x1} ${y1}L${x2} ${y2}${heads.join('')}"/></svg>`
  );
}

/** The two strokes at the end of a line. */
function head(x1: number, y1: number, x2: number, y2: number, width: number): string {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const length = 6 + width * 3;
  const points = [-0.45, 0.45].map((turn) => {
    const x = x2 - length * Math.cos(angle + turn);
    const y = y2 - length * Math.sin(angle + turn);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${points[0]}L${x2} ${y2}L${points[1]}`;
}
