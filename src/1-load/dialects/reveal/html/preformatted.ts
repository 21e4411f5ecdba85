import { fence } from '../../shared/fence.ts';
import type { AttributeValues } from '../attributes/comment-attributes.ts';
import { writeInfo } from '../text/code.ts';
import type { DeckTranslation } from '../translation-state.ts';
import type { SlideNode } from '../tree/tree.ts';
import { attributeOf, classesOf, contentOf, replaceByBlock, textOfHtml } from './element-text.ts';

/** Attributes that fences have, too. */
const carried = ['class', 'id', 'style', 'data-id', 'data-line-numbers', 'data-ln-start-from'];

/** Code and diagrams in HTML become fences: `<pre><code class="js" data-line-numbers="1|2">` is ```` ```js {1|2} ````. */
export function translatePreformatted(
  node: SlideNode,
  values: AttributeValues | undefined,
  deck: DeckTranslation,
): void {
  if (classesOf(node).includes('mermaid')) {
    replaceByBlock(node, fence('mermaid', textOfHtml(contentOf(node, deck))), deck);
    return;
  }
  const code = node.children.find(({ name }) => name === 'code');
  if (node.name !== 'pre' || !code || code.kind !== 'html') return;
  const content = contentOfCode(code, deck);
  const own: AttributeValues = new Map(values);
  for (const element of [node, code]) {
    for (const name of carried) {
      const value = attributeOf(element, name);
      if (value !== undefined && name !== 'class') own.set(name, value);
    }
  }
  const names = classesOf(code).filter((name) => !/^(?:hljs|no-?highlight)$/.test(name));
  const language = names.map((name) => name.replace(/^lang(?:uage)?-/, '')).join(' ');
  const classes = classesOf(node).filter((name) => name !== 'stretch');
  const all = [...classes, ...(own.get('class') ?? '').split(' ')].filter(Boolean).join(' ');
  if (all === '') own.delete('class');
  else own.set('class', all);
  if (language === 'mermaid') own.clear();
  replaceByBlock(node, fence(writeInfo(language, own), textOfHtml(content)), deck);
}

/** What reveal.js shows of code: tags as they are written, unless it has `data-noescape`. */
function contentOfCode(code: SlideNode, deck: DeckTranslation): string {
  const written = contentOf(code, deck);
  const content = withoutTemplate(written);
  if (content !== written || !tag.test(content)) return content;
  if (attributeOf(code, 'data-noescape') === undefined) return asText(content, '<');
  const lines = content.replace(/<br\b[^<>]*>/gi, '\n');
  const [first] = tag.exec(lines) ?? [];
  if (first !== undefined) {
    const at = code.start + deck.author.text.slice(code.start).indexOf(first);
    const message = `code has no elements: of "${first}", only the text is shown`;
    deck.unmapped(message, at, at + first.length);
  }
  return lines;
}

const tag = /<\/?[a-z][^<>]*>/i;

/** Text in a template is text as it is. */
function withoutTemplate(content: string): string {
  const [, text] =
    /^\s*<script[^>]*>([\s\S]*?)(?:<\/script>|__SCRIPT_END__)\s*$/i.exec(content) ?? [];
  return text === undefined ? content : asText(text, '<&');
}

function asText(content: string, signs: '<' | '<&'): string {
  const text = signs === '<' ? content : content.replaceAll('&', '&amp;');
  return text.replaceAll('<', '&lt;');
}
