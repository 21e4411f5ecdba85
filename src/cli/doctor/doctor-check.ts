/** What `lectern doctor` has looked at. */
export interface DoctorCheck {
  readonly name: string;
  /** `error`: some commands do not work; `warning`: some output is worse than it could be. */
  readonly status: 'ok' | 'warning' | 'error';
  /** What is there, in one line. */
  readonly found: string;
  /** What to do, if it is not `ok`. */
  readonly hint?: string;
}
