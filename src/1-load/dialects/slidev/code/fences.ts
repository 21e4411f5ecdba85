import type { Fence } from '../../shared/regions.ts';
import { reportUnmapped } from '../deck.ts';
import type { SlideText } from '../elements/slide-text.ts';
import { nextClick, readAt } from '../steps.ts';
import { rangeOf, readInfo, type SlidevInfo } from './fence-info.ts';
import { translateMagicMove } from './magic-move.ts';

/** Translates the line above a code block; what Slidev makes of it while it runs is left out. */
export function translateFence(fence: Fence, slide: SlideText): void {
  const info = readInfo(fence.info);
  if (info.words.includes('magic-move')) {
    translateMagicMove(fence, info, slide);
    return;
  }
  const { language } = info;
  const code = slide.text(fence.inner.start, fence.inner.end);
  if (language === 'mermaid') {
    writeInfo(fence, 'mermaid', slide);
    return;
  }
  if (/^(?:plantuml|puml)$/i.test(language)) {
    const message = 'PlantUML is shown as source code, as a server would draw it';
    reportUnmapped(slide.deck, fence.start, fence.marks.length, message);
    writeInfo(fence, 'text title="PlantUML"', slide);
    return;
  }
  writeCode(info, code, slide, (text) => writeInfo(fence, text, slide));
}

function writeInfo({ start, marks, info, infoStart }: Fence, text: string, slide: SlideText): void {
  if (text === info) return;
  if (info === '') slide.edits.insert(start + marks.length, text);
  else slide.edits.replace(infoStart, infoStart + info.length, text);
}

/** Writes the info of a code block, when the numbers of its steps are known. */
export function writeCode(
  { language, title, ranges, options }: SlidevInfo,
  code: string,
  slide: SlideText,
  write: (info: string) => void,
): void {
  const first = Number(options.get('startLine') ?? 1) || 1;
  const count = code.trimEnd().split('\n').length;
  const states = ranges.map((range) => rangeOf(range, first, count));
  const start = startOf(options.get('at'), states.length, slide);
  // Those before click 1 are never seen, except for the last of them.
  const lines = states.slice(Math.min(Math.max(0, 1 - start), states.length - 1));
  const hasNumbers = options.get('lines') ?? String(slide.deck.head.isTrue('lineNumbers'));
  const parts = [language === '' ? 'text' : language];
  const isHidden = lines[0] === 'hide';
  const shown = lines.filter((line) => line !== 'hide');
  if (shown.length > 0 && !(shown.length === 1 && shown[0] === 'all')) {
    parts.push(`{${shown.join('|')}}`);
  }
  if (title !== '') parts.push(`title="${title.replace(/"/g, '')}"`);
  if (hasNumbers === 'true' || options.has('startLine')) {
    parts.push(first === 1 ? '{numbers}' : `{numbers=${first}}`);
  }
  const info = parts.join(' ');
  if (lines.length < 2) {
    write(info);
    return;
  }
  slide.steps.place(
    Math.max(1, start),
    (index) => {
      const list = [
        ...(isHidden ? ['.fragment'] : []),
        ...(index === undefined ? [] : [`index=${index}`]),
      ];
      slide.later(() => write(list.length === 0 ? info : `${info} {${list.join(' ')}}`));
    },
    lines.length - 1,
  );
}

/** The click at which the second state of a block is shown. */
function startOf(at: string | undefined, states: number, { steps }: SlideText): number {
  if (states < 2) return 1;
  return steps.take(readAt(at && quoted(at), nextClick) ?? nextClick, states - 1);
}

/** Options are read as literals; a sign shows that it was a text. */
function quoted(at: string): string {
  return /^['"]/.test(at) || !/^[+-]/.test(at) ? at : `'${at}'`;
}
