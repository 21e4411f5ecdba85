import type { Code } from '../../model/blocks.ts';

/** What the colors of a block depend on. */
export function codeKey({ language, text }: Code): string {
  return `${language}\0${text}`;
}
