import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/*
 * The picture that a build draws is the one that the browser's canvas draws, but for how the rims of
 * shapes and letters are smoothed: next to no pixel differs by more than a quarter of the scale from
 * all of the nine around it in the other picture (the thinnest line has a hundred times as many), and
 * fewer than one in a hundred differs to be seen.
 */
const maxDifference = 64;
const maxFar = 20;
const visible = 8;
const maxDiffering = 0.01;

interface Difference {
  /** The count of pixels that differ too much. */
  readonly far: number;
  /** The share of the pixels that differ at all. */
  readonly differing: number;
}

/** In words, which charts differ to be seen. */
export function problemsIn(names: readonly string[], differences: readonly Difference[]) {
  expect(differences).toHaveLength(names.length);
  return differences.flatMap(({ far, differing }, index) =>
    far > maxFar || differing > maxDiffering ? [`${names[index]}: ${far}, ${differing}`] : [],
  );
}

/** How each chart of the page differs in two pictures of the page. */
export function compare(page: Page, one: string, other: string): Promise<readonly Difference[]> {
  return page.evaluate(
    async ({ images, maxDifference, visible }) => {
      const [first, second] = await Promise.all(
        images.map(async (image) => {
          const blob = await (await fetch(`data:image/png;base64,${image}`)).blob();
          const bitmap = await createImageBitmap(blob);
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d', { willReadFrequently: true });
          context?.drawImage(bitmap, 0, 0);
          return context;
        }),
      );
      if (!first || !second) return [];
      const hasColors = (pixels: Uint32Array, count: number): boolean => {
        const colors = new Set<number>();
        for (const color of pixels) if (colors.add(color).size >= count) return true;
        return false;
      };
      const compareBox = (box: Element): Difference => {
        const { left, top, width, height } = box.getBoundingClientRect();
        const place = [left + scrollX, top + scrollY, width, height] as const;
        const [a, b] = [first.getImageData(...place).data, second.getImageData(...place).data];
        const [one, other] = [new Uint32Array(a.buffer), new Uint32Array(b.buffer)];
        // Two pictures of nothing are no picture.
        if (!hasColors(one, 9)) return { far: 0, differing: 1 };
        const part = (from: Uint8ClampedArray, at: number, to: Uint8ClampedArray, there: number) =>
          Math.abs((from[at] ?? 0) - (to[there] ?? 0));
        const difference: typeof part = (from, at, to, there) =>
          Math.max(
            part(from, at, to, there),
            part(from, at + 1, to, there + 1),
            part(from, at + 2, to, there + 2),
          );
        let [far, differing] = [0, 0];
        for (let pixel = 0; pixel < width * height; pixel++) {
          if (one[pixel] === other[pixel]) continue;
          const own = difference(a, pixel * 4, b, pixel * 4);
          if (own > visible) differing += 1;
          if (own <= maxDifference) continue;
          const around = [-1, 0, 1].flatMap((dy) =>
            [-1, 0, 1].map((dx) => pixel + dy * width + dx),
          );
          const nearest = (from: Uint8ClampedArray, to: Uint8ClampedArray): number =>
            Math.min(...around.map((there) => difference(from, pixel * 4, to, there * 4)));
          if (Math.max(nearest(a, b), nearest(b, a)) > maxDifference) far += 1;
        }
        return { far, differing: differing / (width * height) };
      };
      return [...document.querySelectorAll('.chart-box')].map(compareBox);
    },
    { images: [one, other], maxDifference, visible },
  );
}
