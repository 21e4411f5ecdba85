import type { PageFinding } from '../../model/check.ts';
import { fitSlides, layOut } from '../fit/fit-slide.ts';
import { findingsOf } from './contrast/contrast.ts';
import { measureTexts } from './contrast/measure.ts';
import { readBackgroundSizes } from './images/shown-image.ts';
import { layoutFindings } from './rules.ts';
import { checkedSlide } from './slide.ts';

/**
 * Checks a slide of a page on stage, also one that is not shown. Text over more than plain colors is left out:
 * only a screenshot shows its background.
 */
export async function checkOnStage(root: HTMLElement): Promise<readonly PageFinding[]> {
  const sizes = await readBackgroundSizes([root]);
  fitSlides([root]);
  const restore = layOut([root]);
  const slide = checkedSlide(root);
  const found = [...layoutFindings(slide, sizes), ...findingsOf(slide, measureTexts(slide).known)];
  restore();
  return found;
}
