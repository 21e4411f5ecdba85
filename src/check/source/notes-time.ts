import type { Located } from '../../model/source.ts';
import type { SourceContext, SourceRule } from './rule.ts';
import type { Part } from './tree/parts.ts';
import { passagesIn } from './tree/passages.ts';
import { formatSeconds, secondsToSay } from './words/count.ts';

/** Notes that take longer to say than planned: those of a slide, a part or the talk. */
export const notesTime: SourceRule = (context) => {
  const { parts, deck, slides } = context;
  const notes = new Map(
    parts.flatMap((part) =>
      part.of === 'notes' && part.slide
        ? [[part.slide.number, secondsToSay(textOfNotes(part, deck.frontMatter.lang))] as const]
        : [],
    ),
  );
  let ofPart: { readonly time: Located<number>; seconds: number } | undefined;
  for (const { number, slide } of slides) {
    const own = notes.get(number) ?? 0;
    if (slide.layout === 'section') {
      if (ofPart) compare('the notes of this part', ofPart.seconds, ofPart.time, context);
      ofPart = slide.time && { time: slide.time, seconds: 0 };
    } else if (slide.time) compare('these notes', own, slide.time, context);
    if (ofPart) ofPart.seconds += own;
  }
  if (ofPart) compare('the notes of this part', ofPart.seconds, ofPart.time, context);
  const { time } = deck.frontMatter;
  const all = [...notes.values()].reduce((sum, seconds) => sum + seconds, 0);
  if (time) compare('the notes of this talk', all, time, context);
};

function textOfNotes({ root }: Part, lang: string): string {
  return passagesIn(root, lang)
    .map(({ text }) => text)
    .join('\n');
}

/** Speakers differ: a tenth more than planned is still in time. */
function compare(
  what: string,
  seconds: number,
  { value: planned, span }: Located<number>,
  { add }: SourceContext,
): void {
  if (seconds <= planned * 1.1) return;
  const message = `${what} take about ${formatSeconds(seconds)} to say, and ${formatSeconds(planned)} are planned`;
  const hint = 'shorten them, or plan more time; 140 words take a minute';
  add({ rule: 'notes-time', span, message, hint });
}
