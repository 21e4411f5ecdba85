import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { ownValue } from '../../../base/own-value.ts';
import type { Attributes, Block, ListItem } from '../../../model/blocks.ts';
import type { HtmlPart, Inline, StyledKind } from '../../../model/inline.ts';
import type { AssetRef, Span } from '../../../model/source.ts';

const none: Attributes = { classes: [], values: new Map() };
const inlineTags =
  /^(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|br|wbr|iconify-icon)$/;
const hiddenTags =
  /^(?:script|style|template|noscript|head|title|button|input|select|textarea|svg|iframe|object)$/;

/**
 * The content of the author's HTML as blocks. Elements that only arrange others are left out.
 *
 * @param onLoss is called with the name of each element that has no counterpart
 */
export function blocksOfHtml(
  parts: readonly HtmlPart[],
  span: Span,
  onLoss: (name: string) => void,
): readonly Block[] {
  const assets: AssetRef[] = [];
  const html = parts.map((part) => writePart(part, assets)).join('');
  return new HtmlReader(span, assets, onLoss).read(parseDocument(html).children);
}

function writePart(part: HtmlPart, assets: AssetRef[]): string {
  if (typeof part === 'string') return part;
  if ('path' in part) return `asset:${assets.push(part) - 1}`;
  return part.kind === 'target' ? part.href : '';
}

class HtmlReader {
  readonly #span: Span;
  readonly #assets: readonly AssetRef[];
  readonly #onLoss: (name: string) => void;

  constructor(span: Span, assets: readonly AssetRef[], onLoss: (name: string) => void) {
    this.#span = span;
    this.#assets = assets;
    this.#onLoss = onLoss;
  }

  read(nodes: readonly ChildNode[]): readonly Block[] {
    const blocks: Block[] = [];
    let inlines: Inline[] = [];
    const end = (): void => {
      if (inlines.some((inline) => inline.kind !== 'text' || inline.text.trim() !== '')) {
        blocks.push(this.#paragraph(inlines));
      }
      inlines = [];
    };
    for (const node of nodes) {
      if (isText(node) || (isTag(node) && inlineTags.test(node.name))) {
        inlines.push(...this.#inlinesOf(node));
      } else if (isTag(node)) {
        end();
        blocks.push(...this.#blocksOf(node));
      }
    }
    end();
    return blocks;
  }

  get #base() {
    return { span: this.#span, attributes: none };
  }

  #paragraph(inlines: readonly Inline[]): Block {
    const [only, ...others] = inlines.filter(({ kind }) => kind !== 'text');
    const isImage = only?.kind === 'image' && others.length === 0 && !hasText(inlines);
    if (isImage) return { ...this.#base, kind: 'figure', image: only };
    return { ...this.#base, kind: 'paragraph', content: trimmed(inlines) };
  }

  #blocksOf(element: Element): readonly Block[] {
    const { name, children } = element;
    if (hiddenTags.test(name)) {
      if (name !== 'style' && name !== 'script') this.#onLoss(name);
      return [];
    }
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) {
      return [
        {
          ...this.#base,
          kind: 'heading',
          level: Number(level),
          content: trimmed(this.#inlinesIn(children)),
        },
      ];
    }
    if (name === 'ul' || name === 'ol') return [this.#listOf(element)];
    if (name === 'table') return this.#tableOf(element);
    if (name === 'hr') return [{ ...this.#base, kind: 'rule' }];
    if (name === 'blockquote')
      return [{ ...this.#base, kind: 'quote', blocks: this.read(children) }];
    if (name === 'video' || name === 'audio') return this.#mediaOf(element, name);
    if (name === 'pre') return [this.#codeOf(element)];
    return this.read(children);
  }

  #listOf({ name, children }: Element): Block {
    const items = children.flatMap((child): readonly ListItem[] =>
      isTag(child) ? [{ ...this.#base, blocks: this.read(child.children) }] : [],
    );
    const list = { ...this.#base, kind: 'list', loose: false, incremental: false, items } as const;
    return name === 'ol' ? { ...list, start: 1 } : list;
  }

  #tableOf(table: Element): readonly Block[] {
    const rows = elementsIn(table, 'tr').map((row) =>
      row.children.flatMap((cell) =>
        isTag(cell) ? [trimmed(this.#inlinesIn(cell.children))] : [],
      ),
    );
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (width === 0) return [];
    const padded = rows.map((row) => [
      ...row,
      ...Array.from({ length: width - row.length }, () => []),
    ]);
    const hasHeader = elementsIn(table, 'th').length > 0;
    const [header = [], ...others] = hasHeader
      ? padded
      : [Array.from({ length: width }, () => []), ...padded];
    const align = header.map(() => undefined);
    const hasRowHeaders = elementsIn(table, 'tr')
      .slice(1)
      .some((row) => elementsIn(row, 'td')[0] && elementsIn(row, 'th')[0]);
    const { attributes } = this.#base;
    const classes = [...attributes.classes, hasRowHeaders ? 'row-headers' : 'no-row-headers'];
    const own = { ...this.#base, attributes: { ...attributes, classes } };
    return [{ ...own, kind: 'table', align, header, rows: others }];
  }

  #mediaOf(element: Element, type: 'video' | 'audio'): readonly Block[] {
    const sources = [element, ...elementsIn(element, 'source')];
    const source = sources.map(({ attribs }) => this.#assetOf(attribs.src)).find(Boolean);
    if (!source) return [];
    const poster = this.#assetOf(element.attribs.poster);
    const alt = element.attribs['aria-label'] ?? '';
    const tracks = elementsIn(element, 'track').flatMap((track) => {
      const file = this.#assetOf(track.attribs.src);
      return file ? [{ kind: 'captions', source: file } as const] : [];
    });
    return [{ ...this.#base, kind: 'media', type, source, alt, tracks, ...(poster && { poster }) }];
  }

  #codeOf(element: Element): Block {
    const text = textIn(element).replace(/\n$/, '');
    return {
      ...this.#base,
      kind: 'code',
      language: '',
      text,
      steps: [],
      wraps: false,
      changes: new Map(),
    };
  }

  #assetOf(src: string | undefined): AssetRef | undefined {
    const [, index] = /^asset:(\d+)$/.exec(src ?? '') ?? [];
    return index === undefined ? undefined : this.#assets[Number(index)];
  }

  #inlinesIn(nodes: readonly ChildNode[]): readonly Inline[] {
    return nodes.flatMap((node) => this.#inlinesOf(node));
  }

  #inlinesOf(node: ChildNode): readonly Inline[] {
    if (isText(node)) return [{ kind: 'text', text: node.data.replace(/\s+/g, ' ') }];
    if (!isTag(node) || hiddenTags.test(node.name)) return [];
    const { name, attribs } = node;
    if (name === 'br') return [{ kind: 'break' }];
    if (name === 'img') return this.#imageOf(attribs);
    const content = this.#inlinesIn(node.children);
    const kind = ownValue(styled, name);
    if (kind) return [{ kind, content }];
    if (name === 'code' || name === 'kbd' || name === 'samp')
      return [{ kind: 'code', text: textIn(node) }];
    if (name === 'a' && attribs.href !== undefined) {
      return [{ kind: 'link', span: this.#span, href: attribs.href, content, attributes: none }];
    }
    const values = new Map(attribs.style === undefined ? [] : [['style', attribs.style]]);
    return [{ kind: 'span', attributes: { classes: [], values }, content }];
  }

  #imageOf({ src, alt = '', width }: Element['attribs']): readonly Inline[] {
    const source = this.#assetOf(src);
    if (!source) return alt === '' ? [] : [{ kind: 'text', text: alt }];
    const values = new Map(width === undefined ? [] : [['width', width]]);
    return [{ kind: 'image', source, alt, attributes: { classes: [], values } }];
  }
}

const styled: Readonly<Record<string, StyledKind>> = {
  b: 'strong',
  strong: 'strong',
  i: 'emphasis',
  em: 'emphasis',
  cite: 'emphasis',
  s: 'strike',
  del: 'strike',
  sub: 'subscript',
  sup: 'superscript',
  mark: 'highlight',
};

function elementsIn(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child): readonly Element[] => {
    if (!isTag(child)) return [];
    return child.name === name ? [child] : elementsIn(child, name);
  });
}

function textIn(element: Element): string {
  return element.children
    .map((child) => (isText(child) ? child.data : isTag(child) ? textIn(child) : ''))
    .join('');
}

function hasText(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => inline.kind === 'text' && inline.text.trim() !== '');
}

/** Without spaces at the start and the end. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline, index): readonly Inline[] => {
    if (inline.kind !== 'text') return [inline];
    let { text } = inline;
    if (index === 0) text = text.trimStart();
    if (index === inlines.length - 1) text = text.trimEnd();
    return text === '' ? [] : [{ ...inline, text }];
  });
}
