import type { Tag } from '../../shared/regions.ts';
import { nextClick, readPlainAt } from '../steps.ts';
import type { SlideText } from './slide-text.ts';
import { slotName } from './slot-name.ts';

interface Case {
  readonly open: Tag;
  readonly close: Tag;
  /** The clicks with which it comes and goes, from the start of the switch. */
  readonly from: number;
  readonly to: number | undefined;
}

/** Shows one of the templates in `<v-switch>` at a time, all at the same place. */
export function translateSwitch(
  tag: Tag,
  values: ReadonlyMap<string, string | undefined>,
  slide: SlideText,
): void {
  const end = slide.endTagOf(tag);
  const cases = casesIn(tag, end, slide);
  if (!end || cases.length === 0) {
    slide.replaceElement(tag, '');
    return;
  }
  const last = Math.max(...cases.map(({ from, to }) => to ?? from + 1));
  const at = readPlainAt(values.get('at'), nextClick) ?? nextClick;
  const start = slide.steps.take(at, last - 1);
  slide.edits.replace(tag.start, tag.end, '<div style="display:grid">');
  slide.open.push({
    name: 'v-switch',
    close: (close) => slide.edits.replace(close.start, close.end, '</div>'),
  });
  for (const entry of cases) writeCase(entry, start, slide);
}

function writeCase({ open, close, from, to }: Case, start: number, slide: SlideText): void {
  const indexes: { come?: number; go?: number } = {};
  if (to !== undefined)
    slide.steps.place(start + to - 1, (index) => Object.assign(indexes, { go: index }));
  if (from > 0)
    slide.steps.place(start + from - 1, (index) => Object.assign(indexes, { come: index }));
  slide.later(() => {
    const number = (index: number | undefined): string =>
      index === undefined ? '' : ` data-fragment-index="${index}"`;
    const outer =
      to === undefined
        ? '<div style="grid-area:1/1">'
        : `<div style="grid-area:1/1" class="fragment fade-out"${number(indexes.go)}>`;
    const inner = from > 0 ? `<div class="fragment"${number(indexes.come)}>` : '<div>';
    slide.edits.replace(open.start, open.end, outer + inner);
    slide.edits.replace(close.start, close.end, '</div></div>');
  });
  slide.skip(open.start, open.end);
  slide.skip(close.start, close.end);
}

function casesIn(tag: Tag, end: Tag | undefined, slide: SlideText): readonly Case[] {
  const found = slide.regions.tags.flatMap((open) => {
    if (open.isEnd || open.start < tag.end || open.start >= (end?.start ?? 0)) return [];
    const [from, to] = (slotName(open) ?? '').split('-').map(Number);
    const close = slide.endTagOf(open);
    if (slotName(open) === undefined || from === undefined || !Number.isFinite(from) || !close)
      return [];
    return [{ open, close, from, to }];
  });
  const ordered = found.toSorted((a, b) => a.from - b.from);
  return ordered.map((entry, i) => ({ ...entry, to: entry.to ?? ordered[i + 1]?.from }));
}
