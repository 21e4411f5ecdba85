import type { Report } from '../../base/diagnostics/report.ts';
import type { ImageSettings } from '../../model/front-matter.ts';
import type { AssetRef } from '../../model/source.ts';
import { isReducible } from '../reduce/plan-job.ts';
import type { FileContent } from './file-contents.ts';

/** Larger images are included with a warning; in megabytes. */
const largeImage = 3;

/** Warns of an image that makes the page slow to open. @param mime the type of its bytes */
export function reportLargeImage(
  content: FileContent,
  mime: string,
  ref: AssetRef,
  settings: ImageSettings | undefined,
  report: Report,
): void {
  const megabytes = content.bytes.length / 1024 / 1024;
  if (megabytes <= largeImage) return;
  const size = content.imageSize(mime);
  const pixels = size ? ` and ${size.width} × ${size.height} pixels` : '';
  const message = `"${ref.path}" has ${megabytes.toFixed(1)} MB${pixels}`;
  const canReduce = isReducible(mime);
  if (settings && canReduce) {
    const hint = 'lower "max" or "quality" under "images:", or make it smaller yourself';
    report.add('image-large', ref.span, message, hint);
  } else report.add('image-large', ref.span, message, smallerImage(canReduce));
}

/** A hint. @param canReduce whether a key of front matter would help */
export function smallerImage(canReduce: boolean): string {
  return canReduce
    ? 'to reduce it in the page, write images: {max: 2560, quality: 80} in the front matter; or make it smaller yourself'
    : 'make it smaller: the sharpest projector shows 3840 × 2160 pixels; or save it as WebP or JPEG';
}

/** @param problem why, as in "it is damaged" */
export function reportUnreduced(problem: string, ref: AssetRef, report: Report): void {
  const message = `"${ref.path}" is not reduced: ${problem}`;
  report.add(
    'image-unreduced',
    ref.span,
    message,
    'save it again with another program, as JPEG, PNG or WebP in RGB',
  );
}
