import type { LayoutName } from '../../model/deck.ts';

type Part = readonly [
  kind: 'title' | 'text' | 'image',
  x: number,
  y: number,
  width: number,
  height: number,
];

const title: Part = ['title', 8, 8, 90, 9];
const body: Part = ['text', 8, 26, 144, 56];

/** Where the slots of each layout are, on a slide of 160 × 90. */
const parts: Readonly<Record<LayoutName, readonly Part[]>> = {
  cover: [
    ['title', 12, 32, 110, 14],
    ['text', 12, 52, 80, 10],
  ],
  section: [
    ['title', 12, 36, 100, 12],
    ['text', 12, 54, 70, 8],
  ],
  default: [title, body],
  center: [title, ['text', 40, 34, 80, 36]],
  statement: [title, ['text', 20, 34, 120, 30]],
  quote: [
    ['text', 20, 28, 120, 30],
    ['title', 20, 66, 60, 7],
  ],
  'two-columns': [title, ['text', 8, 26, 69, 56], ['text', 83, 26, 69, 56]],
  'image-left': [
    ['image', 0, 0, 76, 90],
    ['title', 84, 8, 60, 9],
    ['text', 84, 26, 68, 56],
  ],
  'image-right': [
    ['image', 84, 0, 76, 90],
    ['title', 8, 8, 60, 9],
    ['text', 8, 26, 68, 56],
  ],
  'full-image': [
    ['image', 0, 0, 160, 90],
    ['title', 8, 74, 70, 9],
  ],
  blank: [['text', 8, 8, 144, 74]],
  end: [
    ['title', 30, 30, 100, 12],
    ['text', 45, 50, 70, 16],
  ],
};

const fills = { title: '#4a5a78', text: '#b9c3d6', image: '#8fb3a3' } as const;

/** A small drawing of a layout, as SVG. */
export function layoutSketch(layout: LayoutName): string {
  const boxes = parts[layout].map(
    ([kind, x, y, width, height]) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${fills[kind]}"/>`,
  );
  const slide = '<rect width="160" height="90" rx="4" fill="#f4f6fa" stroke="#9aa5b8"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90">${slide}${boxes.join('')}</svg>`;
}
