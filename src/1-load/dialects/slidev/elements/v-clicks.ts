import { Lexer, type Token } from 'marked';
import { voidElements } from '../../../../base/safe-html/elements.ts';
import type { Tag } from '../../shared/regions.ts';
import { reportUnmapped } from '../deck.ts';
import { type At, nextClick, readPlainAt } from '../steps.ts';
import type { Click } from './click.ts';
import type { SlideText } from './slide-text.ts';

/** Each reads all that is in it. */
const maxNesting = 5;

/** Shows the children of `<v-clicks>` one by one; its own tags are left out. */
export function translateClicks(
  tag: Tag,
  values: ReadonlyMap<string, string | undefined>,
  slide: SlideText,
): void {
  removeTag(tag, slide);
  if (tag.isSelfClosing) return;
  const depth = slide.open.filter(({ name }) => name === 'v-clicks').length;
  slide.open.push({
    name: 'v-clicks',
    close: (end) => removeTag(end, slide),
  });
  if (depth >= maxNesting) {
    const message = `<v-clicks> in ${maxNesting} others is left out: what is in it is shown`;
    reportUnmapped(slide.deck, tag.start, tag.name.length + 1, message);
    return;
  }
  const at = values.has('at') ? readPlainAt(values.get('at'), nextClick) : nextClick;
  if (!at) {
    const message = 'a v-click with a computed value is left out: its element is shown';
    reportUnmapped(slide.deck, tag.start, tag.name.length + 1, message);
    return;
  }
  const every = Math.max(1, Number(values.get('every') ?? 1) || 1);
  const levels = Number(values.get('depth') ?? 1) || 1;
  const end = slide.endTagOf(tag)?.start ?? slide.end;
  const clicks = new ChildClicks(at, every, values.has('hide'));
  for (const child of childrenIn(slide, tag.end, end, levels)) {
    const click = clicks.next();
    if (child.kind === 'tag') slide.tagClicks.set(child.tag.start, click);
    else slide.points.add({ at: child.at, click, write: child.write });
  }
}

/** Removes a tag; between other tags, with its line. */
function removeTag({ start, end }: Tag, slide: SlideText): void {
  const isAboveTag = /^[ \t]*\n[ \t]*</.test(slide.text(end, slide.end));
  if (isAboveTag) slide.remove(start, end);
  else slide.edits.remove(start, end);
}

/** The clicks of the children, as `<v-clicks>` counts them. */
class ChildClicks {
  readonly #at: At;
  readonly #every: number;
  readonly #kind: 'show' | 'hide';
  #count = 1;
  #last = 0;

  constructor(at: At, every: number, isHidden: boolean) {
    this.#at = at;
    this.#every = every;
    this.#kind = isHidden ? 'hide' : 'show';
  }

  next(): Click {
    const index = this.#at.value + Math.ceil(this.#count++ / this.#every) - 1;
    const value = this.#at.isRelative ? index - this.#last : index;
    this.#last = index;
    return { kind: this.#kind, at: { value, isRelative: this.#at.isRelative } };
  }
}

type Child =
  | { readonly kind: 'tag'; readonly tag: Tag }
  | {
      readonly kind: 'markdown';
      readonly at: number;
      readonly write: (classes: readonly string[], index: number | undefined) => void;
    };

function childrenIn(slide: SlideText, start: number, end: number, depth: number): readonly Child[] {
  const blocks = blocksIn(slide, start, end);
  const [only] = blocks;
  if (blocks.length === 1 && only) {
    if (only.kind === 'markdown' && only.token.type === 'list') {
      return itemsIn(slide, only.start, only.token.raw, depth);
    }
    if (only.kind === 'tag' && /^[uo]l$/i.test(only.tag.name)) {
      const list = slide.endTagOf(only.tag);
      const inner = blocksIn(slide, only.tag.end, list?.start ?? end);
      return inner.flatMap((block) => (block.kind === 'tag' ? [block] : []));
    }
  }
  return blocks.map((block) => (block.kind === 'tag' ? block : markdownChild(slide, block)));
}

interface MarkdownBlock {
  readonly kind: 'markdown';
  readonly token: Token;
  readonly start: number;
}

/** The blocks and the outermost elements of a stretch. */
function blocksIn(
  slide: SlideText,
  start: number,
  end: number,
): readonly (MarkdownBlock | { readonly kind: 'tag'; readonly tag: Tag })[] {
  const found: (MarkdownBlock | { kind: 'tag'; tag: Tag })[] = [];
  const { tags } = slide.regions;
  let at = start;
  let open = 0;
  let index = 0;
  for (const token of new Lexer().blockTokens(slide.text(start, end), [])) {
    const next = at + token.raw.length;
    while ((tags[index]?.start ?? next) < at) index++;
    // HTML that is indented in other HTML is no code, though it looks like it alone.
    const isHtml = token.type === 'code' && (tags[index]?.start ?? next) < next;
    if (token.type === 'html' || isHtml) {
      for (let tag = tags[index]; tag && tag.start < next; tag = tags[++index]) {
        if (tag.isEnd) open--;
        else {
          if (open === 0) found.push({ kind: 'tag', tag });
          if (!tag.isSelfClosing && !voidElements.has(tag.name.toLowerCase())) open++;
        }
      }
    } else if (token.type !== 'space' && token.type !== 'def' && open === 0) {
      found.push({ kind: 'markdown', token, start: at });
    }
    at = next;
  }
  return found;
}

const itemLine = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** The items of a list, up to a depth. */
function itemsIn(slide: SlideText, start: number, raw: string, depth: number): readonly Child[] {
  const children: Child[] = [];
  const indents: number[] = [];
  const lines = raw.split('\n');
  let at = start;
  for (const [i, line] of lines.entries()) {
    const indent = itemLine.exec(line)?.[1]?.length;
    if (indent !== undefined && !slide.regions.isCode(at + indent)) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= indent) indents.pop();
      indents.push(indent);
      if (indents.length <= depth) {
        const to = textEnd(lines, i, at);
        children.push({ kind: 'markdown', at, write: insertList(slide, to, ' ') });
      }
    }
    at += line.length + 1;
  }
  return children;
}

/** The end of the first paragraph of an item. */
function textEnd(lines: readonly string[], index: number, start: number): number {
  let end = start + (lines[index] ?? '').trimEnd().length;
  let at = start + (lines[index] ?? '').length + 1;
  for (const line of lines.slice(index + 1)) {
    if (line.trim() === '' || itemLine.test(line) || /^\s*(?:`{3}|~{3}|[>#<|])/.test(line)) break;
    end = at + line.trimEnd().length;
    at += line.length + 1;
  }
  return end;
}

function markdownChild(slide: SlideText, { token, start }: MarkdownBlock): Child {
  const end = start + token.raw.trimEnd().length;
  if (token.type === 'code') {
    const fence = slide.regions.fences.find((each) => each.start >= start && each.start < end);
    if (fence) {
      const to = fence.infoStart + fence.info.length;
      return { kind: 'markdown', at: start, write: insertList(slide, to, ' ') };
    }
  }
  const isInline = token.type === 'paragraph' || token.type === 'heading' || token.type === 'text';
  return { kind: 'markdown', at: start, write: insertList(slide, end, isInline ? ' ' : '\n') };
}

/** Writes an attribute list at an offset. */
function insertList(
  slide: SlideText,
  at: number,
  before: string,
): (classes: readonly string[], index: number | undefined) => void {
  return (classes, index) => {
    const number = index === undefined ? '' : ` index=${index}`;
    const list = `${before}{${classes.map((name) => `.${name}`).join(' ')}${number}}`;
    slide.later(() => slide.edits.insert(at, list));
  };
}
