import type { AttributeValues } from './comment-attributes.ts';

/** An attribute list of Lectern, and the names of what has no place in it. */
export interface WrittenList {
  /** Without braces; empty if there is nothing to write. */
  readonly list: string;
  readonly others: readonly string[];
}

/** What an attribute list may be at. */
export type ListOwner = 'block' | 'span' | 'image' | 'media' | 'link' | 'code';

const length = /^\d+(?:\.\d+)?(?:%|px|em|rem)?$/;

const ownKeys: Readonly<Record<ListOwner, ReadonlySet<string>>> = {
  block: new Set(),
  span: new Set(),
  image: new Set(['width', 'height']),
  media: new Set(['width', 'height', 'autoplay', 'loop', 'muted']),
  link: new Set(['target', 'rel', 'download']),
  code: new Set(),
};

/** Writes attributes of HTML as an attribute list: `class="fragment grow"` is `.fragment .grow`. */
export function writeAttributeList(values: AttributeValues, owner: ListOwner): WrittenList {
  const items: string[] = [];
  const others: string[] = [];
  const styles: string[] = [];
  const classes = (values.get('class') ?? '').split(/\s+/).filter(Boolean);
  const isStep = classes.includes('fragment');
  for (const [name, value] of values) {
    if (name === 'class') {
      items.push(...classes.filter(isName).map((each) => `.${each}`));
      others.push(...classes.filter((each) => !isName(each)));
    } else if (name === 'id' && isName(value)) items.unshift(`#${value}`);
    else if (name === 'data-fragment-index') {
      if (isStep && /^\d{1,3}$/.test(value)) items.push(`index=${value}`);
    } else if (name === 'data-autoplay' && owner === 'media') items.push('autoplay');
    else if (name === 'style') styles.push(value.trim().replace(/;$/, ''));
    else if (name === 'align') styles.push(`text-align: ${value}`);
    else if ((name === 'width' || name === 'height') && !ownKeys[owner].has(name)) {
      styles.push(`${name}: ${/^\d+$/.test(value) ? `${value}px` : value}`);
    } else if (isWritable(name, value, owner)) items.push(item(name, value));
    else others.push(name);
  }
  const style = styles.join('; ');
  if (style !== '' && isValue(style)) items.push(item('style', style));
  else if (style !== '') others.push('style');
  return { list: items.join(' '), others };
}

function isWritable(name: string, value: string, owner: ListOwner): boolean {
  if (!isValue(value)) return false;
  if (name === 'width' || name === 'height') return length.test(value);
  if (ownKeys[owner].has(name)) return true;
  return /^data-[\w-]+$/.test(name) || name === 'lang' || name === 'dir';
}

function item(name: string, value: string): string {
  if (value === '') return name.startsWith('data-') ? `${name}=""` : name;
  return /^[^\s"{}]+$/.test(value) ? `${name}=${value}` : `${name}="${value}"`;
}

function isName(text: string): boolean {
  return /^[\w-]+$/.test(text);
}

/** Whether a text can be between double quotes in an attribute list. */
function isValue(text: string): boolean {
  return !/["{}\n]/.test(text);
}
