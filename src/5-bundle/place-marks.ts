import type { Piece } from '../model/rendered.ts';

/** What a piece has become, and what stands in it for each of its marks. */
interface Placed {
  readonly piece: Piece;
  readonly open: string;
  readonly contents: readonly (readonly [index: number, content: string])[];
}

const known = new WeakMap<Piece, Placed>();

/**
 * Puts something where marks stand.
 *
 * @param mark that of the number 0
 * @param contents what stands for each, by number
 * @returns the same object for each piece that has none, and for what has become of one before
 */
export function placeMarks(
  pieces: readonly Piece[],
  mark: string,
  contents: readonly string[],
): readonly Piece[] {
  const [open = '', close = ''] = mark.split('0');
  const pattern = new RegExp(`${open}(\\d+)${close}`, 'g');
  return pieces.map((piece) => {
    const before = known.get(piece);
    const isSame = before?.contents.every(([index, content]) => contents[index] === content);
    if (before?.open === open && isSame) return before.piece;
    const used = new Map<number, string>();
    const html = piece.html.replace(pattern, (_, digits: string) => {
      const index = Number(digits);
      const content = contents[index] ?? '';
      used.set(index, content);
      return content;
    });
    const placed = used.size === 0 ? piece : { html };
    known.set(piece, { piece: placed, open, contents: [...used] });
    return placed;
  });
}
