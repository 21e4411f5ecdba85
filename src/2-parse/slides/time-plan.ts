import type { Report } from '../../base/diagnostics/report.ts';
import type { Slide } from '../../model/deck.ts';
import type { FrontMatter } from '../../model/front-matter.ts';
import { extendSlide } from './late-slide.ts';

/**
 * Plans the seconds of each slide. A slide's `time` is its own; on a `section` slide, it is the time of the
 * whole part. Slides without a `time` share the rest of their part, or of the deck, evenly; if neither has a
 * time, they have no plan. Inconsistent times are reported.
 */
export function planTime(
  stacks: readonly (readonly Slide[])[],
  { time }: FrontMatter,
  report: Report,
): readonly (readonly Slide[])[] {
  const slides = stacks.flat();
  const plan = new Map<Slide, number>();
  for (const part of divideIntoParts(slides)) planPart(part, plan, report);
  if (time) {
    share({ slides, seconds: time.value, span: time.span, of: 'the deck' }, plan, report);
  }
  return stacks.map((stack) =>
    stack.map((slide) => {
      const seconds = plan.get(slide);
      return seconds === undefined ? slide : extendSlide(slide, { seconds });
    }),
  );
}

/** Each part begins with its section slide, except the slides before the first one. */
function divideIntoParts(slides: readonly Slide[]): readonly (readonly Slide[])[] {
  const parts: Slide[][] = [];
  for (const slide of slides) {
    if (slide.layout === 'section' || parts.length === 0) parts.push([]);
    parts.at(-1)?.push(slide);
  }
  return parts;
}

function planPart(part: readonly Slide[], plan: Map<Slide, number>, report: Report): void {
  for (const slide of part) {
    if (slide.time && slide.layout !== 'section') plan.set(slide, slide.time.value);
  }
  const [first] = part;
  if (first?.layout !== 'section' || !first.time) return;
  const { value: seconds, span } = first.time;
  share({ slides: part, seconds, span, of: 'this part' }, plan, report);
}

interface Budget {
  readonly slides: readonly Slide[];
  readonly seconds: number;
  readonly span: NonNullable<Slide['time']>['span'];
  /** The subject of the time, for messages. */
  readonly of: string;
}

/** Divides the remaining time among the slides without a plan. */
function share(budget: Budget, plan: Map<Slide, number>, report: Report): void {
  const { slides, seconds, span, of } = budget;
  const planned = slides.reduce((sum, slide) => sum + (plan.get(slide) ?? 0), 0);
  const free = slides.filter((slide) => !plan.has(slide));
  const rest = seconds - planned;
  const mismatch = mismatchOf(rest, free);
  if (mismatch) {
    const hint = `they add up to ${formatDuration(planned)}`;
    report.add(
      'time-plan',
      span,
      `the slides of ${of} ${mismatch} its ${formatDuration(seconds)}`,
      hint,
    );
  }
  const part = (count: number): number => Math.round((Math.max(0, rest) * count) / free.length);
  for (const [index, slide] of free.entries()) plan.set(slide, part(index + 1) - part(index));
}

/** @param rest the seconds for those without a plan */
function mismatchOf(rest: number, free: readonly Slide[]): string | undefined {
  if (rest < 0) return `take ${formatDuration(-rest)} more than`;
  if (free.length === 0 && rest > 0) return `take ${formatDuration(rest)} less than`;
  // A slide that only names a part may take no time.
  const needy = free.filter(({ layout }) => layout !== 'section');
  return needy.length > 0 && rest === 0
    ? 'without a time of their own are left nothing of'
    : undefined;
}

/** `1h 30m`, `90s` as `1m 30s`. */
function formatDuration(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.flatMap((number, index) => (number > 0 ? `${number}${'hms'[index]}` : [])).join(' ');
}
