import type { ImageSettings } from '../../model/front-matter.ts';
import { imageSize } from '../assets/image-size.ts';
import { readOrientation } from '../metadata/exif.ts';
import { chunksOf, withoutName } from '../metadata/riff.ts';
import { colorSpaceOf, readProfile } from './color-profile.ts';
import { componentsIn, countScans, namedSegments, readSegments } from './jpeg-segments.ts';
import { hasKnownColors, readPngChunks } from './png-chunks.ts';
import type { Crop, Job } from './worker/job.ts';

/** Smaller files stay as they are where their pixels are few enough; in bytes. */
const maxBytes = 3 * 1024 * 1024;
/** Decoding needs four bytes of memory per pixel, twice. */
const maxPixels = 100_000_000;
/** Beyond these pixels, a file with fewer bytes is not reduced: a few kilobytes can unpack to a gigabyte. */
const maxDensePixels = 40_000_000;
const maxPixelsPerByte = 200;
/** A JPEG with more than these pixels times scans takes more than some seconds; photos have 1 or about 10 scans. */
const maxScannedPixels = 2_000_000_000;
/** A lossless file with fewer bits per pixel is a drawing or screenshot, not a photo. */
const maxDrawingBits = 6;

/** How an image is to be reduced; its profile goes into the new file. */
export interface Plan {
  readonly job: Job;
  readonly profile: Buffer | undefined;
}

/** Facts in the header of an image that decide whether and how it is reduced. */
interface Facts {
  readonly orientation: number;
  readonly isAnimated?: boolean;
  readonly isGray?: boolean;
  readonly isLossless?: boolean;
  /** How often a decoder goes through all pixels. */
  readonly scans?: number;
  /** Why its colors would be lost. */
  readonly problem?: string | undefined;
}

const readers: Readonly<Record<string, (bytes: Buffer) => Facts>> = {
  'image/jpeg': jpegFacts,
  'image/png': pngFacts,
  'image/webp': webpFacts,
};

/** Whether images of a type can be reduced. */
export function isReducible(mime: string): boolean {
  return Object.hasOwn(readers, mime);
}

/**
 * Decides by the header of an image.
 *
 * @param crop what is cut off, also of an image that is small enough
 * @returns the reason, as in "it is damaged", if the image should be reduced but cannot be; `undefined` if it
 *   should stay as it is
 */
export function planJob(
  bytes: Buffer,
  mime: string,
  { max, quality }: Pick<ImageSettings, 'max' | 'quality'>,
  crop?: Crop,
): Plan | string | undefined {
  const size = imageSize(bytes, mime);
  const read = readers[mime];
  if (!size || !read) return undefined;
  const scale = max / Math.max(size.width, size.height);
  if (!crop && scale >= 1 && bytes.length <= maxBytes) return undefined;
  try {
    const { orientation, isAnimated, isGray = false, isLossless, scans = 1, problem } = read(bytes);
    if (isAnimated) return undefined;
    const pixels = size.width * size.height;
    if (pixels > maxPixels) return `it has more than ${maxPixels / 1_000_000} million pixels`;
    if (pixels > maxDensePixels && pixels > bytes.length * maxPixelsPerByte) {
      const millions = maxDensePixels / 1_000_000;
      return `it has more than ${millions} million pixels in ${Math.ceil(bytes.length / 1024)} kB`;
    }
    if (pixels * scans > maxScannedPixels) return `it has ${scans} scans`;
    if (problem !== undefined) return problem;
    const profile = readProfile(bytes, mime);
    const spaces = isGray ? ['GRAY', 'RGB'] : ['RGB'];
    if (profile && !spaces.includes(colorSpaceOf(profile)))
      return 'its color profile is not for RGB';
    const side = (length: number) => Math.max(1, Math.round(length * Math.min(scale, 1)));
    // PNG has no size that its orientation is applied to.
    const isTurned = orientation >= 5 && mime !== 'image/png';
    const [width, height] = isTurned ? [size.height, size.width] : [size.width, size.height];
    const isDrawing = isLossless === true && (bytes.length * 8) / pixels <= maxDrawingBits;
    const sides = { width: side(width), height: side(height) };
    const job = { mime, ...sides, orientation, quality, isGray, isDrawing, ...(crop && { crop }) };
    return { job, profile };
  } catch (error) {
    // The file ends within its header, or the profile is not compressed as it says.
    if (error instanceof Error) return 'it is damaged';
    throw error;
  }
}

function jpegFacts(bytes: Buffer): Facts {
  const segments = readSegments(bytes);
  const [exif] = namedSegments(segments, 0xe1, 'Exif\0\0');
  const components = componentsIn(segments);
  return {
    orientation: exif ? readOrientation(exif) : 1,
    isGray: components === 1,
    scans: countScans(bytes),
    problem: components === 4 ? 'it has the colors of print, CMYK' : undefined,
  };
}

function pngFacts(bytes: Buffer): Facts {
  const chunks = readPngChunks(bytes);
  const exif = chunks.get('eXIf');
  return {
    orientation: exif ? readOrientation(exif) : 1,
    isAnimated: chunks.has('acTL'),
    isLossless: true,
    problem: hasKnownColors(chunks) ? undefined : 'WebP has no colors like those of this PNG',
  };
}

function webpFacts(bytes: Buffer): Facts {
  const chunks = chunksOf(bytes);
  const exif = chunks.find(({ name }) => name === 'EXIF')?.content;
  return {
    orientation: exif ? readOrientation(withoutName(exif)) : 1,
    isAnimated: chunks.some(({ name }) => name === 'ANIM'),
    isLossless: chunks.some(({ name }) => name === 'VP8L'),
  };
}
