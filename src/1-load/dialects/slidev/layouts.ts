import { Lexer, type Token } from 'marked';
import type { ReadSlot } from './slots.ts';

/** What the blocks of a slide are, as far as its layout depends on it. */
export interface SlideContent {
  readonly hasTitle: boolean;
  /** The kinds of its blocks below the title, by their names in the lexer. */
  readonly kinds: readonly string[];
}

/** @param text of a slide, without its slots */
export function readContent(text: string): SlideContent {
  const tokens = new Lexer()
    .blockTokens(text.replace(/<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1\s*>/gi, ''), [])
    .filter(({ type }) => type !== 'space' && type !== 'def');
  const [first, ...rest] = tokens;
  const hasTitle = first?.type === 'heading';
  return { hasTitle, kinds: (hasTitle ? rest : tokens).map(kindOf) };
}

/** A paragraph may be a snippet, or an image, of which a layout takes one at most. */
function kindOf({ type, raw }: Token): string {
  if (type !== 'paragraph') return type;
  if (/^\s*<<<\s/m.test(raw)) return 'code';
  return /^[ \t]*!\[/m.test(raw) ? 'image' : type;
}

/** A layout of Lectern, and classes for the look that the layout has in Slidev. */
export interface ChosenLayout {
  readonly layout: string;
  readonly classes: readonly string[];
}

const isText = (kind: string): boolean => /^(?:paragraph|heading|html|text)$/.test(kind);
const hasMarkdownIn = (kinds: readonly string[]): boolean => kinds.every(isText);

/** Names of layouts in themes, by what they look like. */
const similar: readonly (readonly [RegExp, string])[] = [
  [/cover|intro|hero|^title/, 'cover'],
  [/section|chapter|part|divider|new-section/, 'section'],
  [/quote/, 'quote'],
  [/image-(?:left|right)/, 'image'],
  [/center|centre/, 'center'],
  [/fact|statement|big|focus/, 'statement'],
  [/^(?:end|outro|thanks|closing)/, 'end'],
  [/none|blank|empty/, 'none'],
];

/** The layout of Slidev whose look one of a theme has most likely. */
export function similarLayout(name: string): string {
  return similar.find(([pattern]) => pattern.test(name))?.[1] ?? 'default';
}

/**
 * The layout for a slide. Those of Slidev take anything; those of Lectern that take only some blocks are chosen where
 * the slide has no others.
 */
export function chooseLayout(
  name: string,
  { hasTitle, kinds }: SlideContent,
  slots: readonly ReadSlot[],
): ChosenLayout {
  const isEmpty = kinds.length === 0;
  switch (name) {
    case 'cover':
    case 'intro':
      if (hasTitle && hasMarkdownIn(kinds))
        return { layout: 'cover', classes: name === 'intro' ? ['intro'] : [] };
      return { layout: 'center', classes: [name] };
    case 'section':
      if (hasTitle && hasMarkdownIn(kinds)) return { layout: 'section', classes: [] };
      return { layout: 'center', classes: ['section'] };
    case 'fact':
      return { layout: 'center', classes: ['fact'] };
    case 'statement':
      if (
        hasTitle ? isEmpty : kinds.length === 1 && isText(kinds[0] ?? '') && kinds[0] !== 'heading'
      ) {
        return { layout: 'statement', classes: [] };
      }
      return { layout: 'center', classes: ['statement'] };
    case 'quote':
      if (
        !hasTitle &&
        kinds[0] === 'blockquote' &&
        kinds.slice(1).every((kind) => kind === 'paragraph')
      ) {
        return { layout: 'quote', classes: [] };
      }
      return { layout: 'center', classes: ['quote'] };
    case 'center':
      return { layout: 'center', classes: [] };
    case 'end':
      return { layout: 'end', classes: [] };
    case 'none':
      return { layout: 'blank', classes: [] };
    case 'full':
      return { layout: 'default', classes: ['full'] };
    case 'two-cols':
    case 'iframe-left':
    case 'iframe-right':
      return { layout: 'two-columns', classes: [] };
    case 'two-cols-header':
      return hasPlainHeader(hasTitle, kinds, slots)
        ? { layout: 'two-columns', classes: [] }
        : { layout: 'default', classes: [] };
    case 'image':
      return { layout: !hasTitle && isEmpty ? 'blank' : 'default', classes: [] };
    case 'iframe':
      return { layout: 'default', classes: ['full'] };
    default:
      return { layout: 'default', classes: [] };
  }
}

/** Whether the header of columns is a title, as that of Lectern's columns is. */
export function hasPlainHeader(
  hasTitle: boolean,
  kinds: readonly string[],
  slots: readonly ReadSlot[],
): boolean {
  return (
    kinds.length === 0 &&
    !slots.some(({ name }) => name === 'bottom') &&
    (hasTitle || kinds.length === 0)
  );
}
