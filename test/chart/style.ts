import type { ChartLook } from '../../src/chart/style.ts';

/** A look in which each letter is 10 pixels wide, and 20 high. */
export function plainLook(own: Partial<ChartLook> = {}): ChartLook {
  return {
    font: 'Text',
    size: 20,
    unit: 1,
    text: 'black',
    strong: 'navy',
    grid: 'silver',
    ground: 'white',
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
