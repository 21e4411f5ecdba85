import path from 'node:path';
import type { Exporter, ExportOptions } from '../5-export/exporter.ts';
import { formats } from '../5-export/formats.ts';
import { parseSlideRanges } from '../5-export/slide-range.ts';
import { suggest } from '../diagnostics.ts';
import { type DeckOptions, type PlannedDeck, planDecks, refuseOverwriting } from './plan.ts';
import { UsageError } from './usage-error.ts';

/** A deck, and what its files are called but for their endings: an absolute path. */
export interface ExportJob extends PlannedDeck {
  readonly target: string;
}

export interface ExportPlan {
  readonly jobs: readonly ExportJob[];
  readonly formats: readonly Exporter[];
  readonly options: ExportOptions;
}

export interface ExportFlags extends DeckOptions {
  readonly to?: string;
  /** A folder, or the one file to write if it ends as one of the formats does. */
  readonly out?: string;
  readonly slides?: string;
  readonly steps?: boolean;
  readonly notes?: boolean;
}

/**
 * Decides which decks are exported, to what, and where to.
 *
 * @throws {UsageError} where the flags cannot be meant as they stand
 */
export function planExport(
  operands: readonly string[],
  flags: ExportFlags,
  cwd: string,
  environment: NodeJS.ProcessEnv,
): ExportPlan {
  const decks = planDecks('export', operands, flags, cwd);
  const { out = 'dist' } = flags;
  const named = formats.find(({ extensions }) => extensions.includes(path.extname(out)));
  const wanted = chooseFormats(flags.to, named);
  if (named) refuseSeveral(out, named, wanted, decks);
  const file = named && path.resolve(cwd, out.slice(0, -path.extname(out).length));
  const jobs = decks.map((planned): ExportJob => {
    const target = file ?? path.resolve(cwd, out, path.parse(planned.deck).name);
    return { ...planned, target };
  });
  const outputs = jobs.flatMap(({ deck, target }) =>
    wanted.map(({ extensions }) => ({ deck, output: `${target}${extensions[0]}` })),
  );
  refuseOverwriting(outputs, cwd);
  return { jobs, formats: wanted, options: readOptions(flags, environment) };
}

function chooseFormats(to: string | undefined, named: Exporter | undefined): readonly Exporter[] {
  if (to === undefined) return [named ?? formats[0]].filter((format) => format !== undefined);
  const names = to.split(',').map((name) => name.trim().toLowerCase());
  return [...new Set(names)].map((name) => {
    const format = formats.find((candidate) => candidate.name === name);
    if (format) return format;
    const known = formats.map((candidate) => candidate.name);
    throw new UsageError(`there is no format "${name}"`, suggest(name, known));
  });
}

function refuseSeveral(
  out: string,
  named: Exporter,
  wanted: readonly Exporter[],
  decks: readonly PlannedDeck[],
): void {
  if (decks.length > 1) {
    throw new UsageError(`--out ${out} is one file, but there are ${decks.length} decks`);
  }
  const other = wanted.find((format) => format !== named);
  if (other) {
    const hint = `give a folder, or a name that ends in ${other.extensions.join(' or ')}`;
    throw new UsageError(`--out ${out} is no name for --to ${other.name}`, hint);
  }
}

function readOptions(flags: ExportFlags, environment: NodeJS.ProcessEnv): ExportOptions {
  const slides = flags.slides === undefined ? undefined : parseSlideRanges(flags.slides);
  if (flags.slides !== undefined && slides === undefined) {
    const hint = 'as in --slides 3-7,12';
    throw new UsageError(`--slides ${flags.slides} names no slides`, hint);
  }
  const madeAt = readEpoch(environment.SOURCE_DATE_EPOCH);
  return {
    ...(slides && { slides }),
    steps: flags.steps ?? false,
    notes: flags.notes ?? false,
    ...(madeAt !== undefined && { madeAt }),
  };
}

/** See https://reproducible-builds.org/specs/source-date-epoch */
function readEpoch(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,11}$/.test(text)) return Number(text);
  throw new UsageError(
    `SOURCE_DATE_EPOCH is "${text}"`,
    'it must be a number of seconds since 1970, or not be set',
  );
}
