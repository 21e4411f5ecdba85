import { cacheEntry } from '../../base/cache/cache.ts';
import { codeFingerprint } from '../../base/code-fingerprint.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { spanInLines } from '../../base/span.ts';
import { Stopwatch } from '../../base/time/stopwatch.ts';
import type { DiagramText } from '../../model/blocks.ts';
import type { DiagramReading } from '../../model/diagram/diagram.ts';
import type { Memo } from '../../model/source.ts';
import type { ReadDiagram, ReadDiagrams } from '../resources.ts';
import type { DiagramProblem } from './source.ts';
import { readSteps } from './steps.ts';

/** What the text of a diagram says, and what is wrong with it. */
export interface Found {
  readonly reading?: DiagramReading;
  readonly problems: readonly DiagramProblem[];
}

/** Of all diagrams of a deck, in milliseconds of processor time. Each usually needs a fiftieth of a second. */
const maxTime = 20_000;

/** Reads the texts of a deck's diagrams and reports their errors. Loads nothing if there are no diagrams. */
export async function readDiagrams(
  diagrams: readonly DiagramText[],
  memo: Memo,
  report: Report,
  limit = maxTime,
): Promise<ReadDiagrams> {
  const read = new Map<DiagramText, ReadDiagram>();
  const stopwatch = new Stopwatch();
  for (const diagram of diagrams) {
    const { language, text, lines } = diagram;
    if (stopwatch.elapsed > limit) {
      const message = `the diagrams up to this one take more than ${limit / 1000} seconds to read`;
      report.add('diagram-limit', spanInLines(lines, 0, 1), message, 'divide the deck');
      break;
    }
    const { reading, problems } = await memo.get(findReading, [text, language], () =>
      findReading(language, text),
    );
    for (const { code, start, length, message, hint } of problems) {
      report.add(code, spanInLines(lines, start, length), message, hint);
    }
    if (!reading) continue;
    const steps = readSteps(diagram, reading.spec, report);
    read.set(diagram, { reading, ...(steps && { steps }) });
  }
  return read;
}

/** Reads a text, unless its reading is in the cache. */
async function findReading(language: DiagramText['language'], text: string): Promise<Found> {
  const entry = cacheEntry('diagram-text', [codeFingerprint(...code), language, text]);
  const known = entry.read();
  if (known !== undefined) return JSON.parse(known) as Found;
  const { readDiagram } = await import('./read-diagram.ts');
  const found = await readDiagram(language, text);
  // One that took too long may be read in time by another build.
  if (!found.problems.some(({ code }) => code === 'diagram-limit')) {
    entry.write(JSON.stringify(found));
  }
  return found;
}

/** What a reading depends on. Mermaid is bundled, so that no import names it. */
const code = [
  'src/3-resolve/diagram/read-diagram.ts',
  'node_modules/mermaid/package.json',
] as const;
