import type { Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { locateFile } from '../base/files/locate-file.ts';
import type { Inputs } from '../base/inputs.ts';
import type { BuildPage, PlannedDeck } from '../base/pipeline.ts';
import type { BuiltPage, Page } from '../model/page.ts';
import type { TemplateFile } from '../model/source.ts';

/**
 * Builds a deck once more for PowerPoint files, if they differ from its page: in the look of the template that it
 * names for them, or with hidden slides. Only what concerns these is reported, as all else was reported before.
 *
 * @param named the template of the command line, which comes before that of the deck
 * @returns `undefined` if nothing differs, or the template cannot be used, which is reported
 */
export async function buildForPowerPoint(
  job: PlannedDeck,
  built: BuiltPage,
  named: TemplateFile | undefined,
  buildPage: BuildPage<Page | BuiltPage>,
  inputs: Inputs,
  report: Report,
): Promise<BuiltPage | undefined> {
  const { options } = job;
  const template = options.template ?? named ?? templateOf(job, built, inputs, report);
  const isHiding = built.contents.deck.hasHidden && !options.keepsHidden;
  if (template === options.template && !isHiding) return undefined;
  const own = new Report();
  const kept = { ...options, ...(template && { template }), keepsHidden: true };
  const page = await buildPage(job.deck, kept, own, inputs);
  const known = new Set(report.diagnostics.map(keyOf));
  const isNew = (each: Diagnostic): boolean => isHiding && !known.has(keyOf(each));
  const added = own.diagnostics.filter((each) => each.code.startsWith('template-') || isNew(each));
  report.addAll(added);
  return page && 'contents' in page ? page : undefined;
}

function keyOf({ code, span }: Diagnostic): string {
  return `${code} ${span?.file} ${span?.line}:${span?.column}`;
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
