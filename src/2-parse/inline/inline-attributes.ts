import type { Attributes } from '../../model/blocks.ts';
import type { Image, Inline, Link } from '../../model/inline.ts';
import { type AttributeUse, noAttributes, readAttributes } from '../attributes/attributes.ts';
import { noteOf } from '../note-text.ts';
import type { Source } from '../source.ts';

/**
 * Reads the attribute list of a part of a text. The attribute `data-notes` is a speaker note.
 *
 * @param source begins with the list
 */
export function readInlineAttributes(text: string, source: Source, use: AttributeUse): Attributes {
  const attributes = readAttributes(text, source, use);
  const note = attributes.values.get('data-notes');
  if (note === undefined) return attributes;
  source.findings.notes.push(noteOf(note, source.span(0, text.length)));
  const values = [...attributes.values].filter(([key]) => key !== 'data-notes');
  return { ...attributes, values: new Map(values) };
}

/** A text with attributes. With the class `notes`, it is a speaker note and not shown. */
export function spanOrNote(
  attributes: Attributes,
  content: readonly Inline[],
  source: Source,
): readonly Inline[] {
  if (!attributes.classes.includes('notes')) return [{ kind: 'span', attributes, content }];
  const span = source.span(0, 1);
  source.findings.notes.push({ kind: 'paragraph', span, attributes: noAttributes, content });
  return [];
}

/** An image or a link within a text. With the class `notes`, it is a speaker note and not shown. */
export function withoutNote(
  written: Image | Link,
  shown: Inline,
  source: Source,
): readonly Inline[] {
  const isNote = written.attributes.classes.includes('notes');
  return isNote ? spanOrNote(written.attributes, [written], source) : [shown];
}
