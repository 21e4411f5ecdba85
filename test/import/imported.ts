import { Report } from '../../src/base/diagnostics/report.ts';
import { importPresentation } from '../../src/import/import-presentation.ts';
import { box, placeholder, presentation, type SlideParts } from './presentation.ts';

export const left = box(838200, 1825625, 5000000, 4000000);
export const right = box(6350000, 1825625, 5000000, 4000000);
export const full = box(838200, 1825625, 10515600, 4000000);

/** The Markdown of slides without the front matter, and what is lost. */
export function imported(
  slides: readonly SlideParts[],
  extras: Parameters<typeof presentation>[1] = {},
) {
  const report = new Report();
  const deck = importPresentation(presentation(slides, extras), 'talk.pptx', report);
  return {
    text: deck.markdown.replace(/^---\n[\s\S]*?\n---\n\n/, ''),
    files: deck.files.map(({ path }) => path),
    lost: report.diagnostics.map(
      ({ span, severity, message, code }) => `${span?.cell}: ${severity}: ${message} [${code}]`,
    ),
  };
}

/** The Markdown of shapes below a title. */
export function body(shapes: string, more: Partial<SlideParts> = {}): string {
  const { text } = imported([{ shapes: placeholder('title', 'Apples') + shapes, ...more }]);
  return text.replace(/^(?:<!--[\s\S]*?-->\n\n)?# Apples\n\n/, '').trimEnd();
}
