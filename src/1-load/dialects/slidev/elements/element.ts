import { ownValue } from '../../../../base/own-value.ts';
import { checkSafety } from '../../../../base/safe-html/attributes.ts';
import { voidElements } from '../../../../base/safe-html/elements.ts';
import type { Tag } from '../../shared/regions.ts';
import { reportUnmapped } from '../deck.ts';
import { type ReadTag, readAttributes, writeAttributes } from './attributes.ts';
import { placeClick } from './click.ts';
import { componentName, isComponent } from './names.ts';
import type { SlideText } from './slide-text.ts';

/** What becomes of a tag. */
export interface Written {
  /** The element in place of it. */
  readonly element: string;
  /** HTML before and after its own content. */
  readonly before?: string;
  readonly after?: string;
}

/** Writes an element in place of a tag, and of its end tag when that comes. */
export function writeElement(
  tag: Tag,
  read: ReadTag,
  { element, before = '', after = '' }: Written,
  slide: SlideText,
): void {
  const { edits, deck } = slide;
  let wrapper: string | undefined;
  useClasses(read, slide);
  reportDropped(tag, read, slide);
  const isVoid = voidElements.has(element);
  const name = tag.isInHtml ? 'div' : 'span';
  const click = read.click ?? slide.tagClicks.get(tag.start);
  if (click) {
    placeClick(click, slide.steps, {
      write: (classes, index) => {
        read.classes.push(...classes);
        if (index !== undefined) read.values.set('data-fragment-index', String(index));
      },
      wrap: (index) => {
        const number = index === undefined ? '' : ` data-fragment-index="${index}"`;
        wrapper = `<${name} class="fragment fade-out"${number}>`;
      },
    });
  }
  const isChanged = (): boolean =>
    click !== undefined ||
    element !== tag.name ||
    before !== '' ||
    after !== '' ||
    (tag.isSelfClosing && !isVoid) ||
    hasOwnSyntax(tag) ||
    writeAttributes(read) !== writtenAttributes(tag);
  const closing = (): string =>
    `${after}${isVoid ? '' : `</${element}>`}${wrapper === undefined ? '' : `</${name}>`}`;
  slide.later(() => {
    if (!isChanged()) return;
    const open = `${wrapper ?? ''}<${element}${writeAttributes(read)}>${before}`;
    edits.replace(tag.start, tag.end, tag.isSelfClosing || isVoid ? open + closing() : open);
  });
  if (tag.isSelfClosing || isVoid) return;
  slide.open.push({
    name: componentName(tag.name),
    close: (end) =>
      slide.later(() => {
        if (isChanged()) deck.edits.replace(end.start, end.end, closing());
      }),
  });
}

function hasOwnSyntax(tag: Tag): boolean {
  return tag.attributes.some(({ name }) => /^[@:#]|^v-/.test(name));
}

function writtenAttributes({ attributes }: Tag): string {
  return attributes
    .map(({ name, value }) => (value === undefined ? ` ${name}` : ` ${name}="${value}"`))
    .join('');
}

/** Adds the rules of the utility classes of an element. */
export function useClasses({ classes }: ReadTag, { deck }: SlideText): void {
  deck.utilities.use(classes);
}

const kinds: Readonly<Record<string, string>> = {
  unknown: 'attributes that neither browsers nor Lectern know are left out',
  events: 'handlers of events, such as @click, are left out',
  motion: 'v-motion is left out: its element is at its place from the start',
  conditions: 'v-if and v-show are left out: their element is shown',
  'clicks that are computed': 'a v-click with a computed value is left out: its element is shown',
  directives: 'directives of Vue, such as v-for, are left out',
  values: 'attributes that Vue computes, such as :value="x", are left out',
};

/** Reports attributes that have no meaning outside of Vue. */
function reportDropped(tag: Tag, { dropped }: ReadTag, { deck }: SlideText): void {
  for (const kind of dropped) {
    const message = ownValue(kinds, kind);
    if (message !== undefined) reportUnmapped(deck, tag.start, tag.name.length + 1, message);
  }
}

/** Translates a tag of HTML. */
export function translateHtmlTag(tag: Tag, slide: SlideText): void {
  const read = readAttributes(tag, slide.deck);
  const element = tag.name.toLowerCase();
  for (const [name, value] of read.values) {
    const attribute = { element, name: name.toLowerCase(), value: value ?? '' };
    if (checkSafety(attribute) !== 'unknown') continue;
    read.values.delete(name);
    read.dropped.add('unknown');
  }
  writeElement(tag, read, { element: isComponent(tag.name) ? 'div' : tag.name }, slide);
}
