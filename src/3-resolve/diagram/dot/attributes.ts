import type { DiagramSource } from '../source.ts';
import type { DotCursor } from './cursor.ts';
import type { DotToken } from './tokens.ts';

/** Attributes by name, each with the token of its value. */
export type DotAttributes = ReadonlyMap<string, DotToken>;

/** Name a file. */
const unsafe = new Set(['image', 'shapefile', 'imagepath', 'fontpath', 'stylesheet']);
/** React to a click or a hovering pointer. */
const clicked = new Set([
  'URL',
  'href',
  'edgeURL',
  'headURL',
  'tailURL',
  'labelURL',
  'target',
  'tooltip',
  'edgehref',
  'headhref',
  'tailhref',
  'labelhref',
  'edgetooltip',
  'headtooltip',
  'tailtooltip',
  'labeltooltip',
]);

/** Reads lists in brackets, `[key=value, key]`; later values override earlier ones. */
export function readAttributes(cursor: DotCursor, source: DiagramSource): DotAttributes {
  const given = new Map<string, DotToken>();
  for (let opened = cursor.token; cursor.take('['); opened = cursor.token) {
    while (!cursor.take(']')) {
      if (cursor.token.kind === 'end')
        cursor.break('this bracket is not closed', 'close it with ]', opened);
      const key = cursor.value();
      if (cursor.take('=')) given.set(key.text, cursor.value());
      else given.set(key.text, { ...key, text: 'true' });
      refuseAttribute(key.text, key, source);
      if (!cursor.take(',')) cursor.take(';');
    }
  }
  return given;
}

/** Reports an attribute that diagrams in a deck cannot have, at `token`. */
export function refuseAttribute(key: string, token: DotToken, source: DiagramSource): void {
  if (unsafe.has(key)) {
    const hint = 'a diagram has no files in it: put the image next to it on the slide';
    source.fail('diagram-unsafe', token.start, token.length, `"${key}" names a file`, hint);
  } else if (clicked.has(key)) {
    const hint = 'put a link into the text next to the diagram';
    source.ignore(token.start, token.length, `"${key}" is left out: a diagram has no links`, hint);
  }
}
