import type { BuiltPage } from '../../model/page.ts';
import type { Design } from './design/design.ts';
import type { TemplateDesign } from './design/template-design.ts';
import type { Loss } from './losses.ts';
import { gradientLayouts } from './theme/gradients.ts';

/** What belongs to the whole deck, and a presentation cannot contain. @param exported the numbers of its slides */
export function lossesOfDeck(
  { contents, shown }: BuiltPage,
  exported: ReadonlySet<number>,
  design: Design | TemplateDesign,
): readonly Loss[] {
  const { frontMatter, stacks } = contents.deck;
  const slides = stacks.flat().filter((_, index) => exported.has(index + 1));
  const painted = 'replaced' in design ? [] : [...gradientLayouts(shown.css)];
  const gradients = painted.flatMap((layout): readonly Loss[] => {
    const first = slides.find((slide) => slide.layout === layout);
    const span = first?.headings[0]?.span ?? first?.span;
    return span ? [{ kind: 'gradient', detail: '', span }] : [];
  });
  const scripts = frontMatter.scripts.map(
    ({ path, span }): Loss => ({ kind: 'script', detail: path, span }),
  );
  return [...scripts, ...gradients];
}
