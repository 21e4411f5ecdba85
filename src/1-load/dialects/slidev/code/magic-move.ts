import type { Fence } from '../../shared/regions.ts';
import type { SlideText } from '../elements/slide-text.ts';
import { nextClick, readPlainAt } from '../steps.ts';
import { rangeOf, readInfo, type SlidevInfo } from './fence-info.ts';

interface MoveStep {
  readonly info: SlidevInfo;
  readonly code: string;
  /** The count of its states. */
  readonly size: number;
}

/** Shows the blocks of `magic-move` one after the other, at the same place. */
export function translateMagicMove(fence: Fence, info: SlidevInfo, slide: SlideText): void {
  const steps = stepsIn(slide.text(fence.inner.start, fence.inner.end));
  if (steps.length === 0) return;
  const total = steps.reduce((sum, { size }) => sum + size, 0);
  const at = readPlainAt(info.options.get('at'), nextClick) ?? nextClick;
  const start = total > 1 ? slide.steps.take(at, total - 1) : 1;
  const texts: string[] = [];
  let shown = 0;
  for (const [i, step] of steps.entries()) {
    const go = i === steps.length - 1 ? undefined : start + shown + step.size - 1;
    texts.push(
      stepText(step, info, { come: shown === 0 ? undefined : start + shown - 1, go, start, shown }),
    );
    shown += step.size;
  }
  if (total > 1) slide.steps.occupy(start, total - 1);
  const text = `<div style="display:grid">\n\n${texts.join('\n\n')}\n\n</div>\n`;
  slide.later(() => slide.edits.replace(fence.start, fence.end, text));
}

interface Place {
  readonly come: number | undefined;
  readonly go: number | undefined;
  readonly start: number;
  readonly shown: number;
}

function stepText(
  { info, code }: MoveStep,
  whole: SlidevInfo,
  { come, go, start, shown }: Place,
): string {
  const first = Number(info.options.get('startLine') ?? 1) || 1;
  const count = code.split('\n').length;
  const ranges = info.ranges
    .map((range) => rangeOf(range, first, count))
    .filter((range) => range !== 'hide');
  const title = info.title || whole.title;
  const parts = [
    info.language || 'text',
    ...(ranges.length > 0 && ranges.join() !== 'all' ? [`{${ranges.join('|')}}`] : []),
    ...(title === '' ? [] : [`title="${title}"`]),
    ...(ranges.length > 1 ? [`{index=${start + shown}}`] : []),
  ];
  // Each covers those below it, also where all of them are shown.
  const style = ' style="grid-area:1/1;display:grid"';
  const outer = go === undefined ? '' : ` class="fragment fade-out" data-fragment-index="${go}"`;
  const inner = come === undefined ? '' : ` class="fragment" data-fragment-index="${come}"`;
  return `<div${style}${outer}><div style="display:grid"${inner}>\n\n\`\`\`${parts.join(' ')}\n${code}\n\`\`\`\n\n</div></div>`;
}

function stepsIn(text: string): readonly MoveStep[] {
  const fences = text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```[ \t]*$/gm);
  return [...fences].map(([, line = '', code = '']) => {
    const info = readInfo(line.trim());
    return { info, code: code.trimEnd(), size: Math.max(1, info.ranges.length) };
  });
}
