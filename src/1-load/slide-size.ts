import { isSlideSide } from '../base/slide-side.ts';
import { parsed, type Reader } from '../base/yaml/schema.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const ratioPattern = /^(\d{1,2}) *[:/] *(\d{1,2})$/;
const sizePattern = /^(\d+) *[x×] *(\d+)$/;

export const ratio: Reader<Size> = {
  ...parsed('a ratio such as 16:9 or 4:3', readRatio, {
    type: 'string',
    pattern: ratioPattern.source,
  }),
  hintFor: (source) =>
    readSize(source) ? `for a size in pixels, write size: ${source}` : undefined,
};

/** In pixels. */
export const size: Reader<Size> = {
  ...parsed('a width and a height such as 1280x720', readSize, {
    type: 'string',
    pattern: sizePattern.source,
  }),
  hintFor: (source) => (readRatio(source) ? `for a ratio, write ratio: ${source}` : undefined),
};

/** The shorter side of a slide has 720 pixels. */
function readRatio(source: string): Size | undefined {
  const [, width, height] = (ratioPattern.exec(source) ?? []).map(Number);
  if (!width || !height || Math.max(width / height, height / width) > 4) return undefined;
  return width >= height
    ? { width: Math.round((720 * width) / height), height: 720 }
    : { width: 720, height: Math.round((720 * height) / width) };
}

function readSize(source: string): Size | undefined {
  const [, width = 0, height = 0] = (sizePattern.exec(source) ?? []).map(Number);
  const fits = [width, height].every(isSlideSide);
  return fits ? { width, height } : undefined;
}
