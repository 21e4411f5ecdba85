/** A MathML element or text, as plain data. */
export type MathNode = MathElement | string;

export interface MathElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly style: Readonly<Record<string, string>>;
  readonly children: readonly MathNode[];
}

/** A node of temml; a fragment has children but no type. Its children are nodes, in a list. */
interface TemmlNode {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, unknown>>;
  readonly children?: unknown;
}

/**
 * Elements of nothing but text. Inside them the parser of a browser reads HTML, so that an element such as
 * `<mrow/>` would stay open and swallow the rest of the page.
 */
const textElements = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);

/**
 * Converts the result of temml: a `math` element. Whatever temml returns, elements are only where browsers
 * read them as MathML, and text only in elements for text.
 */
export function readNode(node: TemmlNode): MathNode {
  if (node.text !== undefined) return node.text;
  const element: MathElement = {
    name: /^m[a-z]+$/.test(node.type ?? '') ? (node.type ?? '') : 'mrow',
    attributes: texts(node.attributes),
    classes: (node.classes ?? []).filter(Boolean),
    style: texts(node.style),
    // An empty label of a commutative diagram has an object in place of its children.
    children: Array.isArray(node.children) ? node.children.map(readNode) : [],
  };
  return textElements.has(element.name) ? liftElements(element) : wrapText(element);
}

/** Replaces an element for text that contains elements by a row of them. */
function liftElements(element: MathElement): MathElement {
  const { name, attributes, children } = element;
  if (children.every((child) => typeof child === 'string')) return element;
  const wrap = (text: string) => ({ name, attributes, classes: [], style: {}, children: [text] });
  return {
    ...element,
    name: 'mrow',
    attributes: {},
    children: children.map((child) => (typeof child === 'string' ? wrap(child) : child)),
  };
}

/** Wraps text between elements. */
function wrapText(element: MathElement): MathElement {
  const { children } = element;
  if (children.every((child) => typeof child !== 'string')) return element;
  const bare = { attributes: {}, classes: [], style: {} };
  return {
    ...element,
    children: children
      .filter((child) => typeof child !== 'string' || child.trim() !== '')
      .map((child) =>
        typeof child === 'string' ? { ...bare, name: 'mtext', children: [child] } : child,
      ),
  };
}

function texts(values: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** Whether it is invisible. */
export function isBlank(node: MathNode): boolean {
  if (typeof node === 'string') return node.trim() === '';
  return node.name !== 'mspace' && node.children.every(isBlank);
}

/** Whether a formula begins with the definition of a command. */
export function isDefinition(tex: string): boolean {
  return /^\s*\\(?:(?:re|provide)?newcommand|[egx]?def|let|DeclareMathOperator)\b/.test(tex);
}
