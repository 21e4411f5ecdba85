/** A slide whose content is cut, as the page measures it. */
export interface OverfullSlide {
  /** From 1. */
  readonly number: number;
  /** The beginning of the text of the first element that is cut. */
  readonly text: string;
  /** Whether it is too wide, and not too high. */
  readonly isWide: boolean;
}
