import { originalOffset } from '../base/span.ts';
import type { TextFile } from '../model/source.ts';
import { commonParts } from './common-parts.ts';

/** A stretch of a text, by offsets. */
export interface Stretch {
  readonly start: number;
  /** After its last character. */
  readonly end: number;
}

/** A part of a text that was taken over as it is, or not. */
export interface Piece extends Stretch {
  readonly isKept: boolean;
}

/** A translated text next to its author's, both divided into what they share and what they do not. */
export interface ComparedText {
  readonly author: readonly Piece[];
  readonly translated: readonly Piece[];
}

/** A stretch of a translated text that is the author's, from `source` on. */
interface Kept extends Stretch {
  readonly source: number;
}

/** Compares a translated file with the author's. */
export function compareTexts(file: TextFile): ComparedText {
  const kept = keptIn(file);
  const sources = kept
    .map(({ start, end, source }) => ({ start: source, end: source + end - start }))
    .sort((a, b) => a.start - b.start);
  return {
    author: piecesOf(sources, authorOf(file).text),
    translated: piecesOf(kept, file.text),
  };
}

function keptIn({ text, origins }: TextFile): readonly Kept[] {
  if (!origins) return [{ start: 0, end: text.length, source: 0 }];
  const { author, offsets, sources } = origins;
  const kept: Kept[] = [];
  for (let i = 0; i < offsets.length; ) {
    const [start = 0, source = 0] = [offsets[i], sources[i]];
    // Each line of a text that replaces another comes from where that begins.
    do i++;
    while (sources[i] === source);
    const end = offsets[i] ?? text.length;
    const next = sources[i] ?? author.text.length;
    const replaced = author.text.slice(source, Math.max(source, next));
    for (const part of partsOf(text.slice(start, end), replaced)) {
      const from = { start: start + part.start, end: start + part.end };
      kept.push({ ...from, source: source + part.source });
    }
  }
  return kept;
}

/** What a text that stays, goes on or replaces another has in common with that. */
function partsOf(text: string, replaced: string): readonly Kept[] {
  if (text.startsWith(replaced)) return [{ start: 0, end: replaced.length, source: 0 }];
  if (replaced.startsWith(text)) return [{ start: 0, end: text.length, source: 0 }];
  return commonParts(text, replaced);
}

/** The whole text in order. Blank stretches and breaks count as kept: nobody looks for them. */
function piecesOf(kept: readonly Stretch[], text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, isKept: boolean): void => {
    if (start >= end) return;
    const isSame = isKept || /^\s*(?:-{2,3}\s*)?$/.test(text.slice(start, end));
    const last = pieces.at(-1);
    if (last?.isKept === isSame) pieces.splice(-1, 1, { ...last, end });
    else pieces.push({ start, end, isKept: isSame });
  };
  let at = 0;
  for (const { start, end } of kept) {
    add(at, start, false);
    add(Math.max(at, start), end, true);
    at = Math.max(at, end);
  }
  add(at, text.length, false);
  return pieces;
}

/** The pieces in a stretch of a text. */
export function piecesIn(pieces: readonly Piece[], { start, end }: Stretch): readonly Piece[] {
  return pieces
    .map((piece) => ({
      ...piece,
      start: Math.max(piece.start, start),
      end: Math.min(piece.end, end),
    }))
    .filter((piece) => piece.start < piece.end);
}

/** The file as its author wrote it. */
export function authorOf(file: TextFile): TextFile {
  return file.origins?.author ?? file;
}

/** The offset in the author's text that an offset of a translated text comes from. */
export function sourceOf({ text, origins }: TextFile, offset: number): number {
  return origins ? originalOffset(text, origins, offset) : offset;
}
