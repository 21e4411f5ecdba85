/**
 * Converts an edited text to the line ends and the byte-order mark of its file. Lines before and after
 * the change keep their own line ends; changed lines get the most frequent one.
 *
 * @param raw the previous content of the file
 * @param text the new text, with LF
 */
export function keepLineEnds(raw: string, text: string): string {
  const mark = raw.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = raw.slice(mark.length);
  if (!body.includes('\r')) return mark + text;
  const [old, fresh] = [splitLines(body), splitLines(text)];
  const maxCount = Math.min(old.length, fresh.length);
  const above = countWhile(maxCount, (i) => old[i]?.content === fresh[i]?.content);
  const below = countWhile(
    maxCount - above,
    (i) => old.at(-1 - i)?.content === fresh.at(-1 - i)?.content,
  );
  const mostFrequentEnd = mostFrequent(old.map(({ end }) => end).filter((end) => end !== ''));
  const lines = fresh.map(({ content, end }, i) => {
    const fromBelow = fresh.length - i;
    const known = i < above ? old[i] : fromBelow <= below ? old.at(-fromBelow) : undefined;
    // The last line ends without one, even if it had one before.
    return content + (end && (known?.end || mostFrequentEnd));
  });
  return mark + lines.join('');
}

interface Line {
  readonly content: string;
  readonly end: string;
}

function splitLines(text: string): readonly Line[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n?|\n|$)/g)].map(([, content = '', end = '']) => ({
    content,
    end,
  }));
}

function countWhile(maxCount: number, holds: (i: number) => boolean): number {
  let count = 0;
  while (count < maxCount && holds(count)) count++;
  return count;
}

function mostFrequent(ends: readonly string[]): string {
  const count = (end: string): number => ends.filter((other) => other === end).length;
  return ['\r\n', '\n', '\r'].reduce((best, end) => (count(end) > count(best) ? end : best));
}
