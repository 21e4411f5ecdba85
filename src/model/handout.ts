/** The layout of the pages of a handout. Lengths in millimeters. */
export interface HandoutPlan {
  readonly title: string;
  readonly author?: string;
  /** Of the talk. */
  readonly date?: string;
  /** The paper. */
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Of a slide, on paper. */
  readonly slideWidth: number;
  /** What is printed next to the slides: the speaker notes, or lines to write on. */
  readonly beside: 'notes' | 'lines' | 'nothing';
}
