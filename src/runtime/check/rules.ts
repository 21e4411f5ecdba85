import type { PageFinding } from '../../model/check.ts';
import { colorVision } from './color/color-vision.ts';
import { cutText } from './cut-text.ts';
import { imageFindings } from './images/images.ts';
import type { BackgroundSizes } from './images/shown-image.ts';
import { overfull } from './overfull.ts';
import { overlap } from './overlap/overlap.ts';
import { shrunk } from './shrunk.ts';
import type { CheckedSlide, PageRule } from './slide.ts';
import { textSize } from './text-size.ts';
import { wrapping } from './wrapping.ts';

/** The rules that need nothing but the layout of a slide. */
const rules: readonly PageRule[] = [
  overfull,
  cutText,
  shrunk,
  textSize,
  overlap,
  wrapping,
  colorVision,
];

/** What is found in the layout of a slide. Contrast is not among it, which may need screenshots. */
export function layoutFindings(
  slide: CheckedSlide,
  sizes: BackgroundSizes,
): readonly PageFinding[] {
  return [...rules.flatMap((rule) => rule(slide)), ...imageFindings(slide, sizes)];
}
