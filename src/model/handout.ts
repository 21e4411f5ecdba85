/** How slides stand on the sheets of a handout. Lengths in millimetres. */
export interface HandoutPlan {
  readonly title: string;
  readonly author?: string;
  /** Of the talk. */
  readonly date?: string;
  /** The whole sheet. */
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  /** Of a slide, on paper. */
  readonly slideWidth: number;
  /** What stands with the slides: the speaker's notes, or lines to write on. */
  readonly beside: 'notes' | 'lines' | 'nothing';
}
