import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { NotesSyntax } from './syntax.ts';

/** Writes the notes of a slide, which are our own well-formed HTML, in another format. */
export class NotesWriter {
  readonly #syntax: NotesSyntax;

  constructor(syntax: NotesSyntax) {
    this.#syntax = syntax;
  }

  /** Separates blocks with blank lines; bare text between blocks becomes a paragraph. */
  writeBlocks(nodes: readonly ChildNode[], indent = 0, gap = '\n\n'): string {
    const blocks: string[] = [];
    let bare: ChildNode[] = [];
    const endParagraph = () => {
      const content = this.#inlines(bare);
      if (content !== '') blocks.push(this.#syntax.paragraph(content, indent));
      bare = [];
    };
    for (const node of nodes) {
      if (!isBlock(node)) {
        bare.push(node);
        continue;
      }
      endParagraph();
      const block = this.#block(node, indent);
      if (block !== '') blocks.push(block);
    }
    endParagraph();
    return blocks.join(gap);
  }

  #block(element: Element, indent: number): string {
    const { name, children } = element;
    const syntax = this.#syntax;
    switch (name) {
      case 'p':
        return syntax.paragraph(this.#inlines(children), indent);
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return syntax.heading(Number(name[1]), this.#inlines(children));
      case 'ul':
      case 'ol':
        return this.#list(element, indent);
      case 'dl':
        return this.#definitions(element, indent);
      case 'blockquote':
        return prefixed('> ', this.writeBlocks(children, indent + 2));
      case 'pre':
        return this.#codeBlock(element);
      case 'figure':
        return this.#figure(element, indent);
      case 'table':
        return this.#table(element);
      case 'hr':
        return syntax.rule;
      default:
        return this.#division(element, indent);
    }
  }

  #division(element: Element, indent: number): string {
    const { children } = element;
    if (hasClass(element, 'callout')) return this.#callout(element, indent);
    if (hasClass(element, 'footnotes')) return this.#footnotes(element);
    const tex = hasClass(element, 'formula') && find(isNamed('math'), children)?.attribs.alttext;
    return tex ? this.#syntax.formula(tex) : this.writeBlocks(children, indent);
  }

  #list(list: Element, indent: number): string {
    const items = childrenOf(list, 'li');
    const isLoose = items.some((item) => childrenOf(item, 'p').length > 0);
    const gap = isLoose ? '\n\n' : '\n';
    const start = Number(list.attribs.start ?? 1);
    const lines = items.map((item, index) => {
      const marker = list.name === 'ol' ? `${start + index}. ` : '- ';
      const box = find(isTaskBox, item.children);
      const task = box ? `[${isChecked(box) ? 'x' : ' '}] ` : '';
      const content = task + this.writeBlocks(item.children, indent + marker.length, gap);
      const [first = '', ...rest] = content.split('\n');
      const space = ' '.repeat(marker.length);
      return [marker + first, ...rest.map((line) => line && space + line)].join('\n');
    });
    return lines.join(gap);
  }

  #codeBlock(element: Element): string {
    const language = /\blanguage-(\S+)/.exec(
      find(isNamed('code'), [element])?.attribs.class ?? '',
    )?.[1];
    const lines = DomUtils.findAll((line) => hasClass(line, 'line'), element.children);
    const text = lines.length > 0 ? lines.map(textOf).join('\n') : textOf(element);
    return this.#syntax.codeBlock(text.replace(/\n$/, ''), language ?? '');
  }

  /** The caption of an image or the title of a code block, then its content. */
  #figure(figure: Element, indent: number): string {
    const caption = childrenOf(figure, 'figcaption').flatMap(({ children }) => children);
    const others = figure.children.filter((node) => !isTag(node) || !isBesideContent(node));
    const blocks = [this.writeBlocks(caption, indent), this.writeBlocks(others, indent)];
    return blocks.filter(Boolean).join('\n\n');
  }

  #callout(callout: Element, indent: number): string {
    const isTitle = (node: ChildNode) => isTag(node) && hasClass(node, 'callout-title');
    const titles = callout.children.filter(isTag).filter(isTitle);
    const label = titles.map(({ children }) => this.#inlines(children)).join('');
    const isOwn = titles.some((title) => hasClass(title, 'callout-own-title'));
    const rest = callout.children.filter((node) => !isTitle(node));
    const type = /\bcallout-(\w+)/.exec(callout.attribs.class ?? '')?.[1] ?? 'note';
    return this.#syntax.callout(type, label, this.writeBlocks(rest, indent + 2), isOwn);
  }

  /** Terms, each with the definitions below it. */
  #definitions(list: Element, indent: number): string {
    const groups: { terms: string[]; definitions: string[] }[] = [];
    for (const { name, children } of list.children.filter(isTag)) {
      const last = groups.at(-1);
      if (name === 'dd') last?.definitions.push(this.writeBlocks(children, indent + 2));
      else if (last && last.definitions.length === 0) last.terms.push(this.#inlines(children));
      else groups.push({ terms: [this.#inlines(children)], definitions: [] });
    }
    return groups
      .map(({ terms, definitions }) => this.#syntax.definition(terms.join('\n'), definitions))
      .join('\n\n');
  }

  #table(table: Element): string {
    const rows = DomUtils.getElementsByTagName('tr', table).map((row) =>
      DomUtils.findAll(({ name }) => name === 'th' || name === 'td', row.children).map((cell) =>
        this.#inlines(cell.children),
      ),
    );
    const [header = [], ...body] = rows;
    return this.#syntax.table(header, body);
  }

  /** Each begins with its number; its further paragraphs have none. */
  #footnotes({ children }: Element): string {
    const blocks: string[] = [];
    for (const element of children.filter(isTag)) {
      const [first, ...rest] = element.children;
      const isStart = first && isTag(first) && first.name === 'sup';
      blocks.push(
        isStart
          ? this.#syntax.footnote(textOf(first), this.#inlines(rest))
          : this.writeBlocks([element]),
      );
    }
    return blocks.join('\n\n');
  }

  #inlines(nodes: readonly ChildNode[]): string {
    const text = nodes.map((node) => this.#inline(node)).join('');
    return text.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
  }

  #inline(node: ChildNode): string {
    if (isText(node)) return this.#syntax.text(node.data.replace(/\s+/g, ' '));
    if (!isTag(node)) return '';
    return this.#element(node);
  }

  #element(element: Element): string {
    const { name, attribs, children } = element;
    const syntax = this.#syntax;
    const content = () => children.map((child) => this.#inline(child)).join('');
    switch (name) {
      case 'em':
      case 'i':
        return around(content(), (text) => syntax.emphasis(text));
      case 'strong':
      case 'b':
        return around(content(), (text) => syntax.strong(text));
      case 'del':
      case 's':
        return around(content(), (text) => syntax.strike(text));
      case 'code':
        return syntax.code(textOf(element));
      case 'a':
        return attribs.href ? syntax.link(content(), attribs.href) : content();
      case 'br':
        return syntax.lineBreak;
      case 'math':
        return syntax.math(attribs.alttext ?? textOf(element));
      case 'sup':
        return hasClass(element, 'footnote-ref')
          ? syntax.footnoteReference(textOf(element))
          : around(content(), (text) => syntax.superscript(text));
      case 'sub':
        return around(content(), (text) => syntax.subscript(text));
      case 'mark':
        return around(content(), (text) => syntax.highlight(text));
      case 'img':
      case 'svg':
      case 'video':
      case 'audio':
        return this.#image(attribs.alt ?? attribs['aria-label'] ?? '');
      case 'style':
      case 'script':
        return '';
      default:
        return content();
    }
  }

  #image(alt: string): string {
    return alt === '' ? '' : this.#syntax.image(alt);
  }
}

const blockNames: ReadonlySet<string> = new Set(
  `address article aside blockquote details div dl figure footer form h1 h2 h3 h4 h5 h6 header hr li
  main nav ol p pre section table ul`.split(/\s+/),
);

function isBlock(node: ChildNode): node is Element {
  return isTag(node) && blockNames.has(node.name);
}

function hasClass({ attribs }: Element, name: string): boolean {
  return (attribs.class ?? '').split(' ').includes(name);
}

function childrenOf({ children }: Element, name: string): readonly Element[] {
  return children.filter(isTag).filter((child) => child.name === name);
}

/** The caption of a figure, which comes first, and the data of a chart, which are no notes. */
function isBesideContent(element: Element): boolean {
  const classes = ['chart-fold', 'chart-details'];
  return element.name === 'figcaption' || classes.some((name) => hasClass(element, name));
}

function isNamed(name: string): (element: Element) => boolean {
  return (element) => element.name === name;
}

/** Of a task, or of the author's HTML. */
function isTaskBox(element: Element): boolean {
  return element.name === 'input' || hasClass(element, 'task-box');
}

function isChecked(box: Element): boolean {
  return 'checked' in box.attribs || hasClass(box, 'checked');
}

/** The first descendant that is looked for, not searching nested lists. */
function find(
  isFound: (element: Element) => boolean,
  nodes: readonly ChildNode[],
): Element | undefined {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (isFound(node)) return node;
    const found = /^[ou]l$/.test(node.name) ? undefined : find(isFound, node.children);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: ChildNode): string {
  return DomUtils.textContent(node);
}

/** Keeps leading and trailing space outside of the syntax. */
function around(content: string, mark: (text: string) => string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(content) ?? [];
  return text === '' ? content : before + mark(text) + after;
}

/** Prefixes each line. */
export function prefixed(mark: string, text: string): string {
  return text
    .split('\n')
    .map((line) => (mark + line).trimEnd())
    .join('\n');
}
