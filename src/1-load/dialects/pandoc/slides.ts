import type { Part } from './scan.ts';

type Heading = Extract<Part, { kind: 'heading' }>;

/** Where a slide begins. */
export interface SlideStart {
  /** The rule that begins it; an empty stretch before its heading or its text if there is none. */
  readonly start: number;
  readonly end: number;
  /** Its heading, if that begins it. */
  readonly heading?: Heading;
  /** Below the slide before it, not next to it. */
  readonly isBelow: boolean;
  /** Whether it has only the heading of a part. */
  readonly isPart: boolean;
  /** Whether it shows nothing. */
  readonly isBlank: boolean;
}

/**
 * The level of the headings that begin slides: the highest one that has content directly below it somewhere. Lower
 * ones are in slides, higher ones begin parts.
 */
export function slideLevelOf(parts: readonly Part[]): number {
  const shown = parts.filter((part) => part.depth === 0 && isContent(part));
  const levels = shown.flatMap((part, index) => {
    const next = shown[index + 1];
    return part.kind === 'heading' && next && next.kind !== 'heading' ? [part.level] : [];
  });
  return Math.min(6, ...levels);
}

/**
 * Finds the slides of a deck. As in Pandoc, a comment or a style sheet above the first heading is a slide that shows
 * nothing, and so is a rule above the heading of a part.
 *
 * @param hasStacks whether the slides of a part are below its first one
 */
export function findSlides(
  parts: readonly Part[],
  slideLevel: number,
  hasStacks: boolean,
): readonly SlideStart[] {
  const slides: Omit<SlideStart, 'isBlank'>[] = [];
  const content = parts.filter(isContent);
  const after = seenAfterEach(content);
  let isInPart = false;
  for (const [index, part] of content.entries()) {
    const before = content[index - 1];
    const isFirst = index === 0;
    if (part.kind === 'heading' && part.depth === 0 && part.level <= slideLevel) {
      const isPart = part.level < slideLevel;
      const rule = !isPart && before?.kind === 'rule' && before.depth === 0 ? before : undefined;
      if (rule) slides.pop();
      slides.push({
        start: rule?.start ?? part.start,
        end: rule?.end ?? part.start,
        heading: part,
        isBelow: hasStacks && isInPart && !isPart,
        isPart: isPart && isAlone(after[index], slideLevel),
      });
      isInPart ||= isPart;
    } else if (part.kind === 'rule' && part.depth === 0) {
      slides.push({
        start: part.start,
        end: part.end,
        isBelow: hasStacks && isInPart,
        isPart: false,
      });
    } else if (isFirst)
      slides.push({ start: part.start, end: part.start, isBelow: false, isPart: false });
  }
  return withBlanks(slides, content);
}

/** Finds out which slides show nothing. */
function withBlanks(
  slides: readonly Omit<SlideStart, 'isBlank'>[],
  content: readonly Part[],
): readonly SlideStart[] {
  const seen = content.filter(isSeen);
  let index = 0;
  return slides.map((slide, i) => {
    while ((seen[index]?.start ?? Number.POSITIVE_INFINITY) < slide.end) index++;
    const next = slides[i + 1]?.start ?? Number.POSITIVE_INFINITY;
    const shows = (seen[index]?.start ?? next) < next;
    return { ...slide, isBlank: !slide.heading && !shows };
  });
}

/** Where the content of the slide at an offset ends. */
export function contentEnd(
  parts: readonly Part[],
  slides: readonly SlideStart[],
  at: number,
): number {
  const next = slides.find(({ start }) => start > at)?.start ?? Number.POSITIVE_INFINITY;
  const own = parts.filter(({ kind, start }) => kind !== 'blank' && start < next);
  return own.at(-1)?.end ?? at;
}

/** Whether nothing is below the heading of a part before the next slide. */
function isAlone(next: Part | undefined, slideLevel: number): boolean {
  if (!next || next.kind === 'rule') return true;
  return next.kind === 'heading' && next.level <= slideLevel;
}

/** For each part, the next one that slides show. */
function seenAfterEach(content: readonly Part[]): readonly (Part | undefined)[] {
  let next: Part | undefined;
  return content
    .toReversed()
    .map((part) => {
      const after = next;
      if (isSeen(part)) next = part;
      return after;
    })
    .toReversed();
}

/** Whether slides show something of it. */
function isSeen(part: Part): boolean {
  if (part.kind === 'fence') return !part.isStyle;
  return isContent(part) && part.kind !== 'comment' && part.kind !== 'style';
}

function isContent({ kind }: Part): boolean {
  return kind !== 'blank' && kind !== 'metadata';
}
