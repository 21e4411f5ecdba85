import os from 'node:os';
import type { Hour } from './hour.ts';
import { replaceSection } from './sections.ts';
import { median, table } from './tables.ts';

const heading = '## An hour of writing';

/** The section of RESULTS.md on what a long evening does to `lectern dev`. */
export function writeHour(hour: Hour, load: number): string {
  const { changes, times, lost, compared, unlike } = hour;
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const memory = (name: string, values: readonly number[]) => [
    name,
    megabytes(values[0] ?? 0),
    megabytes(median(values)),
    megabytes(values.at(-1) ?? 0),
  ];
  return `${heading}

Written by \`npm start --prefix bench -- --hour\`; load ${load.toFixed(1)} at the start on ${os.cpus().length} cores.
${changes} saves, as many as an hour has at one every five seconds, one after the other: of a deck of 42 slides, a file that it
includes, its values, a sample of code, its theme; in place, by rename, with the old file moved away,
emptied or deleted first, in pieces, twenty at once.

- saves that did not come to the page: **${lost.length}**${lost.length > 0 ? ` (${lost.join('; ')})` : ''}
- compared with a build of the same files ${compared} times, the page was another **${unlike}** times
- until the page said what was saved, in the median: ${median(times).toFixed(0)} ms

${table(
  ['memory', 'after a tenth', 'in the median', 'at the end'],
  [memory('the server, resident', hour.server), memory('the page’s scripts', hour.page)],
)}
`;
}

/** Puts the section into a report, into the place of the one that stands there. */
export function replaceHour(report: string, section: string): string {
  return replaceSection(report, heading, section);
}
