import { lexLine, lexValue } from '../../1-load/lexing/lexer.ts';
import { offsetOf } from '../../base/span.ts';
import type { Block } from '../../model/blocks.ts';
import type { Inline } from '../../model/inline.ts';
import type { Located } from '../../model/source.ts';
import { parseBlocks } from '../blocks.ts';
import { parseOwnInlines } from '../inline/own-inlines.ts';
import { Source } from '../source.ts';

/** Parses the value of a YAML key as Markdown. */
export function parseValue(value: Located<string>, outer: Source): readonly Block[] {
  const source = sourceOf(value, outer);
  return parseBlocks(lexValue(value.value, source.locate, source.report), source);
}

/** Parses the value of a YAML key as inline Markdown. */
export function parseLine(value: Located<string>, outer: Source): readonly Inline[] {
  const source = sourceOf(value, outer);
  return parseOwnInlines(lexLine(value.value, source.locate, source.report), source);
}

/** For a value, which may be written in quotes or, below a `|`, on lines of its own. */
function sourceOf({ value, span }: Located<string>, { file, scope, findings }: Source): Source {
  const offset = offsetOf(file, span);
  const written = file.text.slice(offset);
  if (!/^[|>]/.test(written)) {
    const start = offset + (/^["']/.test(written) ? 1 : 0);
    return Source.slice(file, start, scope, findings);
  }
  const below = offset + written.indexOf('\n') + 1;
  const count = value.split('\n').length;
  const lines = file.text.slice(below).split('\n', count);
  return Source.slice(file, below, scope, findings).within(lines.join('\n'), value);
}
