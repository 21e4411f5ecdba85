import type { PandocDeck } from '../pandoc/deck.ts';
import { type Div, replaceLine } from '../pandoc/divs.ts';

const types = ['note', 'tip', 'important', 'warning', 'caution'] as const;

/** Writes `::: {.callout-tip}` as a callout, which is a quote. */
export function writeCallout(div: Div, { author, edits }: PandocDeck): boolean {
  const { classes, values } = div.open.attributes;
  const type = types.find((each) => classes.includes(`callout-${each}`));
  if (type === undefined) return false;
  const [first] = div.content.filter(({ kind }) => kind !== 'blank');
  const heading = first?.kind === 'heading' ? first : undefined;
  const title = values.get('title') ?? heading?.text;
  replaceLine(
    div.open,
    `> [!${type.toUpperCase()}]${title === undefined ? '' : ` ${title}`}`,
    edits,
  );
  for (const part of div.content) {
    if (part === heading) {
      edits.replace(part.start, part.end - 1, '>');
      continue;
    }
    for (let at = part.start; at < part.end; at = nextLine(author.text, at)) edits.insert(at, '> ');
  }
  if (div.close) replaceLine(div.close, '', edits);
  return true;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
