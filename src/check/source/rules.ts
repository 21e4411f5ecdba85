import { altText } from './alt-text.ts';
import type { SourceRule } from './rule.ts';

/** The rules that look at the source. */
export const sourceRules: readonly SourceRule[] = [altText];
