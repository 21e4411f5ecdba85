import { findCut } from '../fit/overflow.ts';
import { finding, type PageRule } from './slide.ts';

/** Slides whose type was made smaller, so that their content fits. */
export const shrunk: PageRule = (slide) => {
  const scale = Number(slide.root.style.getPropertyValue('--shrink') || 1);
  if (scale === 1 || findCut(slide.root)) return [];
  const message = `slide ${slide.number} is shown at ${Math.round(scale * 100)} % of the usual size, so that it fits`;
  return [finding(slide, 'slide-shrunk', slide.root, message)];
};
