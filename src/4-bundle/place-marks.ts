import type { Piece } from '../deck.ts';

/**
 * Puts something where marks stand.
 *
 * @param mark that of the number 0
 * @param contents what stands for each, by number
 * @returns the same object for each piece that has none
 */
export function placeMarks(
  pieces: readonly Piece[],
  mark: string,
  contents: readonly string[],
): readonly Piece[] {
  const [open = '', close = ''] = mark.split('0');
  const pattern = new RegExp(`${open}(\\d+)${close}`, 'g');
  return pieces.map((piece) => {
    if (!piece.html.includes(open)) return piece;
    const html = piece.html.replace(pattern, (_, index: string) => contents[Number(index)] ?? '');
    return { html };
  });
}
