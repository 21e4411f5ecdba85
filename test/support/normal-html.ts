import { Parser } from 'htmlparser2';
import { emptyElements } from '../../src/2-parse/inline/html/tag-balance.ts';

const blocks = new Set(
  'blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre section table tbody td th thead tr ul'.split(
    ' ',
  ),
);

/**
 * One spelling for all HTML that means the same, as CommonMark's own test normalizer has it: sorted
 * attributes, decoded entities, and no white space where a browser shows none.
 */
export function normalHtml(html: string): string {
  let out = '';
  let pre = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'pre') pre++;
        if (blocks.has(name)) out = out.trimEnd();
        const pairs = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
        out += `<${name}${pairs.map(([key, value]) => ` ${key}="${value}"`).join('')}>`;
      },
      ontext(text) {
        const collapsed = text.replace(/\s+/g, ' ');
        if (pre > 0) out += text;
        else out += /\s$/.test(out) || endsWithBlock(out) ? collapsed.trimStart() : collapsed;
      },
      onclosetag(name) {
        if (name === 'pre') pre--;
        if (blocks.has(name)) out = out.trimEnd();
        // Also where the tag is missing.
        if (!emptyElements.has(name)) out += `</${name}>`;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return out.trim();
}

function endsWithBlock(out: string): boolean {
  const name = /<\/?(\w+)[^<>]*>$/.exec(out)?.[1];
  return name !== undefined && (blocks.has(name) || name === 'br');
}
