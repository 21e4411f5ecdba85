import type { Report } from '../base/diagnostics/report.ts';
import type { Inputs } from '../base/inputs.ts';
import type { BuildPage, PlannedDeck } from '../base/pipeline.ts';
import type { BuiltPage, Page } from '../model/page.ts';
import type { TemplateFile } from '../model/source.ts';
import type { ExportedFile, Exporter, ExportRequest } from './exporter.ts';
import { buildForPowerPoint } from './powerpoint-page.ts';
import { pptx } from './pptx/pptx.ts';

/** A deck that is built, and can be exported to its formats one after the other. */
export interface ReadyDeck {
  /** As the browser may run it. */
  readonly page: Page;
  /** Those in which it can be written. */
  readonly formats: readonly Exporter[];
  /** Absent if the page comes from the cache. */
  readonly built?: BuiltPage;
  /** The deck as it is in PowerPoint files, if that differs from its page. */
  readonly forPowerPoint?: BuiltPage;
}

interface ReadyOptions {
  readonly formats: readonly Exporter[];
  /** The presentation in which PowerPoint files are written. */
  readonly template: TemplateFile | undefined;
  readonly buildPage: BuildPage<Page | BuiltPage>;
  /** The page as the browser may run it: without scripts to which the user has not agreed. */
  readonly pageToShow: (page: Page) => Page;
  /** Whether what is reported of the build stops the export. */
  readonly isStopped: () => boolean;
  readonly hasErrors: () => boolean;
}

/** Builds what the formats need of a deck. @returns `undefined` if it cannot be exported, which is reported */
export async function readyDeck(
  job: PlannedDeck,
  { formats, template, buildPage, pageToShow, isStopped, hasErrors }: ReadyOptions,
  inputs: Inputs,
  report: Report,
): Promise<ReadyDeck | undefined> {
  const found = await buildPage(job.deck, job.options, report, inputs);
  const usesBrowser = formats.some((format) => format.usesBrowser);
  const page = found && usesBrowser ? pageToShow(found) : found;
  if (!page || isStopped()) return undefined;
  const built = found && 'contents' in found ? found : undefined;
  const forPowerPoint =
    built && formats.includes(pptx)
      ? await buildForPowerPoint(job, built, template, buildPage, inputs, report)
      : undefined;
  return {
    page,
    // An error in the template concerns PowerPoint files only.
    formats: formats.filter((format) => format !== pptx || !hasErrors()),
    ...(built && { built }),
    ...(forPowerPoint && { forPowerPoint }),
  };
}

/** Exports a deck to one of its formats. @throws as {@link Exporter.export} */
export function exportReady(
  { page, built, forPowerPoint }: ReadyDeck,
  format: Exporter,
  request: Omit<ExportRequest, 'page' | 'built'>,
): Promise<readonly ExportedFile[]> {
  const deck = (format === pptx && forPowerPoint) || built;
  return format.export({ ...request, page, ...(deck && { built: deck }) });
}
