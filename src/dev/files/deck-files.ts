import path from 'node:path';
import { Report } from '../../base/diagnostics/report.ts';
import { isDeckName } from '../../base/files/deck-files.ts';
import { isInside, locateDeck } from '../../base/files/locate-file.ts';
import { formatPath } from '../../base/units.ts';
import type { LiveDeck } from '../deck/live-deck.ts';

/**
 * The files that may be edited in the pages of a deck: its own file, and those in which its builds
 * have found slides, if they are Markdown. Maps their names in spans to their real paths.
 */
export function filesOf({ job, markdown }: LiveDeck): ReadonlyMap<string, string> {
  const { cwd, root } = job.options;
  const entry = locateDeck(job.deck, job.deck, root, new Report()) ?? job.deck;
  const names = [...markdown].filter(isDeckName);
  const files = names.map((name) => [name, path.resolve(cwd, name)] as const);
  return new Map(
    [[formatPath(entry, cwd), entry] as const, ...files].filter(([, file]) => isInside(file, root)),
  );
}
