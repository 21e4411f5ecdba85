import { findCut } from '../fit/overflow.ts';
import { finding, type PageRule } from './slide.ts';

/** Content that does not fit, even at the smallest readable size: its first element that is cut. */
export const overfull: PageRule = (slide) => {
  const cut = findCut(slide.root);
  if (!cut) return [];
  const problem = cut.isWide ? 'wide' : 'full';
  const message = `slide ${slide.number} is too ${problem}: from here on, it is cut, even at the smallest readable size`;
  const hint = cut.isWide
    ? 'leave out columns, or break the line'
    : 'shorten it, continue it on another slide, or write fit: split in the settings of the slide';
  return [finding(slide, 'slide-overfull', cut.element, message, hint)];
};
