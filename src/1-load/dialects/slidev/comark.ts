import { findUtility } from '../shared/utilities/rules.ts';
import { reportUnmapped } from './deck.ts';
import { placeClick, readClick } from './elements/click.ts';
import type { SlideText } from './elements/slide-text.ts';

const list = /(?<=[^\s{])( ?)\{((?=[^{}\n]*[.#="]|v-)[^{}\n]+)\}/g;
const part = /#([\w-]+)|((?:\.[^\s.="{}]+)+)|([\w:@-]+)(?:=(?:"([^"]*)"|(\S+)))?/g;

/** Shows what is in blocks of Comark, `::note` … `::`, without the component. */
export function openBlocks(start: number, end: number, slide: SlideText): void {
  const { deck, edits } = slide;
  const lines = slide
    .text(start, end)
    .matchAll(/^:{2,}(?:[A-Za-z][\w-]*(?:\{[^}\n]*\})?)?[ \t]*$/gm);
  for (const { 0: line, index } of lines) {
    const at = start + index;
    if (/[A-Za-z]/.test(line)) {
      const message =
        'components in the syntax of Comark are left out: only their content is shown';
      reportUnmapped(deck, at, line.length, message);
    }
    edits.replace(at, at + line.length, '');
  }
}

/** Translates the attribute lists of Comark: `text{.a.b}`, `![](x.png){.w-20 v-click}`. */
export function translateAttributeLists(start: number, end: number, slide: SlideText): void {
  for (const { 0: whole, 1: space = '', 2: text = '', index } of slide
    .text(start, end)
    .matchAll(list)) {
    const at = start + index + space.length;
    const before = slide.text(start, at);
    const component = /(?<![\w:]):[A-Za-z][\w-]*(?:\[[^\]]*\])?$/.exec(before);
    if (component) {
      const message = 'components in the syntax of Comark are left out';
      reportUnmapped(slide.deck, at - component[0].length, component[0].length, message);
      slide.edits.remove(at - component[0].length, start + index + whole.length);
    } else translateList(at, start + index + whole.length, text, slide);
  }
}

function translateList(start: number, end: number, text: string, slide: SlideText): void {
  const { deck, edits } = slide;
  const out: string[] = [];
  const styles: string[] = [];
  const addClass = (name: string): void => {
    if (/^[\w-]+$/.test(name)) {
      out.push(`.${name}`);
      deck.utilities.use([name]);
    } else styles.push(findUtility(name, deck.isDark)?.css ?? '');
  };
  let isStep = false;
  for (const [, id, classes, key, quoted, bare] of text.matchAll(part)) {
    const value = quoted ?? bare ?? '';
    if (id !== undefined) out.push(`#${id}`);
    else if (classes !== undefined) classes.split('.').filter(Boolean).forEach(addClass);
    else if (key === 'class') value.split(/\s+/).filter(Boolean).forEach(addClass);
    else if (key === 'style') styles.push(value);
    else if (key !== undefined && /^v-(?:click|after|mark)/.test(key)) {
      const click = readClick(key, value);
      if (click) {
        isStep = true;
        placeClick(click, slide.steps, {
          write: (names, index) => {
            const number = index === undefined ? [] : [`index=${index}`];
            finish([...names.map((name) => `.${name}`), ...number]);
          },
          wrap: () => undefined,
        });
      }
    } else if (key !== undefined && /^(?:width|height)$/.test(key)) out.push(`${key}=${value}`);
    else if (key !== undefined && deck.utilities.isUtility(key)) addClass(key);
  }
  function finish(more: readonly string[]): void {
    const style = styles.filter(Boolean).join(';');
    const all = [...out, ...more, ...(style === '' ? [] : [`style="${style}"`])];
    slide.later(() => edits.replace(start, end, all.length === 0 ? '' : `{${all.join(' ')}}`));
  }
  if (!isStep) finish([]);
}
