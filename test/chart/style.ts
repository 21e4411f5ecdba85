import type { ChartStyle } from '../../src/chart/style.ts';

/** A look in which each letter is 10 pixels wide, and 20 high. */
export function plainStyle(own: Partial<ChartStyle> = {}): ChartStyle {
  return {
    font: 'Text',
    size: 20,
    unit: 1,
    text: 'black',
    strong: 'navy',
    grid: 'silver',
    background: 'white',
    muted: 'gray',
    highlight: 'red',
    palette: ['teal', 'olive', 'purple'],
    width: 1000,
    height: 400,
    duration: 0,
    measure: (text) => text.length * 10,
    ...own,
  };
}
