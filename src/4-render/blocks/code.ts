import { widthOf } from '../../2-parse/room/text-width.ts';
import { codeKey } from '../../3-resolve/code/code-key.ts';
import { languageModule } from '../../3-resolve/code/languages.ts';
import { attributes, escapeHtml, type Html, html, rawHtml } from '../../base/html.ts';
import type { Code } from '../../model/blocks.ts';
import { blockAttributes } from '../attributes.ts';
import type { SlideContext } from '../context.ts';
import { type CodeRoom, mostColumns } from '../room/code-size.ts';
import { Gutter, splitLines, writeLines } from './code-lines.ts';
import { describeStep } from './describe-step.ts';

/** Renders highlighted code in a font size at which it fits, and line by line if it has steps or numbers. */
export function renderCode(code: Code, context: SlideContext): Html {
  const isStepped = code.steps.length > 0 && !context.steps.isStill;
  if (isStepped) context.features.add('code-steps');
  const colored = context.resources.highlighted.get(codeKey(code));
  const text = colored ?? escapeHtml(code.text);
  const gutter = gutterOf(code);
  const columns = longestLine(code) + gutter.width;
  const hangs = code.wraps || columns > mostColumns(context.room.width);
  const isDivided =
    isStepped || hangs || code.changes.size > 0 || !gutter.isEmpty || context.autoAnimates;
  const lines = isDivided
    ? writeLines(splitLines(text), code, gutter, hangs)
    : rawHtml(text && `${text}\n`);
  const own = blockAttributes(code.attributes, context, ['code'], {
    'data-steps': isStepped && code.steps.map(writeStep).join('|'),
    'data-starts': isStepped && startOf(code, context),
    style: writeStyle(code, columns, gutter, hangs, context.code),
  });
  const classes = [
    ...(colored === undefined ? [] : ['hljs']),
    ...(code.language === '' ? [] : [`language-${code.language}`]),
  ].join(' ');
  const title = code.title !== undefined && html`<figcaption>${code.title}</figcaption>`;
  // The first state is shown when the slide is entered.
  const marks = (isStepped ? code.steps.slice(1) : []).map((step, i) => {
    const own = attributes({
      'data-fragment-index': stepIndex(code, i, context),
      'data-says': describeStep(step, code, context.lang),
    });
    return html`<span class="fragment code-step"${own}></span>`;
  });
  const open = classes === '' ? html`<code>` : html`<code class="${classes}">`;
  return html`<figure${own}>${title}<pre>${open}${lines}</code></pre>${marks}</figure>`;
}

/** What a screen reader says of the first lines that are highlighted. */
function startOf(code: Code, { lang }: SlideContext): string | undefined {
  const [start = 'all'] = code.steps;
  return start === 'all' ? undefined : describeStep(start, code, lang);
}

/** The number of a step of the lines: after that of the block itself, if it is a step. */
function stepIndex({ attributes }: Code, step: number, { steps }: SlideContext): number {
  const next = steps.next();
  const asked = attributes.values.get('index');
  if (asked === undefined) return next;
  return Number(asked) + step + (attributes.classes.includes('fragment') ? 1 : 0);
}

function gutterOf({ text, firstNumber, changes, language }: Code): Gutter {
  const last = (firstNumber ?? 1) + text.split('\n').length - 1;
  const digits = firstNumber === undefined ? 0 : String(last).length;
  // In a diff, the signs are part of the text.
  return new Gutter(digits, changes.size > 0 && languageModule(language) !== 'diff');
}

function longestLine({ text }: Code): number {
  return text.split('\n').reduce((most, line) => Math.max(most, widthOf(line)), 1);
}

/** The values from which the styles compute the font size; see `themes/base/code.css`. */
function writeStyle(
  code: Code,
  columns: number,
  { width, digits }: Gutter,
  hangs: boolean,
  room: CodeRoom,
): string {
  return [
    ...(code.wraps ? [] : [`--columns:${columns}`]),
    `--fit:${room.size}rem`,
    ...(hangs ? [`--hang:${width + 2}ch`] : []),
    ...(digits > 0 ? [`--digits:${digits}ch`] : []),
  ].join(';');
}

function writeStep(step: readonly number[] | 'all'): string {
  return step === 'all' ? step : step.join(',');
}
