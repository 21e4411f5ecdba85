/** A MathML element or text, as plain data. */
export type MathNode = MathElement | string;

export interface MathElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly classes: readonly string[];
  readonly style: Readonly<Record<string, string>>;
  readonly children: readonly MathNode[];
}

/** A node of temml; a fragment has children but no type. */
interface TemmlNode {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, unknown>>;
  readonly children?: readonly TemmlNode[];
}

/** Converts the result of temml: a `math` element. */
export function readNode(node: TemmlNode): MathNode {
  if (node.text !== undefined) return node.text;
  return {
    name: node.type ?? 'mrow',
    attributes: texts(node.attributes),
    classes: (node.classes ?? []).filter(Boolean),
    style: texts(node.style),
    children: (node.children ?? []).map(readNode),
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
