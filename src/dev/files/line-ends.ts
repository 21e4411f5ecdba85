/**
 * Gives a text the line ends and the byte-order mark of what a file held before. Lines above and below
 * the change keep their own; the new ones get what most lines have.
 *
 * @param raw what the file held
 * @param text with LF
 */
export function keepLineEnds(raw: string, text: string): string {
  const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = raw.slice(mark.length);
  if (!body.includes('\r')) return mark + text;
  const [old, fresh] = [divide(body), divide(text)];
  const most = Math.min(old.length, fresh.length);
  const above = countWhile(most, (i) => old[i]?.words === fresh[i]?.words);
  const below = countWhile(most - above, (i) => old.at(-1 - i)?.words === fresh.at(-1 - i)?.words);
  const usual = mostFrequent(old.map(({ end }) => end).filter((end) => end !== ''));
  const lines = fresh.map(({ words, end }, i) => {
    const fromBelow = fresh.length - i;
    const known = i < above ? old[i] : fromBelow <= below ? old.at(-fromBelow) : undefined;
    // The last line has none, whatever it had before.
    return words + (end && (known?.end || usual));
  });
  return mark + lines.join('');
}

interface Line {
  readonly words: string;
  readonly end: string;
}

function divide(text: string): readonly Line[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n?|\n|$)/g)].map(([, words = '', end = '']) => ({
    words,
    end,
  }));
}

function countWhile(most: number, holds: (i: number) => boolean): number {
  let number = 0;
  while (number < most && holds(number)) number++;
  return number;
}

function mostFrequent(ends: readonly string[]): string {
  const count = (end: string): number => ends.filter((other) => other === end).length;
  return ['\r\n', '\n', '\r'].reduce((best, end) => (count(end) > count(best) ? end : best));
}
