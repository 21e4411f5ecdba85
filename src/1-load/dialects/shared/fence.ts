/** A fence that is longer than those in it. The indent that all lines have is removed. */
export function fence(info: string, text: string): string {
  const lines = text.replace(/^(?:[ \t]*\n)+|\s+$/g, '').split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const indent = Math.min(...filled.map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0));
  const body = lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0));
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const marks = '`'.repeat(longest + 1);
  return [`${marks}${info}`, ...body, marks].join('\n');
}
