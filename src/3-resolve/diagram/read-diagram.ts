import { TimeLimitError } from '../../base/time/time-limit.ts';
import type { DiagramText } from '../../model/blocks.ts';
import { parseDot } from './dot/dot.ts';
import { readMermaid } from './mermaid/mermaid.ts';
import type { Found } from './read-diagrams.ts';
import { DiagramSource } from './source.ts';

/** Enough for a diagram that fits on a slide. */
const maxLengths: Readonly<Record<DiagramText['language'], number>> = {
  mermaid: 20_000,
  dot: 100_000,
};
const maxLineLength = 1000;

/** Reads the text of a diagram, which is not empty. */
export async function readDiagram(language: DiagramText['language'], text: string): Promise<Found> {
  const source = new DiagramSource(text);
  checkLength(source, language);
  if (source.hasFailed) return { problems: source.problems };
  try {
    const reading = language === 'mermaid' ? await readMermaid(source) : await parseDot(source);
    return { problems: source.problems, ...(reading && { reading }) };
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    source.fail('diagram-limit', 0, 1, 'this diagram took more than a second to read');
    return { problems: source.problems };
  }
}

function checkLength(source: DiagramSource, language: DiagramText['language']): void {
  const { text } = source;
  const maxLength = maxLengths[language];
  const hint = 'show a part of it, or divide it over several slides';
  // Programs that write DOT write long lines.
  const isLong = new RegExp(`^.{${maxLineLength + 1}}`, 'm');
  const lineStart = language === 'dot' ? -1 : text.search(isLong);
  if (text.length > maxLength) {
    source.fail('diagram-limit', 0, 1, `a diagram of more than ${maxLength} characters`, hint);
  } else if (lineStart >= 0) {
    source.fail(
      'diagram-limit',
      lineStart,
      1,
      `a line of more than ${maxLineLength} characters`,
      hint,
    );
  }
}
