/** The state that a canvas saves and restores. */
export interface ContextState {
  readonly fillStyle: string;
  readonly strokeStyle: string;
  readonly lineWidth: number;
  readonly lineCap: CanvasLineCap;
  readonly lineJoin: CanvasLineJoin;
  readonly globalAlpha: number;
  readonly font: string;
  readonly textAlign: CanvasTextAlign;
  readonly textBaseline: CanvasTextBaseline;
  readonly lineDashOffset: number;
}

export const initialState: ContextState = {
  fillStyle: '#000',
  strokeStyle: '#000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  lineDashOffset: 0,
};

/** The size in pixels and the weight of a CSS `font`. */
export function readFont(font: string): { readonly size: number; readonly weight: number } {
  const [, size = '10'] = /([\d.]+)px/.exec(font) ?? [];
  const [, weight = '400'] = /(?:^|\s)(\d{3}|bold)\s/.exec(font) ?? [];
  return { size: Number(size), weight: weight === 'bold' ? 700 : Number(weight) };
}
