/** The shapes that tell series of points apart, for those who cannot by colour; as Chart.js names them. */
export const pointShapes = ['circle', 'rectRot', 'triangle', 'rect'] as const;
export type PointShape = (typeof pointShapes)[number];

export function pointShape(index: number): PointShape {
  return pointShapes[index % pointShapes.length] ?? 'circle';
}

/** Adds a point to the path, as large as Chart.js draws one of this radius. */
export function tracePoint(
  ctx: CanvasRenderingContext2D,
  shape: PointShape,
  x: number,
  y: number,
  radius: number,
): void {
  if (shape === 'circle') {
    ctx.moveTo(x + radius, y);
    ctx.arc(x, y, radius, 0, Math.PI * 2);
    return;
  }
  const corners = shape === 'triangle' ? 3 : 4;
  const turn = shape === 'rect' ? Math.PI / 4 : 0;
  for (let i = 0; i < corners; i++) {
    const angle = turn - Math.PI / 2 + (i * 2 * Math.PI) / corners;
    ctx.lineTo(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius);
  }
  ctx.closePath();
}
