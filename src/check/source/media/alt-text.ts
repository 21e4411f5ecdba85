import { ownValue } from '../../../base/own-value.ts';
import type { SourceContext, SourceRule } from '../rule.ts';
import {
  elementsIn,
  isDecorative,
  isText,
  normalize,
  type Placed,
  type SourceElement,
  textOf,
} from '../tree/element.ts';
import { fileNameOf, isFileName, isImageWord } from '../words/file-name.ts';

/** Longer text belongs onto the slide, or into the notes. */
const maxLength = 250;

/** Elements that need a text alternative, and what messages call them. */
const kinds: Readonly<Record<string, string>> = {
  img: 'image',
  image: 'image',
  area: 'part of an image',
  video: 'video',
  audio: 'audio',
  svg: 'drawing',
  canvas: 'drawing',
  iframe: 'page',
  object: 'object',
  embed: 'object',
  chart: 'chart',
  diagram: 'diagram',
};

/** Images without a text alternative, or with one that does not say what they show. */
export const altText: SourceRule = (context) => {
  for (const { of, root } of context.parts) {
    // The audience sees no notes.
    if (of === 'notes') continue;
    for (const placed of elementsIn(root)) check(placed, context);
  }
};

function check(placed: Placed, context: SourceContext): void {
  const { element, around } = placed;
  if (!needsText(placed)) return;
  const kind = kindOf(element);
  const text = alternativeOf(placed);
  const { span, attributes } = element;
  const rule = 'alt-text';
  const add = (message: string, hint: string): void => context.add({ rule, span, message, hint });
  const addMissing = (message: string): void =>
    context.add({ rule, span, message, hint: howTo(element), isFailure: true });
  if (text === undefined) {
    addMissing(`this ${kind} has no text alternative`);
    return;
  }
  const shown = normalize(text);
  const isEmptyOnPurpose = element.isHtml && element.name === 'img' && text === '';
  if (isEmptyOnPurpose) return;
  const hint = `say what the audience sees in it; ${decoration(element)}`;
  if (shown === '') addMissing(`the text alternative of this ${kind} is empty`);
  else if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(shown)) {
    add(`the text alternative "${shown}" has no words`, hint);
  } else if (/^(?:https?:\/\/|www\.|data:)\S+$/i.test(shown)) {
    add('the text alternative is an address', hint);
  } else if (isFileName(shown) || isNameOf(shown, attributes.get('src'))) {
    add(`the text alternative "${shown}" is a file name`, hint);
  } else if (isImageWord(shown)) {
    add(`the text alternative "${shown}" does not say what the ${kind} shows`, hint);
  } else if (shown.length > maxLength) {
    const more =
      'say the essential in a sentence or two, and the rest on the slide or in the notes';
    add(`the text alternative has ${shown.length} characters`, more);
  } else if (isSame(shown, captionOf(around))) {
    const other = `write only one of them, or different texts; ${decoration(element)}`;
    add('the text alternative repeats the caption', other);
  }
}

function kindOf({ name }: SourceElement): string {
  return ownValue(kinds, name) ?? 'image';
}

function needsText({ element, around }: Placed): boolean {
  const { name, attributes } = element;
  const isImage = attributes.get('role')?.trim() === 'img';
  // First, as it tells for most elements.
  if (!isImage && !Object.hasOwn(kinds, name)) return false;
  const all = [element, ...around];
  if (all.some((each) => each.attributes.get('aria-hidden')?.trim() === 'true')) return false;
  if (isDecorative(element)) return false;
  if (!element.isHtml && hasClass(element, 'decorative')) return false;
  if (around.some((outer) => isDrawing(outer) || isNamedImage(outer))) return false;
  if (isImage) return true;
  if (name === 'area') return attributes.has('href');
  // Text in a drawing is read as such.
  if (name === 'svg') return !/[\p{L}\p{N}]/u.test(labelsIn(element));
  // Lectern describes charts and diagrams of which the author does not.
  if (name === 'chart' || name === 'diagram') return attributes.has('alt');
  return true;
}

function isDrawing({ name, isHtml }: SourceElement): boolean {
  return isHtml && (name === 'svg' || name === 'object');
}

function isNamedImage({ attributes }: SourceElement): boolean {
  return attributes.get('role')?.trim() === 'img';
}

/** The words that an SVG shows. */
function labelsIn(element: SourceElement): string {
  const inner = element.children.map((child) => {
    if (isText(child)) return /^(?:text|tspan|textpath)$/.test(element.name) ? child.text : '';
    return labelsIn(child);
  });
  const isContent = !/^(?:title|desc|style|metadata|defs)$/.test(element.name);
  const own = element.name === 'foreignobject' ? textOf(element) : '';
  return isContent ? inner.join('') + own : '';
}

/** `undefined` if there is none. */
function alternativeOf({ element, around }: Placed): string | undefined {
  const { name, attributes, children, isHtml } = element;
  if (!isHtml) return attributes.get('alt') ?? mediaName(element, around);
  const label = attributes.get('aria-label');
  if (label !== undefined && label.trim() !== '') return label;
  if (attributes.has('aria-labelledby')) return 'named by another element';
  if (name === 'img' || name === 'image' || name === 'area') {
    return attributes.get('alt') ?? attributes.get('title');
  }
  const title = children.find((child) => !isText(child) && child.name === 'title');
  const named = title && !isText(title) ? textOf(title) : undefined;
  // The content of a role is not its name.
  const inner = /^(?:canvas|object)$/.test(name) ? textOf(element).trim() : '';
  const isMedia = name === 'video' || name === 'audio';
  const caption = isMedia ? captionOf(around) : undefined;
  return named ?? attributes.get('title') ?? (inner || caption || undefined);
}

/** A player is also named by its caption. */
function mediaName(
  { name, attributes }: SourceElement,
  around: readonly SourceElement[],
): string | undefined {
  const label = attributes.get('aria-label');
  if (label) return label;
  const isPlayer = name === 'video' || name === 'audio';
  return isPlayer && captionOf(around) !== undefined ? 'named by its caption' : undefined;
}

function captionOf(around: readonly SourceElement[]): string | undefined {
  const figure = around.find(({ name }) => name === 'figure');
  const caption = figure?.children.find((child) => !isText(child) && child.name === 'figcaption');
  return caption && !isText(caption) ? normalize(textOf(caption)) || undefined : undefined;
}

function isSame(text: string, caption: string | undefined): boolean {
  const plain = (value: string): string =>
    value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return caption !== undefined && plain(text) === plain(caption);
}

/** Whether a text is the name of the file, with signs as only names of files have. */
function isNameOf(text: string, source: string | undefined): boolean {
  if (source === undefined || !/[_\d-]/.test(text) || /\s/.test(text)) return false;
  return (
    fileNameOf(source)
      .replace(/\.\w+$/, '')
      .toLowerCase() === text.toLowerCase()
  );
}

function hasClass({ attributes }: SourceElement, name: string): boolean {
  return (attributes.get('class') ?? '').split(/\s+/).includes(name);
}

function howTo(element: SourceElement): string {
  const { name, isHtml } = element;
  const write = isHtml ? htmlHint(name) : 'describe it in the brackets: ![A sunny orchard](…)';
  if (name === 'chart' || name === 'diagram')
    return 'describe it with alt, or remove the empty one';
  return `${write}; ${decoration(element)}`;
}

function htmlHint(name: string): string {
  if (/^(?:img|image|area)$/.test(name)) return 'describe it with alt="…"';
  if (/^(?:iframe|object|embed)$/.test(name)) return 'describe it with title="…"';
  return 'describe it with aria-label="…"';
}

function decoration({ name, isHtml }: SourceElement): string {
  if (!isHtml) return 'if it is only decoration, add {.decorative}';
  const mark = /^(?:img|image)$/.test(name) ? 'alt=""' : 'aria-hidden="true"';
  return `if it is only decoration, write ${mark}`;
}
