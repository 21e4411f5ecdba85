import type { Tokens } from 'marked';
import { spanAt } from '../../base/span.ts';
import type { Attributes, Diagram, DiagramText } from '../../model/blocks.ts';
import type { Located, Span, TextFile } from '../../model/source.ts';
import {
  attributeUses,
  mergeAttributes,
  noAttributes,
  readAttributes,
} from '../attributes/attributes.ts';
import type { FenceInfo, Piece } from '../fences/fence-info.ts';
import { readFenceOptions } from '../fences/fence-options.ts';
import { fillIn } from '../inline/variables.ts';
import type { Source } from '../source.ts';

/** The languages of fences that are diagrams. */
export const diagramLanguages = ['dot', 'graphviz', 'mermaid'] as const;

const optionNames = ['title', 'alt', 'src', 'steps'] as const;
const shape = 'after the language: title="…", alt="…", src=…, steps=… and {.class}';

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
  const found = findText(options.src, token, source);
  if (found?.text.trim() === '') {
    const hint = 'write the diagram between the fences, or name its file with src=';
    source.report.add('diagram-syntax', span, 'this diagram is empty', hint);
    return [];
  }
  if (!found) return [];
  const filled = (piece: Piece | undefined) =>
    piece && fillIn(piece.text, source.from(piece.start));
  const [title, alt] = [filled(options.title), filled(options.alt)];
  const diagram: DiagramText = {
    language: info.language.text === 'mermaid' ? 'mermaid' : 'dot',
    ...found,
    span,
    ...(options.steps && { steps: namesIn(options.steps, source) }),
  };
  source.findings.diagrams.push(diagram);
  const named = { ...(title !== undefined && { title }), ...(alt !== undefined && { alt }) };
  return [{ kind: 'diagram', span, attributes, source: diagram, ...named }];
}

/** The names in a list such as `a, b, c`, which may be in brackets. */
function namesIn({ text, start }: Piece, source: Source): readonly Located<string>[] {
  const names = [...text.matchAll(/[^,[\]]+/g)].flatMap(({ 0: part, index }) => {
    const value = part.trim();
    const at = start + index + part.indexOf(value);
    return value === '' ? [] : [{ value, span: source.span(at, value.length) }];
  });
  if (names.length === 0) {
    const hint = 'write nodes, edges, or names: steps="a, b"';
    source.report.add(
      'diagram-steps',
      source.span(start, Math.max(1, text.length)),
      'no steps',
      hint,
    );
  }
  return names;
}

/** The text in the fence, or in a file. */
function findText(
  src: Piece | undefined,
  token: Tokens.Code,
  source: Source,
): Pick<DiagramText, 'text' | 'lines' | 'from'> | undefined {
  const { report } = source;
  const { text } = token;
  if (!src) {
    const start = (token.raw.split('\n')[0] ?? '').length + 1;
    // If a blank line ends the block, the lexer includes the line feed before the fence in the text.
    const inner = source.from(start).within(token.raw.slice(start), text);
    return { text, lines: inner.lineSpans(text), from: source.file.realPath };
  }
  const span = source.span(src.start, src.text.length);
  if (text.trim() !== '') {
    const hint = 'leave the block empty, or take src= away';
    report.add('diagram-syntax', span, 'a diagram with src= has no text of its own', hint);
  }
  const file = source.fileAt(src.text, span);
  return file && { text: file.text, lines: linesOf(file), from: file.realPath };
}

function linesOf(file: TextFile): readonly Span[] {
  let start = 0;
  return file.text.split('\n').map((line) => {
    const span = spanAt(file, start, line.length);
    start += line.length + 1;
    return span;
  });
}

function readFenceAttributes(info: FenceInfo, source: Source): Attributes {
  return info.attributeLists.reduce<Attributes>((attributes, { text, start }) => {
    const own = readAttributes(text, source.from(start), attributeUses.diagram);
    return mergeAttributes(attributes, own);
  }, noAttributes);
}
