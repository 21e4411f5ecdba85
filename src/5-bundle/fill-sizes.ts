import { shareHeight } from '../4-render/room/share-height.ts';
import type { ImageSize } from './assets/image-size.ts';

/** The longer side of icons, in CSS pixels: twice the text, for screens with two pixels to each. */
const maxIcon = 64;

const marks = / ([\w-]+)="\0icon-size (\d+)\0"|\0room (\d+)((?: [\d,-]+)*)\0/g;

/**
 * Writes what depends on the natural sizes of images: which of those next to words are icons, and the height
 * that images above each other may have.
 *
 * @param sizes by the indexes in the marks; `undefined` if unknown
 */
export function fillSizes(html: string, sizes: readonly (ImageSize | undefined)[]): string {
  return html.replace(
    marks,
    (_, attribute: string | undefined, index: string, free: string, rows: string) => {
      if (attribute !== undefined) return isIcon(sizes[Number(index)]) ? ` ${attribute}` : '';
      const heights = rows
        .trim()
        .split(' ')
        .map((row) => heightOf(row, sizes));
      // The shorter side of a slide has 45 rem and 720 slide pixels.
      return `${shareHeight(Number(free), heights) / 16}rem`;
    },
  );
}

function isIcon(size: ImageSize | undefined): boolean {
  return size !== undefined && Math.max(size.width, size.height) <= maxIcon;
}

/**
 * The height of the images of a row, 0 for icons.
 *
 * @param row their indexes, or `-` if they take all the height there is
 */
function heightOf(row: string, sizes: readonly (ImageSize | undefined)[]): number {
  const heights = row.split(',').map((index) => {
    const size = sizes[Number(index)];
    return isIcon(size) ? 0 : (size?.height ?? Number.POSITIVE_INFINITY);
  });
  return Math.max(...heights);
}
