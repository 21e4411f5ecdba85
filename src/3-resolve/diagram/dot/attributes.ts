import { didYouMean } from '../../../base/diagnostics/suggest.ts';
import type { DiagramSource } from '../source.ts';
import { attributeNames } from './attribute-names.ts';
import { dashedCell } from './prepare.ts';
import type { DotToken } from './tokens.ts';

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

const fileHint = 'a diagram contains no files: put the image next to it on the slide';

/** Reports attributes and tags that diagrams in a deck cannot have. */
export function refuseAttributes(tokens: readonly DotToken[], source: DiagramSource): void {
  for (const [i, { kind, text, start, length }] of tokens.entries()) {
    if (kind === 'html') {
      refuseImages(text, start + 1, source);
      warnOfDashes(text, start + 1, source);
    }
    const [equals, value] = tokens.slice(i + 1, i + 3);
    if (equals?.text !== '=' || value === undefined || value.text === '') continue;
    if (unsafe.has(text)) {
      source.fail('diagram-unsafe', start, length, `"${text}" names a file`, fileHint);
    } else if (clicked.has(text)) {
      const hint = 'put a link into the text next to the diagram';
      source.ignore(start, length, `"${text}" is left out: a diagram has no links`, hint);
    } else warnOfMisspelt(text, start, length, source);
  }
}

/** Graphviz takes any name, so only one that is nearly right is a mistake. */
function warnOfMisspelt(name: string, start: number, length: number, source: DiagramSource): void {
  if (attributeNames.includes(name) || name.length < 4) return;
  const near = didYouMean(name, attributeNames);
  if (near === undefined || Math.abs(near.length - name.length) > 1) return;
  source.ignore(start, length, `Graphviz has no attribute "${name}"`, `did you mean "${near}"?`);
}

function warnOfDashes(html: string, start: number, source: DiagramSource): void {
  for (const { 0: style, index } of html.matchAll(dashedCell)) {
    const message = 'this border is drawn solid, as Graphviz cannot draw dashes in a label';
    source.ignore(start + index, style.length, message);
  }
}

function refuseImages(html: string, start: number, source: DiagramSource): void {
  for (const { index } of html.matchAll(/<img\b/gi)) {
    source.fail('diagram-unsafe', start + index, 4, 'a label takes no <img>', fileHint);
  }
}

/** Computed by a layout, or without effect on one; labels are read apart. */
const others =
  /^(?:_.*|bb|lp|lwidth|lheight|rects|vertices|head_lp|tail_lp|xlp|xdotversion|name|directed|strict|objects|edges|nodes|subgraphs|tail|head|key|id|class|comment|charset|font(?:name|path|names)|label|xlabel|headlabel|taillabel)$/;

/** The attributes that a layout reads and a drawing needs. */
export function readAttributes(
  item: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(item).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' &&
      !others.test(entry[0]) &&
      !unsafe.has(entry[0]) &&
      !clicked.has(entry[0]),
  );
  return Object.fromEntries(entries);
}
