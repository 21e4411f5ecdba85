import { isKnownElement } from '../../../base/safe-html/elements.ts';
import { fence } from '../shared/fence.ts';
import type { Regions, Tag } from '../shared/regions.ts';
import type { TextEdits } from '../text-edits.ts';

/**
 * Translates tags that Marp does not read as HTML does: those of elements that browsers do not know are text, as `T` in
 * `Ok<T>`; an element with `data-marpit-fragment` is a step; one with the class `mermaid` is a diagram, which a script
 * of the deck draws.
 */
export function translateTags(regions: Regions, edits: TextEdits): void {
  for (const tag of regions.tags) {
    if (isText(tag)) writeAsText(tag, edits);
    else if (!tag.isEnd) translateElement(tag, regions, edits);
  }
}

/** Whether a tag is text in Marp. */
export function isText({ name }: Tag): boolean {
  return !isKnownElement(name.toLowerCase());
}

function writeAsText({ start, isInHtml }: Tag, edits: TextEdits): void {
  edits.replace(start, start + 1, isInHtml ? '&lt;' : '\\<');
}

function translateElement(tag: Tag, regions: Regions, edits: TextEdits): void {
  const classes = tag.attributes.find(({ name }) => name === 'class');
  if (/^(?:pre|div)$/i.test(tag.name) && classes?.value?.split(/\s+/).includes('mermaid')) {
    translateDiagram(tag, regions, edits);
    return;
  }
  // In Lectern, this class is for speaker notes.
  for (const { index } of (classes?.value ?? '').matchAll(/(?<!\S)notes(?!\S)/g)) {
    edits.insert((classes?.valueStart ?? 0) + index, 'own-');
  }
  const step = tag.attributes.find(({ name }) => name === 'data-marpit-fragment');
  if (!step) return;
  const index = /^\d+$/.test(step.value ?? '') ? ` data-fragment-index="${step.value}"` : '';
  if (classes?.valueStart === undefined) {
    edits.replace(step.start, step.end, `class="fragment"${index}`);
  } else {
    edits.insert(classes.valueStart, 'fragment ');
    edits.replace(step.start, step.end, index.trimStart());
  }
}

function translateDiagram(tag: Tag, regions: Regions, edits: TextEdits): void {
  const close = regions.endTagOf(tag);
  if (!close) return;
  const text = regions.text.slice(tag.end, close.start).replace(/&lt;/g, '<').replace(/&gt;/g, '>');
  edits.replace(tag.start, close.end, `\n${fence('mermaid', text.replaceAll('&amp;', '&'))}\n`);
}
