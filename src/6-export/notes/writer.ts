import { type ChildNode, type Element, isTag, isText } from 'domhandler';
import { DomUtils } from 'htmlparser2';

/** How a format writes what notes are made of. Inline parts get and give one line, but for breaks. */
export interface Marks {
  text(text: string): string;
  emphasis(content: string): string;
  strong(content: string): string;
  strike(content: string): string;
  code(text: string): string;
  link(content: string, href: string): string;
  maths(tex: string): string;
  /** What is to be seen or heard, in words. */
  picture(alt: string): string;
  readonly lineBreak: string;
  footnoteReference(number: string): string;

  /** A paragraph's lines, from the whole of its text. @param indent how far it will stand to the right */
  paragraph(content: string, indent: number): string;
  heading(level: number, content: string): string;
  codeBlock(text: string, language: string): string;
  formula(tex: string): string;
  /** @param type as the page names it: `note` @param label for readers: `Note` */
  callout(type: string, label: string, blocks: string): string;
  table(header: readonly string[], rows: readonly (readonly string[])[]): string;
  footnote(number: string, content: string): string;
  readonly rule: string;
}

/** Writes the notes of a slide, which are well-formed HTML of ours, as text. */
export class NotesWriter {
  readonly #marks: Marks;

  constructor(marks: Marks) {
    this.#marks = marks;
  }

  /** Blocks with an empty line between them; text that stands bare among them is a paragraph. */
  writeBlocks(nodes: readonly ChildNode[], indent = 0, gap = '\n\n'): string {
    const blocks: string[] = [];
    let bare: ChildNode[] = [];
    const endParagraph = () => {
      const content = this.#inlines(bare);
      if (content !== '') blocks.push(this.#marks.paragraph(content, indent));
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
    const marks = this.#marks;
    switch (name) {
      case 'p':
        return marks.paragraph(this.#inlines(children), indent);
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return marks.heading(Number(name[1]), this.#inlines(children));
      case 'ul':
      case 'ol':
        return this.#list(element, indent);
      case 'blockquote':
        return prefixed('> ', this.writeBlocks(children, indent + 2));
      case 'pre':
        return this.#codeBlock(element);
      case 'figure':
        return this.#figure(element, indent);
      case 'table':
        return this.#table(element);
      case 'hr':
        return marks.rule;
      default:
        return this.#division(element, indent);
    }
  }

  #division(element: Element, indent: number): string {
    const { children } = element;
    if (hasClass(element, 'callout')) return this.#callout(element, indent);
    if (hasClass(element, 'footnotes')) return this.#footnotes(element);
    const tex = hasClass(element, 'formula') && find('math', children)?.attribs.alttext;
    return tex ? this.#marks.formula(tex) : this.writeBlocks(children, indent);
  }

  #list(list: Element, indent: number): string {
    const items = childrenOf(list, 'li');
    const isLoose = items.some((item) => childrenOf(item, 'p').length > 0);
    const gap = isLoose ? '\n\n' : '\n';
    const start = Number(list.attribs.start ?? 1);
    const lines = items.map((item, index) => {
      const marker = list.name === 'ol' ? `${start + index}. ` : '- ';
      const box = find('input', item.children);
      const task = box ? `[${'checked' in box.attribs ? 'x' : ' '}] ` : '';
      const content = task + this.writeBlocks(item.children, indent + marker.length, gap);
      const [first = '', ...rest] = content.split('\n');
      const space = ' '.repeat(marker.length);
      return [marker + first, ...rest.map((line) => line && space + line)].join('\n');
    });
    return lines.join(gap);
  }

  #codeBlock(element: Element): string {
    const language = /\blanguage-(\S+)/.exec(find('code', [element])?.attribs.class ?? '')?.[1];
    const lines = DomUtils.findAll((line) => hasClass(line, 'line'), element.children);
    const text = lines.length > 0 ? lines.map(textOf).join('\n') : textOf(element);
    return this.#marks.codeBlock(text.replace(/\n$/, ''), language ?? '');
  }

  /** A picture's caption, and what it shows; of code, its title. */
  #figure(figure: Element, indent: number): string {
    const caption = childrenOf(figure, 'figcaption').flatMap(({ children }) => children);
    const others = figure.children.filter(
      (node) => !(isTag(node) && (node.name === 'figcaption' || hasClass(node, 'chart-details'))),
    );
    const blocks = [this.writeBlocks(caption, indent), this.writeBlocks(others, indent)];
    return blocks.filter(Boolean).join('\n\n');
  }

  #callout(callout: Element, indent: number): string {
    const isTitle = (node: ChildNode) => isTag(node) && hasClass(node, 'callout-title');
    const label = callout.children.filter(isTitle).map(textOf).join('');
    const rest = callout.children.filter((node) => !isTitle(node));
    const type = /\bcallout-(\w+)/.exec(callout.attribs.class ?? '')?.[1] ?? 'note';
    return this.#marks.callout(type, label, this.writeBlocks(rest, indent + 2));
  }

  #table(table: Element): string {
    const rows = DomUtils.getElementsByTagName('tr', table).map((row) =>
      DomUtils.findAll(({ name }) => name === 'th' || name === 'td', row.children).map((cell) =>
        this.#inlines(cell.children),
      ),
    );
    const [header = [], ...body] = rows;
    return this.#marks.table(header, body);
  }

  /** Each begins with its number; what has more than one paragraph goes on without. */
  #footnotes({ children }: Element): string {
    const blocks: string[] = [];
    for (const element of children.filter(isTag)) {
      const [first, ...rest] = element.children;
      const isStart = first && isTag(first) && first.name === 'sup';
      blocks.push(
        isStart
          ? this.#marks.footnote(textOf(first), this.#inlines(rest))
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
    if (isText(node)) return this.#marks.text(node.data.replace(/\s+/g, ' '));
    if (!isTag(node)) return '';
    return this.#element(node);
  }

  #element(element: Element): string {
    const { name, attribs, children } = element;
    const marks = this.#marks;
    const content = () => children.map((child) => this.#inline(child)).join('');
    switch (name) {
      case 'em':
      case 'i':
        return around(content(), (text) => marks.emphasis(text));
      case 'strong':
      case 'b':
        return around(content(), (text) => marks.strong(text));
      case 'del':
      case 's':
        return around(content(), (text) => marks.strike(text));
      case 'code':
        return marks.code(textOf(element));
      case 'a':
        return attribs.href ? marks.link(content(), attribs.href) : content();
      case 'br':
        return marks.lineBreak;
      case 'math':
        return marks.maths(attribs.alttext ?? textOf(element));
      case 'sup':
        return hasClass(element, 'footnote-ref')
          ? marks.footnoteReference(textOf(element))
          : content();
      case 'img':
      case 'svg':
      case 'video':
      case 'audio':
        return this.#picture(attribs.alt ?? attribs['aria-label'] ?? '');
      case 'style':
      case 'script':
        return '';
      default:
        return content();
    }
  }

  #picture(alt: string): string {
    return alt === '' ? '' : this.#marks.picture(alt);
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

/** The first of its name, but for those in lists below. */
function find(name: string, nodes: readonly ChildNode[]): Element | undefined {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    if (node.name === name) return node;
    const found = /^[ou]l$/.test(node.name) ? undefined : find(name, node.children);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: ChildNode): string {
  return DomUtils.textContent(node);
}

/** Leaves the space at the rims of marked text outside of the marks. */
function around(content: string, mark: (text: string) => string): string {
  const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(content) ?? [];
  return text === '' ? content : before + mark(text) + after;
}

/** Puts a mark before each line. */
export function prefixed(mark: string, text: string): string {
  return text
    .split('\n')
    .map((line) => (mark + line).trimEnd())
    .join('\n');
}
