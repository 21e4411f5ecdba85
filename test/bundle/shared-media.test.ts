import { expect, test } from 'vitest';
import { shareMedia } from '../../src/5-bundle/assets/shared-media.ts';
import { fillSlides } from '../../src/5-bundle/fill-slides.ts';
import type { RenderedSlide } from '../../src/model/rendered.ts';

function slide(number: number, html: string, assets: readonly number[]): RenderedSlide {
  const span = { file: 'deck.md', line: 1, column: 1, length: 1, lineText: '' };
  const content = { html, notes: '' } as RenderedSlide['content'];
  const numbers = { assets, charts: [], diagrams: [], firstIcon: 1 };
  return { number, title: '', span, content, numbers };
}

const player = (index: number) => `<video src="\0asset ${index}\0"></video>`;
const url = (end: string, type = 'video/mp4') => `data:${type};base64,${'A'.repeat(300)}${end}`;

function fill(slides: readonly RenderedSlide[], assets: readonly string[]): readonly string[] {
  const fills = { assets, sizes: [], charts: [], diagrams: [], tones: new Map() };
  const media = shareMedia(assets, slides);
  const stacks = slides.map((each) => [each]);
  return fillSlides({ stacks }, { ...fills, media }).flatMap((stack) =>
    stack.map(({ html }) => html),
  );
}

test('a file stands where it is used first', () => {
  const [a, b, sound] = [url('aaaa'), url('bbbb'), url('cccc', 'audio/mpeg')];
  const slides = [
    slide(1, player(0), [1]),
    slide(2, player(0) + player(1) + player(0), [0, 2]),
    slide(3, player(0) + player(1), [2, 0]),
  ];
  const name = (text: string) => `media-${text.length}-${text.slice(-24)}`;
  expect(fill(slides, [a, b, sound])).toEqual([
    `<video src="${b}"></video>`,
    `<video src="${a}"></video><video src="${sound}"></video><video data-media="${name(a)}"></video>`,
    `<video data-media="${name(sound)}"></video><video data-media="${name(a)}"></video>`,
  ]);
});

test('files that cannot be told apart by their ends stay as they are', () => {
  const [a, b] = [url('x'), url('x').replace('base64,A', 'base64,B')];
  const slides = [slide(1, player(0) + player(1), [0, 1]), slide(2, player(0) + player(1), [0, 1])];
  const whole = `<video src="${a}"></video><video src="${b}"></video>`;
  expect(fill(slides, [a, b])).toEqual([whole, whole]);
});
