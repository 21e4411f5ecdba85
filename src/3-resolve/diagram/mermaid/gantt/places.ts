import type { MermaidSource } from '../mermaid-source.ts';
import type { Words } from './statements.ts';

/** Reports an error at a part of the text. */
export function failAt(
  { text, index }: Words,
  message: string,
  hint: string | undefined,
  source: MermaidSource,
): void {
  source.problems.fail('diagram-syntax', source.offsetOf(index), text.length, message, hint);
}

/** Warns that a part of the text has no effect. */
export function ignoreAt(
  { text, index }: Words,
  message: string,
  hint: string | undefined,
  source: MermaidSource,
): void {
  source.problems.ignore(source.offsetOf(index), text.length, message, hint);
}
