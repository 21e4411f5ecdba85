import path from 'node:path';
import {
  type Exporter,
  type ExportOptions,
  type Paper,
  papers,
  type SlidesPerPage,
  slidesPerPage,
} from '../../6-export/exporter.ts';
import { formats } from '../../6-export/formats.ts';
import { parseSlideRanges } from '../../6-export/slide-range.ts';
import { suggest } from '../../base/diagnostics/suggest.ts';
import type { PlannedDeck } from '../../base/pipeline.ts';
import type { TemplateFile } from '../../model/source.ts';
import { type DeckOptions, defaultFolder, planDecks, refuseOverwriting } from '../plan.ts';
import { readEpoch } from '../source-date.ts';
import { UsageError } from '../usage-error.ts';

/** A deck, and the names of its output files. */
export interface ExportJob extends PlannedDeck {
  /** The absolute path without the format's suffix and the extension. */
  readonly target: string;
  /** The extension of an output file named by the user: `.png`. */
  readonly extension?: string;
}

/** The path of an output file. @param isOnly whether it is the only file of its format */
export function outputOf(
  { target, extension }: ExportJob,
  { suffix }: Exporter,
  ending: string,
  isOnly: boolean,
): string {
  if (extension === undefined) return target + suffix + ending;
  return target + (isOnly ? extension : ending);
}

export interface ExportPlan {
  readonly jobs: readonly ExportJob[];
  readonly formats: readonly Exporter[];
  readonly options: ExportOptions;
  /** The presentation in which PowerPoint files are written. */
  readonly template?: TemplateFile;
}

interface ExportFlags extends DeckOptions {
  readonly to?: string;
  /** The output folder, or the output file if it has the extension of a format. */
  readonly out?: string;
  readonly slides?: string;
  readonly steps?: boolean;
  readonly notes?: boolean;
  readonly width?: string;
  readonly transparent?: boolean;
  readonly paper?: string;
  readonly 'per-page'?: string;
  readonly template?: string;
}

/**
 * Decides which decks are exported, in which formats, and where they are written.
 *
 * @throws {UsageError} for invalid flags
 */
export function planExport(
  operands: readonly string[],
  flags: ExportFlags,
  cwd: string,
  environment: NodeJS.ProcessEnv,
): ExportPlan {
  const decks = planDecks('export', operands, flags, cwd);
  const { out = defaultFolder(cwd) } = flags;
  const extension = path.extname(out);
  const named = formats.find(({ extensions }) => extensions.includes(extension));
  const wanted = chooseFormats(flags.to, named);
  if (named) refuseSeveral(out, wanted, decks);
  const template = readTemplate(flags.template, wanted, cwd);
  const opensTemplate = wanted.some(({ name }) => name === 'pptx');
  const forPowerPoint = opensTemplate &&
    wanted.length === 1 && { ...(template && { template }), keepsHidden: true };
  const file = named && path.resolve(cwd, out.slice(0, -extension.length));
  const jobs = decks.map((planned): ExportJob => {
    const target = file ?? path.resolve(cwd, out, path.parse(planned.deck).name);
    const options = { ...planned.options, stripMetadata: true, opensTemplate, ...forPowerPoint };
    return { ...planned, options, target, ...(named && { extension }) };
  });
  const outputs = jobs.flatMap((job) =>
    wanted.map((format) => ({
      deck: job.deck,
      output: outputOf(job, format, format.extensions[0] ?? '', true),
    })),
  );
  refuseOverwriting(outputs, cwd);
  const opaque = flags.transparent && wanted.find(({ name }) => name === 'jpeg');
  if (opaque)
    throw new UsageError('--transparent is not supported by --to jpeg', 'use png or webp');
  const options = readOptions(flags, environment);
  return { jobs, formats: wanted, options, ...(template && { template }) };
}

function readTemplate(
  name: string | undefined,
  wanted: readonly Exporter[],
  cwd: string,
): TemplateFile | undefined {
  if (name === undefined) return undefined;
  if (wanted.some((format) => format.name === 'pptx'))
    return { name, file: path.resolve(cwd, name) };
  throw new UsageError('--template is for PowerPoint files', 'add --to pptx');
}

function chooseFormats(to: string | undefined, named: Exporter | undefined): readonly Exporter[] {
  if (to === undefined) return [named ?? formats[0]].filter((format) => format !== undefined);
  const names = to.split(',').map((name) => name.trim().toLowerCase());
  return [...new Set(names)].map((name) => {
    const format = formats.find((candidate) => candidate.name === name);
    if (format) return format;
    const known = formats.map((candidate) => candidate.name);
    throw new UsageError(`unknown format "${name}"`, suggest(name, known));
  });
}

function refuseSeveral(
  out: string,
  wanted: readonly Exporter[],
  decks: readonly PlannedDeck[],
): void {
  if (decks.length > 1) {
    throw new UsageError(`--out ${out} is one file, but there are ${decks.length} decks`);
  }
  const other = wanted.find(({ extensions }) => !extensions.includes(path.extname(out)));
  if (other) {
    const hint = `give a folder, or a name that ends in ${other.extensions.join(' or ')}`;
    throw new UsageError(`--out ${out} has the wrong extension for --to ${other.name}`, hint);
  }
  if (wanted.length > 1) {
    throw new UsageError(`--out ${out} is one file, but there are ${wanted.length} formats`);
  }
}

function readOptions(flags: ExportFlags, environment: NodeJS.ProcessEnv): ExportOptions {
  const slides = flags.slides === undefined ? undefined : parseSlideRanges(flags.slides);
  if (flags.slides !== undefined && slides === undefined) {
    const hint = 'as in --slides 3-7,12';
    throw new UsageError(`invalid --slides ${flags.slides}`, hint);
  }
  const madeAt = readEpoch(environment.SOURCE_DATE_EPOCH);
  return {
    ...(slides && { slides }),
    steps: flags.steps ?? false,
    notes: flags.notes ?? false,
    ...(flags.width !== undefined && { width: readWidth(flags.width) }),
    isTransparent: flags.transparent ?? false,
    paper: readPaper(flags.paper),
    slidesPerPage: readSlidesPerPage(flags['per-page']),
    ...(madeAt !== undefined && { madeAt }),
  };
}

/** Slides are at most four times as high as wide, and browsers limit screenshots to 16,384 pixels. */
const widths = { least: 16, most: 4096 };

function readWidth(text: string): number {
  const width = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (width >= widths.least && width <= widths.most) return width;
  const hint = `it is a number of pixels from ${widths.least} to ${widths.most}`;
  throw new UsageError(`invalid --width ${text}`, hint);
}

function readPaper(name = 'a4'): Paper {
  const paper = papers.find((candidate) => candidate === name.toLowerCase());
  if (paper) return paper;
  throw new UsageError(`unknown paper size "${name}"`, suggest(name, papers));
}

function readSlidesPerPage(text = '1'): SlidesPerPage {
  const count = slidesPerPage.find((candidate) => String(candidate) === text);
  if (count) return count;
  throw new UsageError(`invalid --per-page ${text}`, `one of: ${slidesPerPage.join(', ')}`);
}
