import type { Report } from '../../../base/diagnostics/report.ts';
import { spanAt } from '../../../base/span.ts';
import type { TextFile } from '../../../model/source.ts';

/** Marp's transitions by the one of ours that is most like them. */
const like: Readonly<Record<string, readonly string[]>> = {
  none: ['none'],
  fade: ['fade', 'fade-out', 'dissolve', 'glow', 'coverflow', 'in-out', 'melt'],
  slide: [
    ...['slide', 'push', 'cover', 'reveal', 'pull', 'wipe', 'swipe', 'swap', 'swoosh', 'swoop'],
    ...['drop', 'fall', 'slide-up', 'wiper', 'clockwise', 'counterclockwise', 'diamond', 'swirl'],
  ],
  convex: ['cube', 'pivot', 'rotate', 'flip', 'cylinder'],
  zoom: ['zoom', 'explode', 'implode', 'iris-in', 'iris-out', 'star'],
};

/** The transition for the directive `transition`, which may have a duration after the name. */
export function transitionOf(value: string | undefined): {
  readonly name: string;
  /** Whether it is that of Marp with the same name, or one that is like it. */
  readonly isSame: boolean;
} {
  const [wanted = 'none'] = (value ?? 'none').split(/\s+/);
  const name = Object.keys(like).find((key) => like[key]?.includes(wanted));
  return { name: name ?? 'fade', isSame: name === wanted };
}

/** Reports a transition that is replaced by a similar one, once for each name. */
export function reportTransition(
  value: string | undefined,
  author: TextFile,
  report: Report,
): void {
  const { name, isSame } = transitionOf(value);
  if (isSame || value === undefined || value === '') return;
  const [wanted] = value.split(/\s+/);
  const at = Math.max(0, author.text.indexOf(value));
  const message = `the transition "${wanted}" of Marp is shown as "${name}"`;
  report.add('dialect-unmapped', spanAt(author, at, value.length), message);
}
