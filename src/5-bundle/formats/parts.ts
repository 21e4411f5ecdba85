/** Images and films of a talk have a hundredth; each part takes time, and many have no content. */
const maxParts = 100_000;

/** A file has more parts than any that is shown. */
export class PartsError extends RangeError {}

/** @throws PartsError if a file has too many chunks, boxes or blocks */
export function checkCount(count: number): void {
  if (count > maxParts) throw new PartsError('it has more than 100,000 parts');
}
