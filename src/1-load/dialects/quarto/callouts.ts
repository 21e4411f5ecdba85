import { calloutTypes } from '../../../model/blocks.ts';
import { attributeText, type PandocAttributes, without } from '../pandoc/attributes.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import { blockAttributes, type Div, replaceLine } from '../pandoc/divs.ts';
import type { Labels } from './labels.ts';

/** Writes `::: {.callout-tip}` as a callout, which is a quote. */
export function writeCallout(div: Div, labels: Labels, { author, edits }: PandocDeck): boolean {
  const { classes, values, id } = div.open.attributes;
  const type = calloutTypes.find((each) => classes.includes(`callout-${each}`));
  if (type === undefined) return false;
  const [first] = div.content.filter(({ kind }) => kind !== 'blank');
  const heading = first?.kind === 'heading' ? first : undefined;
  const label = id === undefined ? undefined : labels.nameOf(id);
  const written = values.get('title') ?? heading?.text;
  const title = [label, written].filter((each) => each !== undefined).join(': ');
  replaceLine(div.open, `> [!${type.toUpperCase()}]${title === '' ? '' : ` ${title}`}`, edits);
  for (const part of div.content) {
    if (part === heading) {
      edits.replace(part.start, part.end - 1, '>');
      continue;
    }
    for (let at = part.start; at < part.end; at = nextLine(author.text, at)) edits.insert(at, '> ');
  }
  if (div.close) replaceLine(div.close, attributesBelow(div.open.attributes), edits);
  return true;
}

/** The attributes of a callout, except for its type, title and look. */
function attributesBelow(attributes: PandocAttributes): string {
  const classes = attributes.classes.filter((name) => !name.startsWith('callout-'));
  const own = without({ ...attributes, classes }, looks);
  return attributeText(blockAttributes(own));
}

const looks = new Set(['title', 'icon', 'appearance', 'collapse']);

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}
