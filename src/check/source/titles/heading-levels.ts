import type { SourceContext, SourceRule } from '../rule.ts';
import { headingsIn, type SlideHeading } from './headings.ts';

/** Headings that skip a level on their slide, and those without text. */
export const headingLevels: SourceRule = (context) => {
  for (const part of context.parts) {
    if (part.of !== 'slide') continue;
    let previous: SlideHeading | undefined;
    for (const heading of headingsIn(part)) {
      if (heading.text === '') {
        const message = 'this heading is empty';
        const hint = 'write its text, or remove it';
        const { span } = heading;
        context.add({ rule: 'heading-levels', span, message, hint, isFailure: true });
        continue;
      }
      compare(heading, previous, context);
      previous = heading;
    }
  }
};

/** @param previous on the same slide; the title of a slide is on level 2, or on level 1 on the first one */
function compare(
  heading: SlideHeading,
  previous: SlideHeading | undefined,
  context: SourceContext,
): void {
  const above = previous?.level ?? (heading.isTitle ? heading.level : 2);
  const skipped = heading.level - above - 1;
  if (skipped <= 0) return;
  const { span, written, isHtml } = heading;
  const wanted = written - skipped;
  const after = previous ? ` after ${write(previous, previous.written)}` : ' as the first heading';
  const message = `${write(heading, written)}${after} skips a level`;
  const hint = `write ${write({ isHtml }, wanted)}; styles set the size of headings`;
  const marks = '#'.repeat(written);
  const fix = [{ span: { ...span, length: written }, was: marks, text: '#'.repeat(wanted) }];
  const found = { rule: 'heading-levels', span, message, hint, isFailure: true } as const;
  context.add({ ...found, ...(!isHtml && { fix }) });
}

function write({ isHtml }: Pick<SlideHeading, 'isHtml'>, level: number): string {
  return isHtml ? `<h${level}>` : `"${'#'.repeat(level)}"`;
}
