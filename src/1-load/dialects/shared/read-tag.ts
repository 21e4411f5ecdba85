import type { Tag, TagAttribute } from './regions.ts';

/** Longer tags are text: images in them are hundreds of kilobytes, but not more. */
const maxTag = 20_000_000;

const opening = /<(\/?)([A-Za-z][\w.:-]*)(?=[\s/>])/y;
const space = /[\s/]*/y;
const attributeName = /[^\s"'<>/=]+/y;
const attributeValue = /\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/y;

/**
 * Reads the tag at an offset, as browsers do: any attributes, such as `@click` and `:to`, are allowed.
 *
 * @returns `undefined` if there is none, or it is not closed
 */
export function readTag(text: string, start: number): Tag | undefined {
  const open = matchAt(opening, text, start);
  if (!open) return undefined;
  const [whole, slash, name = ''] = open;
  const attributes: TagAttribute[] = [];
  let at = start + whole.length;
  while (at < text.length && at - start < maxTag) {
    const gap = matchAt(space, text, at)?.[0] ?? '';
    at += gap.length;
    if (text[at] === '>') {
      const isSelfClosing = gap.endsWith('/');
      return {
        kind: 'tag',
        start,
        end: at + 1,
        name,
        isEnd: slash === '/',
        isSelfClosing,
        isInHtml: true,
        attributes,
      };
    }
    const attribute = readAttribute(text, at);
    if (!attribute) return undefined;
    attributes.push(attribute);
    at = attribute.end;
  }
  return undefined;
}

function readAttribute(text: string, start: number): TagAttribute | undefined {
  const [name] = matchAt(attributeName, text, start) ?? [];
  if (name === undefined) return undefined;
  const end = start + name.length;
  const [whole, double, single, bare] = matchAt(attributeValue, text, end) ?? [];
  const value = double ?? single ?? bare;
  if (whole === undefined || value === undefined) return { name, start, end };
  const valueEnd = end + whole.length;
  const quote = bare === undefined ? 1 : 0;
  return { name, start, end: valueEnd, value, valueStart: valueEnd - quote - value.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
