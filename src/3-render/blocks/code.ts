import type { Code } from '../../deck.ts';
import { escapeHtml, type Html, html, rawHtml } from '../../html.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { codeKey } from '../resources.ts';

/** Code in the colours of the theme; with steps, line by line so that some can be brought forward. */
export function renderCode(code: Code, context: SlideContext): Html {
  const isStepped = code.steps.length > 0 && !context.steps.isStill;
  if (isStepped) context.features.add('code-steps');
  const coloured = context.resources.highlighted.get(codeKey(code));
  const text = coloured ?? escapeHtml(code.text);
  const lines = isStepped ? wrapLines(text) : rawHtml(text && `${text}\n`);
  const own = blockAttributes(code.attributes, context, ['code'], {
    'data-steps': isStepped && code.steps.map(writeStep).join('|'),
  });
  const classes = [
    ...(coloured === undefined ? [] : ['hljs']),
    ...(code.language === '' ? [] : [`language-${code.language}`]),
  ].join(' ');
  const title = code.title !== undefined && html`<figcaption>${code.title}</figcaption>`;
  // The first step is how the block is when its slide is entered.
  const marks = (isStepped ? code.steps.slice(1) : []).map(
    () =>
      html`<span class="fragment code-step" data-fragment-index="${context.steps.next()}"></span>`,
  );
  const open = classes === '' ? html`<code>` : html`<code class="${classes}">`;
  return html`<figure${own}>${title}<pre>${open}${lines}</code></pre>${marks}</figure>`;
}

function writeStep(step: readonly number[] | 'all'): string {
  return step === 'all' ? step : step.join(',');
}

/** Puts each line into an element; a colour that goes over several lines begins anew on each. */
function wrapLines(text: string): Html {
  const open: string[] = [];
  const lines = text.split('\n').map((line) => {
    const before = open.join('');
    for (const [tag] of line.matchAll(/<span[^>]*>|<\/span>/g)) {
      if (tag === '</span>') open.pop();
      else open.push(tag);
    }
    return `<span class="line">${before}${line}${'</span>'.repeat(open.length)}\n</span>`;
  });
  return rawHtml(lines.join(''));
}
