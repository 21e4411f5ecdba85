import { escapeHtml } from '../../../../base/html.ts';
import type { Tag, TagAttribute } from '../../shared/regions.ts';
import { inSlide } from '../../shared/utilities/lengths.ts';
import { pathOf, type SlidevDeck } from '../deck.ts';
import { literalOf, objectOf } from '../literal.ts';
import { type Click, readClick, readCondition } from './click.ts';

/** The attributes of a tag, as far as they are the same whenever the slide is shown. */
export interface ReadTag {
  readonly classes: string[];
  readonly styles: string[];
  /** The others, by name. */
  readonly values: Map<string, string | undefined>;
  /** When it appears. */
  click?: Click;
  /** What Vue would compute, by kind. */
  readonly dropped: Set<string>;
}

/** Attributes of HTML whose names are also those of utilities. */
const htmlNames = new Set([
  'hidden',
  'width',
  'height',
  'color',
  'align',
  'size',
  'inline',
  'content',
]);

/** Utilities that are written as an attribute with values: `text="xl center"`. */
const groups = new Set(
  `text font flex grid border bg m mx my mt mb ml mr ma p px py pt pb pl pr pa w h gap pos position opacity op
  rounded shadow items justify place self content col row z leading tracking max min aspect object space overflow
  c b fw`.split(/\s+/),
);

/** Reads the attributes of a tag: those of HTML, of Vue and the utilities among them. */
export function readAttributes(tag: Tag, deck: SlidevDeck): ReadTag {
  const read: ReadTag = { classes: [], styles: [], values: new Map(), dropped: new Set() };
  for (const attribute of tag.attributes) readAttribute(attribute, read, deck);
  return read;
}

function readAttribute(attribute: TagAttribute, read: ReadTag, deck: SlidevDeck): void {
  const { name, value } = attribute;
  if (/^(?:@|v-on:)/.test(name)) read.dropped.add('events');
  else if (/^v-(?:click|after)(?:-hide)?(?:\.|$)|^v-mark/.test(name)) {
    const click = readClick(name, value);
    if (click) read.click ??= click;
    else read.dropped.add('clicks that are computed');
  } else if (/^v-drag/.test(name)) readDrag(value, read, deck);
  else if (/^v-motion/.test(name)) read.dropped.add('motion');
  else if (/^v-(?:if|show)$/.test(name)) {
    const click = readCondition(value);
    if (click) read.click ??= click;
    else read.dropped.add('conditions');
  } else if (/^(?:v-bind)?:/.test(name)) {
    bind(name.replace(/^(?:v-bind)?:/, ''), value ?? '', read, deck);
  } else if (/^v-bind$/.test(name)) {
    for (const [key, text] of objectOf(value ?? '')) set(key, text, read, deck);
  } else if (/^v-(?:else|else-if|pre|once|memo|cloak)$/.test(name)) {
    if (name.startsWith('v-else')) read.dropped.add('conditions');
  } else if (name.startsWith('v-') || name.startsWith('#')) read.dropped.add('directives');
  else set(name, value, read, deck);
}

function set(name: string, value: string | undefined, read: ReadTag, deck: SlidevDeck): void {
  const lower = name.toLowerCase();
  if (lower === 'class') read.classes.push(...classesIn(value ?? ''));
  else if (lower === 'style') read.styles.push((value ?? '').replace(/;?\s*$/, ''));
  else if (!readUtility(name, value, read, deck)) {
    const isFile = /^(?:src|poster|href)$/.test(lower) && value !== undefined;
    const text = isFile && isFileName(lower, value) ? pathOf(value, deck) : value;
    read.values.set(name, text);
  }
}

/** In Lectern, the class `notes` is for speaker notes. */
function classesIn(value: string): readonly string[] {
  const names = value.split(/\s+/).filter(Boolean);
  return names.map((name) => (name === 'notes' ? 'own-notes' : name));
}

/** Links to a slide, such as `/5`, are no files. */
function isFileName(name: string, value: string): boolean {
  return name !== 'href' || (value.startsWith('/') && !/^\/\d+$/.test(value));
}

/** Reads utilities that are attributes: `mt-4`, `op50`, `flex="~ col gap-2"`. */
function readUtility(
  name: string,
  value: string | undefined,
  read: ReadTag,
  { utilities }: SlidevDeck,
): boolean {
  if (/^i-[a-z]/.test(name) && !value) {
    read.classes.push(name);
    return true;
  }
  if (htmlNames.has(name) && !(name === 'hidden')) return false;
  if (value === undefined || value === '') {
    if (name === 'hidden' || !utilities.isUtility(name)) return false;
    read.classes.push(name);
    return true;
  }
  // For a state of the mouse, or a size of the window.
  if (/^(?:hover|active|focus|(?:at-|lt-)?(?:sm|md|lg|xl|2xl))$/.test(name)) return true;
  if (/^[a-z]+:(?!\d)/.test(name) && !/^(?:xlink|xml|xmlns):/.test(name)) return true;
  const base = name.replace(/^un-/, '');
  if (!groups.has(base) && !isScheme(base)) return false;
  const names = value
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => (part === '~' ? base : `${base}${isScheme(base) ? ':' : '-'}${part}`));
  // `text="…"` is also a property of components.
  const known = names.filter((each) => utilities.isUtility(each));
  read.classes.push(...known);
  return known.length > 0;
}

/** `dark="bg-black"`: for one color scheme. */
function isScheme(name: string): boolean {
  return name === 'dark' || name === 'light';
}

function bind(name: string, expression: string, read: ReadTag, deck: SlidevDeck): void {
  const literal = literalOf(expression);
  if (literal !== undefined && name !== 'class' && name !== 'style') {
    if (literal !== 'false') set(name, literal === 'true' ? undefined : literal, read, deck);
    return;
  }
  if (/^(?:initial|enter|leave|click(?:-\d+)*|visible|hovered|tapped|duration|delay)$/.test(name)) {
    read.dropped.add('motion');
  } else if (name === 'style') {
    const styles = [...objectOf(expression)].map(
      ([key, text]) => `${dashed(key)}:${inSlide(text)}`,
    );
    if (literal !== undefined) read.styles.push(literal);
    else if (styles.length > 0) read.styles.push(...styles);
    else read.dropped.add('values');
  } else if (name === 'class') {
    const [, condition, shown = '', hidden = ''] =
      /^([^?]*)\?\s*(['"`][^'"`]*['"`])\s*:\s*(['"`][^'"`]*['"`])\s*$/.exec(expression) ?? [];
    const click = condition === undefined ? undefined : readVisibility(condition, shown, hidden);
    if (click) {
      read.click ??= click;
      return;
    }
    const names = [...expression.matchAll(/['"`]([^'"`]+)['"`]/g)].flatMap(([, text = '']) =>
      text.split(/\s+/),
    );
    if (!/[?&|]/.test(expression)) read.classes.push(...names);
    else read.dropped.add('values');
  } else read.dropped.add('values');
}

const invisible = /(?:^|[\s'"`])(?:opacity-0|op0|invisible|hidden)(?=$|[\s'"`])/;

/** Reads a class that hides an element up to a click: `$clicks < 2 ? 'opacity-0' : ''`. */
function readVisibility(condition: string, first: string, second: string): Click | undefined {
  if (invisible.test(first) === invisible.test(second)) return undefined;
  const click = readCondition(condition);
  if (!click || !invisible.test(first)) return click;
  if (click.kind === 'show') return { ...click, kind: 'hide' };
  return click.kind === 'hide' ? { ...click, kind: 'show' } : undefined;
}

/** A place on the slide: `[left, top, width, height, rotation]`, or its name in the settings of the slide. */
function readDrag(value: string | undefined, read: ReadTag, deck: SlidevDeck): void {
  const text = literalOf(value ?? '') ?? value ?? '';
  const named = deck.slides.flatMap(({ settings }) => settings.inner('dragPos').text(text) ?? []);
  const place = placeOf(named[0] ?? text);
  if (place) read.styles.push(place);
}

/** A position of Slidev as a style. */
export function placeOf(position: string): string | undefined {
  const numbers = position
    .replace(/[[\]'"]/g, '')
    .split(',')
    .map(Number);
  const [left, top, width, height, turn] = numbers;
  if (left === undefined || top === undefined || !Number.isFinite(left + top)) return undefined;
  return [
    `position:absolute;left:${left}px;top:${top}px`,
    ...(width !== undefined && Number.isFinite(width) ? [`width:${width}px`] : []),
    ...(height !== undefined && Number.isFinite(height) ? [`height:${height}px`] : []),
    ...(turn ? [`rotate:${turn}deg`] : []),
  ].join(';');
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Writes the attributes as HTML, with a space before each. */
export function writeAttributes({ classes, styles, values }: ReadTag): string {
  const all: [string, string | undefined][] = [...values];
  if (classes.length > 0) all.unshift(['class', [...new Set(classes)].join(' ')]);
  if (styles.length > 0) all.push(['style', styles.join(';')]);
  return all
    .map(([name, value]) => (value === undefined ? ` ${name}` : ` ${name}="${quote(value)}"`))
    .join('');
}

function quote(value: string): string {
  return value.includes('"') ? escapeHtml(value) : value;
}
