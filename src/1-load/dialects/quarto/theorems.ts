import { attributeText, without } from '../pandoc/attributes.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import { blockAttributes, colonsAt, type Div, replaceLine } from '../pandoc/divs.ts';
import type { Labels } from './labels.ts';
import { wordFor } from './words.ts';

/** Blocks with a number, by the prefix of their ids; the names are their classes. */
const numbered: ReadonlyMap<string, string> = new Map([
  ['thm', 'theorem'],
  ['lem', 'lemma'],
  ['cor', 'corollary'],
  ['prp', 'proposition'],
  ['cnj', 'conjecture'],
  ['def', 'definition'],
  ['exm', 'example'],
  ['exr', 'exercise'],
  ['rem', 'remark'],
  ['sol', 'solution'],
  ['alg', 'algorithm'],
]);

/** Blocks without a number, by their classes. */
const unnumbered = { proof: 'proof', remark: 'rem', solution: 'sol' } as const;

/**
 * Writes theorems, definitions and the like: a block that begins with its name, as in `Theorem 1 (Line)`.
 *
 * @returns whether it is one
 */
export function writeTheorem(div: Div, labels: Labels, deck: PandocDeck): boolean {
  const { open, close, content } = div;
  const { id = '', classes, values } = open.attributes;
  const className = numbered.get(id.split('-')[0] ?? '');
  const label = className === undefined ? undefined : labels.nameOf(id);
  const plain = (['proof', 'remark', 'solution'] as const).find((name) => classes.includes(name));
  if (label === undefined && plain === undefined) return false;
  const [first] = content.filter(({ kind }) => kind !== 'blank');
  const heading = first?.kind === 'heading' ? first : undefined;
  const name = values.get('name') ?? heading?.text;
  const shown = label ?? wordFor(unnumbered[plain ?? 'proof'], deck.settings.text('lang'));
  const named = `${shown}${name === undefined ? '' : ` (${name})`}`;
  const lead = label === undefined ? `*${named}*.` : `**${named}**`;
  const own = blockAttributes(without(open.attributes, new Set(['name'])));
  const kept = [...new Set([...own.classes, ...(className === undefined ? [] : [className])])];
  const colons = colonsAt(open.depth);
  if (heading) deck.edits.replace(heading.start, heading.end - 1, '');
  const text = content.find((part) => part !== heading && part.kind !== 'blank');
  const isBefore = text?.kind === 'text' && beginsParagraph(text.lines[0]?.text ?? '');
  const head = `${colons} ${attributeText({ ...own, classes: kept })}`;
  replaceLine(open, isBefore ? head : `${head}\n\n${lead}\n`, deck.edits);
  if (isBefore) deck.edits.insert(text.start, `${lead} `);
  if (close) replaceLine(close, colons, deck.edits);
  return true;
}

/** Whether a line is text, and begins no list, quote, table, image or formula. */
export function beginsParagraph(line: string): boolean {
  return !/^ {0,3}(?:[-*+>|:]\s|\d+[.)]\s|\(?\w[.)]\s|#|!\[|\$\$|<|\\begin|\+-|-{3}|\{\{<)/.test(
    line,
  );
}
