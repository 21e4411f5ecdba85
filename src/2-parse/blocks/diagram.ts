import type { Tokens } from 'marked';
import { spanAt } from '../../base/span.ts';
import { TimeLimitError, withTimeLimit } from '../../base/time/time-limit.ts';
import type { Attributes, Diagram } from '../../model/blocks.ts';
import {
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import { parseDot } from '../diagram/dot/dot.ts';
import { type Mermaid, parseMermaid } from '../diagram/mermaid/mermaid.ts';
import { DiagramSource } from '../diagram/source.ts';
import type { FenceInfo, Piece } from '../fences/fence-info.ts';
import { readFenceOptions } from '../fences/fence-options.ts';
import { fillIn } from '../inline/variables.ts';
import type { Source } from '../source.ts';

/** The languages of fences that are diagrams. */
export const diagramLanguages = ['dot', 'graphviz', 'mermaid'] as const;

/** Enough for a diagram that fits on a slide. */
const maxLength = 20_000;
const maxLineLength = 1000;
const timeLimit = 1000;

const optionNames = ['title', 'alt', 'src'] as const;
const shape = 'after the language: title="…", alt="…", src=… and {.class}';

/** Parses a `dot` or `mermaid` fence: the text of a diagram, or with `src=` the file that contains it. */
export function parseDiagram(
  token: Tokens.Code,
  info: FenceInfo,
  source: Source,
): readonly Diagram[] {
  const line = token.raw.split('\n')[0] ?? '';
  const span = source.span(0, line.trimEnd().length);
  const options = readFenceOptions(info, optionNames, shape, source);
  const attributes = readFenceAttributes(info, source);
  const diagram = openSource(options.src, token, source);
  if (diagram?.text.trim() === '') {
    const hint = 'write the diagram between the fences, or name its file with src=';
    source.report.add('diagram-syntax', span, 'this diagram is empty', hint);
    return [];
  }
  const read = diagram && readDiagram(diagram, info.language.text);
  if (!read) return [];
  const filled = (piece: Piece | undefined) =>
    piece && fillIn(piece.text, source.from(piece.start));
  const [title, alt] = [filled(options.title) ?? read.title, filled(options.alt) ?? read.alt];
  return [
    {
      kind: 'diagram',
      span,
      attributes,
      spec: read.spec,
      ...(title !== undefined && { title }),
      ...(alt !== undefined && { alt }),
    },
  ];
}

function readDiagram(source: DiagramSource, language: string): Mermaid | undefined {
  if (!checkLength(source)) return undefined;
  try {
    return withTimeLimit(timeLimit, () =>
      language === 'mermaid' ? parseMermaid(source) : parseDot(source),
    );
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    source.fail('diagram-limit', 0, 1, 'this diagram took more than a second to read');
    return undefined;
  }
}

function checkLength(source: DiagramSource): boolean {
  const { text } = source;
  const hint = 'show a part of it, or divide it over several slides';
  const lineStart = text.search(new RegExp(`^.{${maxLineLength + 1}}`, 'm'));
  if (text.length > maxLength) {
    source.fail('diagram-limit', 0, 1, `a diagram of more than ${maxLength} characters`, hint);
  } else if (lineStart >= 0) {
    source.fail(
      'diagram-limit',
      lineStart,
      1,
      `a line of more than ${maxLineLength} characters`,
      hint,
    );
  }
  return !source.hasFailed;
}

/** The text in the fence, or in a file. */
function openSource(
  src: Piece | undefined,
  token: Tokens.Code,
  source: Source,
): DiagramSource | undefined {
  const { report } = source;
  if (!src) {
    const start = (token.raw.split('\n')[0] ?? '').length + 1;
    // If a blank line ends the block, the lexer includes the line feed before the fence in the text.
    const { locate } = source.from(start).within(token.raw.slice(start), token.text);
    return new DiagramSource(token.text, locate, report);
  }
  const span = source.span(src.start, src.text.length);
  if (token.text.trim() !== '') {
    const hint = 'leave the block empty, or take src= away';
    report.add('diagram-syntax', span, 'a diagram with src= has no text of its own', hint);
  }
  const file = source.fileAt(src.text, span);
  if (!file) return undefined;
  return new DiagramSource(file.text, (offset, length) => spanAt(file, offset, length), report);
}

function readFenceAttributes(info: FenceInfo, source: Source): Attributes {
  return info.attributeLists.reduce<Attributes>((attributes, { text, start }) => {
    const own = readAttributes(text, source.from(start), attributeUses.diagram);
    return mergeAttributes(attributes, own);
  }, noAttributes);
}
