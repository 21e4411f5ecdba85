import { parseDocument } from 'htmlparser2';
import { wordsIn } from '../../base/words/words.ts';
import type { Page, PageSlide } from '../../model/page.ts';
import { escapeText, markdown } from './markdown.ts';
import { plain, wrap } from './plain.ts';
import { NotesWriter } from './writer.ts';

export type NotesFormat = 'markdown' | 'plain';

/** How a format writes what surrounds the notes. */
interface Frame {
  readonly writer: NotesWriter;
  title(text: string): string;
  /** About the talk, or about a slide. */
  facts(text: string): string;
  slideTitle(name: string): string;
}

const markdownFrame: Frame = {
  writer: new NotesWriter(markdown),
  title: (text) => `# ${escapeText(text)}`,
  facts: escapeText,
  slideTitle: (name) => `## ${escapeText(name)}`,
};

const plainFrame: Frame = {
  writer: new NotesWriter(plain),
  title: (text) => `${text}\n${'='.repeat([...text].length)}`,
  facts: (text) => wrap(text, 0),
  slideTitle: (name) => `${name}\n${'-'.repeat([...name].length)}`,
};

/**
 * Writes the speaker notes of a talk, slide by slide, with the planned times.
 *
 * @param slides the numbers of the slides to include
 */
export function writeNotes(page: Page, format: NotesFormat, slides: readonly number[]): string {
  const frame = format === 'markdown' ? markdownFrame : plainFrame;
  const { title, author, date, lang } = page;
  const total = page.slides.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  const facts = [author, date, total > 0 && duration(total)].filter(Boolean).join(' · ');
  const starts = startsOf(page.slides);
  const wanted = page.slides.filter(({ number }) => slides.includes(number));
  const parts = wanted.map((slide) => writeSlide(slide, starts.get(slide), frame, lang));
  const head = [frame.title(title), ...(facts ? [frame.facts(facts)] : [])].join('\n\n');
  return `${[head, ...parts].join('\n\n\n')}\n`;
}

function writeSlide(
  slide: PageSlide,
  start: number | undefined,
  frame: Frame,
  lang: string,
): string {
  const { number, title, seconds = 0, notes } = slide;
  const plan = seconds > 0 && frame.facts(describePlan(seconds, start));
  return [
    frame.slideTitle(nameOf(number, title, lang)),
    plan,
    frame.writer.writeBlocks(parseDocument(notes).children),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** `2. A title`. Without a title, the number alone would be an empty list item in Markdown. */
function nameOf(number: number, title: string, lang: string): string {
  return title === '' ? `${wordsIn(lang).slide} ${number}` : `${number}. ${title}`;
}

/** The start of each slide in seconds, up to the first slide without a planned time. */
function startsOf(slides: readonly PageSlide[]): ReadonlyMap<PageSlide, number> {
  const starts = new Map<PageSlide, number>();
  let time = 0;
  for (const slide of slides) {
    if (slide.seconds === undefined) break;
    starts.set(slide, time);
    time += slide.seconds;
  }
  return starts;
}

/** `1 min 30 s, 2:00–3:30`, without words of a language. */
function describePlan(seconds: number, start: number | undefined): string {
  if (start === undefined) return duration(seconds);
  return `${duration(seconds)}, ${clock(start)}–${clock(start + seconds)}`;
}

function duration(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const units = ['h', 'min', 's'];
  return parts.flatMap((number, i) => (number > 0 ? `${number} ${units[i]}` : [])).join(' ');
}

/** `0:05`, `1:02:30` */
function clock(seconds: number): string {
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const end = `${hours > 0 ? String(minutes).padStart(2, '0') : minutes}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${end}` : end;
}
