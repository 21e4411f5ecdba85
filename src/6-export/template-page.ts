import { Report } from '../base/diagnostics/report.ts';
import { locateFile } from '../base/files/locate-file.ts';
import type { Inputs } from '../base/inputs.ts';
import type { BuildPage, PlannedDeck } from '../base/pipeline.ts';
import type { BuiltPage, Page } from '../model/page.ts';
import type { TemplateFile } from '../model/source.ts';

/**
 * Builds a deck once more in the look of the template that it names for PowerPoint files, if that is not its theme.
 * Only what concerns the template is reported, as all else was reported before.
 *
 * @param named the template of the command line, which comes before that of the deck
 * @returns `undefined` if the deck has no template, or one that cannot be used, which is reported
 */
export async function buildInTemplate(
  job: PlannedDeck,
  built: BuiltPage,
  named: TemplateFile | undefined,
  buildPage: BuildPage<Page | BuiltPage>,
  inputs: Inputs,
  report: Report,
): Promise<BuiltPage | undefined> {
  const template = named ?? templateOf(job, built, inputs, report);
  if (!template || job.options.template) return undefined;
  const own = new Report();
  const page = await buildPage(job.deck, { ...job.options, template }, own, inputs);
  report.addAll(own.diagnostics.filter(({ code }) => code.startsWith('template-')));
  return page && 'contents' in page ? page : undefined;
}

function templateOf(
  { options }: PlannedDeck,
  { contents }: BuiltPage,
  inputs: Inputs,
  report: Report,
): TemplateFile | undefined {
  const ref = contents.deck.frontMatter.pptx?.template;
  const file = ref && locateFile(ref, options.root, inputs, report);
  return file === undefined
    ? undefined
    : { name: ref?.path ?? file, file, ...(ref?.span && { span: ref.span }) };
}
