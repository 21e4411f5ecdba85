import type { Inline } from '../../model/inline.ts';

type Field = Extract<Inline, { kind: 'slide-field' }>['field'];

const separator = '[·•∙|/–—\\-,;:→»›~*]+';
const [leading, trailing] = [
  new RegExp(`^\\s*${separator}\\s*`, 'u'),
  new RegExp(`\\s*${separator}\\s*$`, 'u'),
];
/** A name before a variable, as in `Part: {{section}}`. */
const label = new RegExp(`(^|${separator}\\s*)[\\p{L}\\p{N} ]+:\\s*$`, 'u');

/**
 * Removes the variables that are empty, with what would be left dangling: a separator next to each, a label
 * before it, or brackets around it.
 *
 * @param isEmpty whether the field is empty
 */
export function dropEmptyFields(
  inlines: readonly Inline[],
  isEmpty: (field: Field) => boolean,
): readonly Inline[] {
  if (!inlines.some((inline) => isEmptyInline(inline, isEmpty))) return inlines;
  const kept: Inline[] = [];
  const rest = [...inlines];
  for (let inline = rest.shift(); inline; inline = rest.shift()) {
    if (isEmptyInline(inline, isEmpty)) closeGap(kept, rest);
    else kept.push(inline);
  }
  return kept;
}

function isEmptyInline(inline: Inline, isEmpty: (field: Field) => boolean): boolean {
  if (inline.kind === 'slide-field') return isEmpty(inline.field);
  if (!('content' in inline) || inline.kind === 'html' || inline.content.length === 0) return false;
  return inline.content.every((each) => isEmptyInline(each, isEmpty));
}

/** @param before the inlines before the gap @param after those after it */
function closeGap(before: Inline[], after: Inline[]): void {
  const left = textOf(before.at(-1));
  const right = textOf(after[0]);
  const isStart = before.length === 0 || left?.trim() === '';
  const isEnd = after.length === 0 || right?.trim() === '';
  if (left !== undefined && right !== undefined && /[([]$/.test(left) && /^[)\]]/.test(right)) {
    replaceLast(before, left.replace(/\s*[([]$/, ''));
    replaceFirst(after, right.slice(1));
    return;
  }
  const unlabeled = left?.replace(label, '$1');
  if (unlabeled !== undefined && unlabeled !== left && (isEnd || leading.test(right ?? ''))) {
    replaceLast(before, unlabeled);
    closeGap(before, after);
    return;
  }
  const hasLeft = left !== undefined && trailing.test(left);
  if (right !== undefined && leading.test(right) && (isStart || hasLeft)) {
    replaceFirst(after, right.replace(leading, ''));
  } else if (hasLeft) replaceLast(before, left.replace(trailing, isEnd ? '' : ' '));
  else if (right !== undefined && leading.test(right)) {
    replaceFirst(after, right.replace(leading, ' '));
  } else if (left?.endsWith(' ') && right?.startsWith(' ')) replaceFirst(after, right.slice(1));
}

function textOf(inline: Inline | undefined): string | undefined {
  return inline?.kind === 'text' ? inline.text : undefined;
}

function replaceLast(list: Inline[], text: string): void {
  if (text === '') list.pop();
  else list[list.length - 1] = { kind: 'text', text };
}

function replaceFirst(list: Inline[], text: string): void {
  if (text === '') list.shift();
  else list[0] = { kind: 'text', text };
}
