import type { OwnSyntax } from '../shared/escape.ts';

/** What Marp reads as Lectern does; dollar signs outside of formulas are text in both. */
export const meaningful: readonly OwnSyntax[] = ['emoji'];
