/** A piece of XML. Texts and values in it are escaped. */
export class Xml {
  readonly text: string;

  /** @param text well-formed XML */
  constructor(text: string) {
    this.text = text;
  }
}

type Child = Xml | string | false | undefined | readonly Child[];

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * An element. Texts among its children are escaped; what is absent is omitted.
 *
 * @param values of its attributes; numbers are rounded, `true` is 1 and `false` 0
 */
export function element(name: string, values: Values = {}, ...children: readonly Child[]): Xml {
  const attributes = Object.entries(values).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeValue(write(value))}"`,
  );
  const content = children.map(writeChild).join('');
  const open = `<${name}${attributes.join('')}`;
  return new Xml(content === '' ? `${open}/>` : `${open}>${content}</${name}>`);
}

/** A whole file. */
export function xmlFile(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root.text}`;
}

function write(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'number' ? String(Number(value.toFixed(0))) : value;
}

function writeChild(child: Child): string {
  if (child === undefined || child === false) return '';
  if (typeof child === 'string') return escapeText(child);
  return child instanceof Xml ? child.text : child.map(writeChild).join('');
}

/** Removes what XML cannot contain: controls, lone surrogates, and the last two characters of the plane. */
function validText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}

function escapeText(text: string): string {
  return validText(text).replace(/[&<>]/g, (character) => entities[character] ?? character);
}

function escapeValue(text: string): string {
  return validText(text).replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** The namespaces of the root elements of slides, layouts and masters. */
export const slideNamespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const;
