import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findPackage } from '../../../../base/files/find-package.ts';
import { packageRoot } from '../../../../base/files/package-root.ts';
import { lucideNameOf } from '../../../../base/icons/font-awesome.ts';
import { ownValue } from '../../../../base/own-value.ts';
import type { AttributeValues } from '../attributes/comment-attributes.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { classesOf } from './element-text.ts';

/** Classes of Font Awesome that are no names of icons. */
const helpers =
  /^fa-(?:\d+x|lg|xs|sm|xl|2xs|2xl|fw|ul|li|border|pull-left|pull-right|spin|pulse|spin-reverse|beat|fade|bounce|flip|shake|rotate-\d+|rotate-by|flip-(?:horizontal|vertical|both)|stack|stack-1x|stack-2x|inverse|solid|regular|light|thin|duotone|brands)$/;

/** Sizes of Font Awesome. */
const sizes: Readonly<Record<string, string>> = {
  'fa-xs': '0.75em',
  'fa-sm': '0.875em',
  'fa-lg': '1.25em',
  'fa-xl': '1.5em',
  'fa-2xl': '2em',
};

/** Icons of Font Awesome, `<i class="fa fa-check"></i>`, are their neighbors of Lucide. */
export function translateIcon(
  node: SlideNode,
  values: AttributeValues | undefined,
  deck: DeckTranslation,
): void {
  const classes = classesOf(node);
  const written = classes.find((each) => /^fa-/.test(each) && !helpers.test(each));
  if (written === undefined) return;
  const name = lucideNameOf(written.slice('fa-'.length));
  if (!node.isInline || values || !lucideNames().has(name)) {
    deck.unmapped(`there is no icon "${written}" here: its place is empty`, node.start, node.end);
    return;
  }
  const size = classes.flatMap((each) => {
    const [, times] = /^fa-(\d+)x$/.exec(each) ?? [];
    const found = times === undefined ? ownValue(sizes, each) : `${times}em`;
    return found === undefined ? [] : [`{size=${found}}`];
  });
  deck.edits.replace(node.start, node.end, `:lucide-${name}:${size[0] ?? ''}`);
}

let names: ReadonlySet<string> | undefined;

/** The icons that come with Lectern. */
function lucideNames(): ReadonlySet<string> {
  if (names) return names;
  const folder = findPackage('@iconify-json/lucide', packageRoot);
  const text = folder && readFileSync(path.join(folder, 'icons.json'), 'utf8');
  const set: unknown = text ? JSON.parse(text) : {};
  names = new Set(namesIn(set, 'icons').concat(namesIn(set, 'aliases')));
  return names;
}

function namesIn(set: unknown, key: string): string[] {
  const part = typeof set === 'object' && set !== null ? Reflect.get(set, key) : undefined;
  return typeof part === 'object' && part !== null ? Object.keys(part) : [];
}
