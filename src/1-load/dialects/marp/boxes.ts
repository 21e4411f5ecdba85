import { calloutTypes } from '../../../model/blocks.ts';
import type { TextEdits } from '../text-edits.ts';

/** `:::name Title`, `::: name: Title` and `:::name{.class}`, as plugins of Marp's engine read it. */
const opening = /^(:{3,})[ \t]*([A-Za-z][\w-]*)(?![\w-])([^\n{]*)(?:\{[^{}\n]*\}[ \t]*)?$/;

/** A line of colons. */
interface Edge {
  readonly start: number;
  readonly end: number;
}

/** A box of a plugin. */
export interface Box {
  readonly open: Edge;
  readonly close: Edge;
  readonly name: string;
  readonly title: string;
  /** The number of boxes around it. */
  readonly depth: number;
}

/**
 * Finds the boxes between `:::` lines that plugins of Marp's engine make; what is not closed on its slide is text.
 *
 * @param start where the slides begin
 */
export function findBoxes(markdown: string, start: number): readonly Box[] {
  const boxes: Box[] = [];
  let open: Omit<Box, 'close' | 'depth'>[] = [];
  let at = start;
  for (const line of markdown.slice(start).split('\n')) {
    const edge = { start: at, end: at + line.length };
    const [, , name, rest = ''] = opening.exec(line) ?? [];
    if (name !== undefined)
      open.push({ open: edge, name, title: rest.trim().replace(/^:\s*/, '') });
    else if (/^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line)) open = [];
    else if (/^:{3,}[ \t]*$/.test(line)) {
      const opened = open.pop();
      if (opened) boxes.push({ ...opened, close: edge, depth: open.length });
    }
    at += line.length + 1;
  }
  return boxes;
}

/** The text in which the lines of colons are blank, so that they belong to no paragraph. */
export function withoutBoxes(text: string, boxes: readonly Box[]): string {
  const edges = boxes.flatMap(({ open, close }) => [open, close]);
  let [result, done] = ['', 0];
  for (const { start, end } of edges.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(done, start) + ' '.repeat(end - start);
    done = end;
  }
  return result + text.slice(done);
}

/** Writes boxes as blocks or callouts. Those around others have more colons. */
export function writeBoxes(boxes: readonly Box[], edits: TextEdits): void {
  for (const { open, close, name, title, depth } of boxes) {
    const colons = ':'.repeat(Math.max(3, 12 - depth));
    const isCallout = calloutNames.has(name.toLowerCase());
    const heading = title === '' || isCallout ? '' : `\n**${title}**\n`;
    const own = isCallout ? `${name}${title && ` ${title}`}` : `{.${name}}`;
    edits.replace(open.start, open.end, `${colons} ${own}${heading}`);
    edits.replace(close.start, close.end, colons);
  }
}

/** Names that Lectern shows as callouts. */
const calloutNames: ReadonlySet<string> = new Set([
  ...calloutTypes,
  ...['info', 'hint', 'success', 'danger', 'error', 'attention', 'question', 'example', 'bug'],
]);
