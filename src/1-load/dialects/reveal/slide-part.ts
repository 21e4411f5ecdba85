import type { MarkOrigin } from '../origin-mark.ts';
import { type YamlValue, yamlText } from '../yaml-text.ts';
import type { AttributeValues } from './attributes/comment-attributes.ts';
import type { SlideNode } from './tree/tree.ts';

/** A stretch of the author's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A part of a slide: its content, or its notes. */
export interface SlidePart extends Stretch {
  readonly root: SlideNode;
  readonly nodes: readonly SlideNode[];
  /** The slide's attributes, which the elements in it may change. */
  readonly slide: AttributeValues;
}

/** The lines that begin a slide. */
export function breakLines(
  isBelow: boolean,
  settings: Readonly<Record<string, YamlValue | undefined>>,
  mark?: MarkOrigin,
): string {
  const yaml = yamlText(settings, mark);
  return `${isBelow ? '--' : '---'}\n${yaml}${yaml === '' ? '' : '---\n'}`;
}
