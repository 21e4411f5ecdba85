import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { voidElements } from '../../../../base/safe-html/elements.ts';
import { type HtmlPiece, scanHtml } from './html-pieces.ts';
import { MappedText } from './mapped-text.ts';

/** An element of a slide as the browser has it, a comment or a text, with its place in the author's text. */
export interface SlideNode {
  readonly kind: 'markdown' | 'html' | 'comment' | 'text';
  /** The type of the token, or the name of the element in lower case. */
  readonly name: string;
  readonly start: number;
  /** After its last character; of an HTML element, after its end tag. */
  end: number;
  readonly parent: SlideNode | undefined;
  readonly children: SlideNode[];
  /** Of Markdown. */
  readonly token?: MarkedToken;
  /** Of HTML and comments: the start tag, or all of it. */
  readonly piece?: HtmlPiece;
  /** Of an HTML element: where its end tag begins, if it has one. */
  closing?: number;
  /** Whether it is within a line of text. */
  readonly isInline: boolean;
  /** Of a text in Markdown, and blocks with text: where its characters are. */
  readonly mapped?: MappedText;
}

/** Reads a slide as reveal.js does: what `marked` makes of it, and its HTML. */
export function readTree(text: string, start: number): SlideNode {
  const root: SlideNode = {
    ...{ kind: 'html', name: 'section', start, end: start + text.length, parent: undefined },
    ...{ children: [], isInline: false },
  };
  const lexer = new Lexer({ gfm: true });
  new TreeBuilder(root).blocks(lexer.lex(text), MappedText.stretch(text, start));
  return root;
}

/** All nodes, each before its children. */
export function* nodesIn(node: SlideNode): Generator<SlideNode> {
  for (const child of node.children) {
    yield child;
    yield* nodesIn(child);
  }
}

/** Types that have no element of their own. */
const transparent = new Set(['space', 'def', 'checkbox']);

class TreeBuilder {
  #parent: SlideNode;

  constructor(root: SlideNode) {
    this.#parent = root;
  }

  blocks(tokens: readonly Token[], text: MappedText): void {
    let offset = 0;
    this.#inside(this.#parent, () => {
      for (const token of tokens as readonly MarkedToken[]) {
        this.#block(token, offset, text);
        offset += token.raw.length;
      }
    });
  }

  #block(token: MarkedToken, offset: number, text: MappedText): void {
    if (token.type === 'html') this.#html(token.raw, offset, text, token.block === true);
    else if (token.type === 'text' && token.tokens) {
      this.inlines(token.tokens, text.within(offset, token.raw, joinRaw(token.tokens)));
    } else if (!transparent.has(token.type)) {
      const node = this.#add(token, offset, text, false);
      this.#inside(node, () => this.#content(token, offset, text));
    }
  }

  #content(token: MarkedToken, offset: number, text: MappedText): void {
    if (token.type === 'list') this.#items(token, offset, text);
    else if (token.type === 'table') this.#cells(token, offset, text);
    else if (token.type === 'blockquote') {
      this.blocks(token.tokens, text.within(offset, token.raw, joinRaw(token.tokens)));
    } else if (token.type === 'paragraph' || token.type === 'heading') {
      this.inlines(token.tokens, innerText(token, offset, text));
    }
  }

  #items(list: Tokens.List, start: number, text: MappedText): void {
    let offset = start;
    for (const item of list.items) {
      const node = this.#add(item as MarkedToken, offset, text, false);
      const inner = text.within(offset, item.raw, joinRaw(item.tokens));
      this.#inside(node, () => this.blocks(item.tokens, inner));
      offset += item.raw.length;
    }
  }

  #cells(table: Tokens.Table, start: number, text: MappedText): void {
    let offset = 0;
    for (const cell of [...table.header, ...table.rows.flat()]) {
      const content = joinRaw(cell.tokens);
      const found = table.raw.indexOf(content, offset);
      const at = found < 0 ? offset : found;
      const node = this.#addNode({
        ...{ kind: 'markdown', name: 'cell', isInline: false },
        ...{ start: text.at(start + at), end: text.at(start + at) + content.length },
      });
      const inner = text.within(start + at, content, content);
      this.#inside(node, () => this.inlines(cell.tokens, inner));
      offset = at + content.length;
    }
  }

  inlines(tokens: readonly Token[], text: MappedText): void {
    let offset = 0;
    this.#inside(this.#parent, () => {
      for (const token of tokens as readonly MarkedToken[]) {
        this.#inline(token, offset, text);
        offset += token.raw.length;
      }
    });
  }

  #inline(token: MarkedToken, offset: number, text: MappedText): void {
    if (token.type === 'html') this.#html(token.raw, offset, text, false);
    else if (token.type === 'checkbox') return;
    else {
      const node = this.#add(token, offset, text, true);
      if (!('tokens' in token) || !token.tokens || token.type === 'text') return;
      const content = joinRaw(token.tokens);
      const at = offset + Math.max(0, token.raw.indexOf(content));
      const children = token.tokens;
      this.#inside(node, () => this.inlines(children, text.within(at, content, content)));
    }
  }

  #html(raw: string, offset: number, text: MappedText, isBlock: boolean): void {
    for (const piece of scanHtml(raw)) {
      const start = text.at(offset + piece.start);
      const end = text.at(offset + piece.end - 1) + 1;
      if (piece.kind === 'close') this.#close(piece.name, start, end);
      else {
        const kind = piece.kind === 'open' ? 'html' : piece.kind;
        const mapped = text.within(offset + piece.start, piece.text, piece.text);
        const name = piece.kind === 'open' ? piece.name : piece.kind;
        const node = this.#addNode({ kind, name, start, end, piece, mapped, isInline: !isBlock });
        if (piece.kind === 'open' && !voidElements.has(piece.name)) this.#parent = node;
      }
    }
  }

  /** Closes the innermost element of that name, with those in it. */
  #close(name: string, start: number, end: number): void {
    let node: SlideNode | undefined = this.#parent;
    while (node && !(node.kind === 'html' && node.name === name && node.piece)) {
      if (node.kind === 'markdown') return;
      node = node.parent;
    }
    if (!node?.parent) return;
    node.closing = start;
    node.end = end;
    this.#parent = node.parent;
  }

  #add(token: MarkedToken, offset: number, text: MappedText, isInline: boolean): SlideNode {
    const isText = token.type === 'text' || token.type === 'escape';
    return this.#addNode({
      ...{ kind: isText ? 'text' : 'markdown', name: token.type, token, isInline },
      ...{ start: text.at(offset), end: text.at(offset + Math.max(1, token.raw.length) - 1) + 1 },
      mapped: text.within(offset, token.raw, token.raw),
    });
  }

  #addNode(part: Omit<SlideNode, 'parent' | 'children'>): SlideNode {
    const node: SlideNode = { ...part, parent: this.#parent, children: [] };
    this.#parent.children.push(node);
    return node;
  }

  /** Elements that begin in a block end with it. */
  #inside(node: SlideNode, add: () => void): void {
    const outer = this.#parent;
    this.#parent = node;
    add();
    this.#parent = outer;
  }
}

/** The text of a paragraph or heading. */
function innerText(
  token: Tokens.Paragraph | Tokens.Heading,
  offset: number,
  text: MappedText,
): MappedText {
  return text.within(offset, token.raw, joinRaw(token.tokens));
}

function joinRaw(tokens: readonly Token[]): string {
  return tokens.map(({ raw }) => raw).join('');
}
