import { readFileSync } from 'node:fs';
import { plainText } from '../../base/files/plain-text.ts';
import type { PlannedDeck } from '../../base/pipeline.ts';
import { type CheckOptions, checkDeck } from '../check.ts';
import { applyFixes } from './raw-text.ts';

/** A file of a deck with what is certain corrected. */
export interface FixedFile {
  /** Its real path. */
  readonly file: string;
  /** Its content when it was read. */
  readonly before: Buffer;
  readonly after: string;
}

/** An edit may make another one possible: a heading that has moved up leaves the next one too deep. */
const maxRounds = 20;

/** Corrects what is certain in the files of a deck, without a browser; writes nothing. */
export async function fixDeck(
  { deck, options }: PlannedDeck,
  check: Pick<CheckOptions, 'buildPage' | 'levels'>,
): Promise<readonly FixedFile[]> {
  const files = new Map<string, FixedFile>();
  for (let round = 0; round < maxRounds; round++) {
    const drafts = new Map([...files].map(([file, { after }]) => [file, plainText(after)]));
    const { findings, files: own } = await checkDeck(
      { deck, options: { ...options, drafts } },
      check,
    );
    let hasChanged = false;
    for (const { path: shown, realPath } of own) {
      const known = files.get(realPath) ?? readFile(realPath);
      const fixes = findings.flatMap(({ diagnostic: { fix } }) =>
        fix?.every(({ span }) => span.file === shown) ? [fix] : [],
      );
      const after = known && fixes.length > 0 ? applyFixes(known.after, fixes) : undefined;
      if (!known || after === undefined || after === known.after) continue;
      files.set(realPath, { ...known, after });
      hasChanged = true;
    }
    if (!hasChanged) break;
  }
  return [...files.values()];
}

/** @returns `undefined` for a file that is not the same bytes again when its text is written */
function readFile(file: string): FixedFile | undefined {
  const before = readFileSync(file);
  const after = before.toString('utf8');
  return Buffer.from(after).equals(before) ? { file, before, after } : undefined;
}
