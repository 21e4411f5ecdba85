import { countEach } from '../../base/count-each.ts';
import { plainText, trimmed } from '../inlines.ts';
import type { ReadPresentation, ReadSlide, Shape, TextShape } from '../model.ts';

/** What a slide has at its edges. */
export interface Edges {
  readonly header?: string;
  readonly footer?: string;
  /** As the front matter says it. */
  readonly numbers?: 'n' | 'n/total';
  /** What is neither. */
  readonly others: readonly Shape[];
  readonly hasDate: boolean;
}

/** Takes header, footer, number and date from the shapes of a slide. */
export function readEdges({ shapes }: ReadSlide, { isOwn }: ReadPresentation): Edges {
  const isHeader = (shape: Shape): boolean => isOwn && shape.placeholder?.index === '23';
  const typeOf = (shape: Shape): string =>
    isHeader(shape) ? 'hdr' : (shape.placeholder?.type ?? '');
  const textOf = (type: string): string => {
    const found = shapes.find(
      (shape): shape is TextShape => shape.kind === 'text' && typeOf(shape) === type,
    );
    return found ? plainText(found.paragraphs.flatMap(({ inlines }) => trimmed(inlines))) : '';
  };
  const [header, footer, number, date] = ['hdr', 'ftr', 'sldNum', 'dt'].map(textOf);
  return {
    ...(header && { header }),
    ...(footer && { footer }),
    ...(number && { numbers: /\d\s*(?:\/|of|von|de)\s*\d/.test(number) ? 'n/total' : 'n' }),
    hasDate: date !== undefined && date !== '',
    others: shapes.filter((shape) => !/^(?:hdr|ftr|sldNum|dt)$/.test(typeOf(shape))),
  };
}

/** The value that most of some slides have; `undefined` if fewer than half of them have it. */
export function usualOf<T>(values: readonly (T | undefined)[]): T | undefined {
  const counts = countEach(values.filter((value) => value !== undefined));
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] * 2 >= values.length ? most[0] : undefined;
}

/** The image that is at the same place of most slides, such as a logo. */
export function findLogo(slides: readonly (readonly Shape[])[]): string | undefined {
  if (slides.length < 3) return undefined;
  const keys = slides.flatMap((shapes) => [
    ...new Set(shapes.flatMap((shape) => logoKey(shape) ?? [])),
  ]);
  return [...countEach(keys)].find(([, times]) => times * 2 > slides.length)?.[0];
}

/** Identifies a small image by its file and its place. */
export function logoKey(shape: Shape): string | undefined {
  if (shape.kind !== 'picture' || shape.box.width > 300 || shape.box.height > 160) return undefined;
  const { x, y } = shape.box;
  return `${shape.file.part} ${Math.round(x / 8)} ${Math.round(y / 8)}`;
}
