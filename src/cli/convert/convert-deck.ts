import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configNames } from '../../1-load/config/find-config.ts';
import { convertedDeck, loadTidyDeck, withDialect } from '../../1-load/converted.ts';
import { waysTo } from '../../1-load/own-files.ts';
import { codes } from '../../base/diagnostics/diagnostic.ts';
import { reportFor } from '../../base/diagnostics/foreign-report.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { isInside } from '../../base/files/locate-file.ts';
import { Inputs } from '../../base/inputs.ts';
import type { BuildPage } from '../../base/pipeline.ts';
import { lockName } from '../../base/remote/lock-file.ts';
import type { BuildOptions, Dialect } from '../../model/source.ts';
import type { OutputFile } from '../output/write-all.ts';
import type { ConvertJob } from './convert-plan.ts';
import { asWritten } from './line-ends.ts';
import { moveInCss, moveInMarkdown } from './move-references.ts';
import { Places, type TakenPlaces } from './places.ts';

/** A deck as it is written. */
export interface Conversion {
  readonly dialect: Dialect;
  /** The Markdown of the deck. */
  readonly deck: Buffer;
  /** The files with slides that it includes. */
  readonly included: readonly OutputFile[];
  /** The files that it uses, if it does not stay next to them. */
  readonly copies: readonly OutputFile[];
  /** Everything that was read. */
  readonly inputs: ReadonlySet<string>;
  readonly slides: number;
  /** The errors that the converted deck has: for a deck of another tool, they are warnings. */
  readonly errors: number;
}

/**
 * Converts a deck to Lectern's Markdown. What is reported is what a build of the deck reports.
 *
 * @returns `undefined` if the deck cannot be read, or has errors
 */
export async function convertDeck(
  { deck, options, output }: ConvertJob,
  buildPage: BuildPage,
  taken: TakenPlaces,
  report: Report,
): Promise<Conversion | undefined> {
  const inputs = new Inputs();
  const source = await loadTidyDeck(deck, options, inputs, report);
  const file = source?.texts[0];
  if (!source || !file) return undefined;
  const { dialect } = source;
  const nothing = { included: [], copies: [], slides: source.slides.length, errors: 0 };
  if (dialect === 'lectern') {
    return { ...nothing, dialect, deck: readFileSync(file.realPath), inputs: inputs.files };
  }
  await buildPage(deck, options, report, inputs);
  if (report.hasErrors) return undefined;
  const converted = convertedDeck(source);
  const drafts = new Map(
    [converted.deck, ...converted.included].map(({ realPath, text }) => [realPath, text]),
  );
  const built = await buildConverted(deck, { ...options, drafts }, buildPage);
  const target = output ?? path.join(path.dirname(file.realPath), 'talk.lectern.md');
  const places = new Places({ deck: file.realPath, root: options.root, output: target }, taken);
  for (const { realPath, text } of converted.included) places.addIncluded(realPath, text);
  const isOfProject = isInside(target, options.root);
  const used = places.isInPlace
    ? []
    : usedFiles(built.inputs, drafts, options.root).filter((each) => isCopied(each, isOfProject));
  for (const each of used) places.addCopy(each);
  const text = withDialect(converted.deck.text, target, options);
  return {
    ...built,
    dialect,
    deck: asWritten(moveInMarkdown({ from: file.realPath, to: target, text }, places), file),
    included: converted.included.map((each) => {
      const to = places.ofIncluded(each.realPath) ?? each.realPath;
      const moved = moveInMarkdown({ from: each.realPath, to, text: each.text }, places);
      return { file: to, content: asWritten(moved, each) };
    }),
    copies: used.flatMap((from) => copyOf(from, places)),
    inputs: new Set([...inputs.files, ...built.inputs]),
  };
}

/** Builds the converted deck in place of the original, for the files that it uses and the errors that it has. */
async function buildConverted(deck: string, options: BuildOptions, buildPage: BuildPage) {
  const inputs = new Inputs();
  const report = new Report();
  // As warnings, since the page of a deck with errors is not finished, and does not use all of its files.
  const asWarnings = reportFor('marp', report);
  const page = await buildPage(deck, { ...options, dialect: 'lectern' }, asWarnings, inputs);
  const errors = report.diagnostics.filter(({ code }) => codes[code] === 'error');
  return { inputs: inputs.files, slides: page?.slideCount ?? 0, errors: errors.length };
}

/** The files of the project that a deck uses, without those that are translated. */
function usedFiles(
  inputs: ReadonlySet<string>,
  drafts: ReadonlyMap<string, string>,
  root: string,
): readonly string[] {
  return [...new Set([...inputs].flatMap((file) => waysTo(file, root)))].filter(
    (file) => !drafts.has(file),
  );
}

/**
 * Whether a file belongs to the deck: the settings of its folder are for decks of the other tool, and the lock file of
 * the project applies in all of its folders.
 */
function isCopied(file: string, isOfProject: boolean): boolean {
  const name = path.basename(file);
  return !configNames.some((each) => each === name) && !(isOfProject && name === lockName);
}

/** The build has reported a file that cannot be read. */
function readIfPossible(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function copyOf(from: string, places: Places): readonly OutputFile[] {
  const to = places.of(from);
  if (to === undefined || to === from) return [];
  const bytes = readIfPossible(from);
  if (!bytes) return [];
  if (path.extname(from).toLowerCase() !== '.css') return [{ file: to, content: bytes }];
  const text = bytes.toString('utf8');
  const moved = moveInCss({ from, to, text }, places);
  return [{ file: to, content: moved === text ? bytes : Buffer.from(moved) }];
}
