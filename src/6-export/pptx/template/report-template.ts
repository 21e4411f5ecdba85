import type { Report } from '../../../base/diagnostics/report.ts';
import { PresentationError } from '../../../base/ooxml/open-presentation.ts';
import { ArchiveError } from '../../../base/ooxml/zip.ts';
import { count } from '../../../base/units.ts';
import type { BuiltPage } from '../../../model/page.ts';
import type { TemplateDesign } from '../design/template-design.ts';
import type { DroppedPart } from './copy-parts.ts';

/** Writes a file in a template. A part of it that turns out to be damaged is reported. */
export async function attemptTemplate<T>(
  name: string,
  report: Report,
  write: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof ArchiveError) && !(error instanceof PresentationError)) throw error;
    const hint = error instanceof PresentationError ? error.hint : 'save it in PowerPoint again';
    report.add('template-file', undefined, `"${name}" ${error.message}`, hint);
    return undefined;
  }
}

const messageOf: Readonly<
  Record<Exclude<DroppedPart['kind'], 'link'>, (theme: string, detail: string) => string>
> = {
  macros: (theme, detail) => `"${theme}" has macros, which are left out: ${detail}`,
  embedded: (theme, detail) => `an object in "${theme}" is left out: ${detail}`,
  image: (_, detail) => `what runs or loads something is left out of the vector image ${detail}`,
};

/** Names what of a template is not in the file, and the layouts that it does not have. */
export function reportTemplate(
  { dropped, replaced }: TemplateDesign,
  { contents }: BuiltPage,
  report: Report,
): void {
  const { theme } = contents.deck.frontMatter;
  const links = dropped.filter(({ kind }) => kind === 'link');
  const first = links[0]?.detail ?? '';
  const others = links.length > 1 ? ` and ${count(links.length - 1, 'other')}` : '';
  const messages = [
    ...(links.length > 0 ? [`links of "${theme.name}" are left out: ${first}${others}`] : []),
    ...dropped.flatMap(({ kind, detail }) =>
      kind === 'link' ? [] : [messageOf[kind](theme.name, detail)],
    ),
  ];
  for (const message of messages) report.add('template-content', undefined, message);
  const slides = contents.deck.stacks.flat();
  for (const [layout, used] of replaced) {
    const slide = slides.find((each) => each.layout === layout);
    if (!slide) continue;
    const message = `"${theme.name}" has no layout that fits "${layout}": "${used}" is used`;
    const hint = `to choose another one, write pptx: {layouts: {${layout}: …}}`;
    report.add('pptx-layout', slide.headings[0]?.span ?? slide.span, message, hint);
  }
}
