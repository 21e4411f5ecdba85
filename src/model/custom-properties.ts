import type { Span } from './source.ts';

/** A place where an author sets a custom property of CSS, or uses it. */
export interface PropertyUse {
  readonly name: string;
  /** `optional`: used with a fallback, as in `var(--name, red)`. */
  readonly kind: 'set' | 'needed' | 'optional';
  readonly span: Span;
}
