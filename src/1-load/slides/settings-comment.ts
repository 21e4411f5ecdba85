import type { Report } from '../../base/diagnostics/report.ts';
import { correct, didYouMean } from '../../base/diagnostics/suggest.ts';
import { isSlideKey, slideKeys } from '../../base/yaml/keys.ts';
import type { Locate } from '../../base/yaml/yaml.ts';

/**
 * Finds slide settings in a comment such as `<!-- layout: quote -->`. The first key must be a slide
 * setting; any other comment is just a comment.
 *
 * @returns the offsets of the YAML in the comment
 */
export function settingsInComment(raw: string): { start: number; end: number } | undefined {
  const lead = /^ {0,3}<!--\s*/.exec(raw)?.[0];
  const comment = raw.trimEnd();
  if (lead === undefined || comment.indexOf('-->') !== comment.length - 3) return undefined;
  const key = firstKey(comment.slice(lead.length));
  if (key === undefined || !isSlideKey(key)) return undefined;
  return { start: lead.length, end: comment.slice(0, -3).trimEnd().length };
}

function firstKey(yaml: string): string | undefined {
  return /^([A-Za-z]+)[ \t]*:(?:\s|$)/.exec(yaml)?.[1];
}

/** Warns of slide settings in a comment that is not at the start of its slide. */
export function reportSettingsInComment(comment: string, locate: Locate, report: Report): void {
  const settings = settingsInComment(comment);
  if (!settings) return;
  const key = firstKey(comment.slice(settings.start)) ?? '';
  const message = `this "${key}" has no effect: slide settings are one comment at the start of the slide`;
  const hint = 'move it directly below the break, or remove the colon from the comment';
  report.add('comment-settings', locate(settings.start, key.length), message, hint);
}

/** Warns of a comment at the start of a slide whose key is almost a slide setting. */
export function reportNearSettings(comment: string, locate: Locate, report: Report): void {
  const at = comment.search(/[^\s<!-]/);
  const [tight] = /^[A-Za-z]+[ \t]*:(?=[^\s:/])/.exec(comment.slice(Math.max(0, at))) ?? [];
  if (tight !== undefined && isSlideKey(tight.slice(0, -1).trimEnd())) {
    const message = 'this comment is ignored: its colon is not followed by a space';
    const hint = `for a slide setting, write "${tight} …"`;
    const span = locate(at, tight.length);
    const fix = [{ span, was: tight, text: `${tight} ` }];
    report.add('comment-settings', span, message, hint, fix);
    return;
  }
  const key = firstKey(comment.slice(Math.max(0, at)));
  const near = key === undefined ? undefined : didYouMean(key, slideKeys);
  if (key === undefined || near === undefined || isSlideKey(key)) return;
  const message = `this comment is ignored: there is no slide setting "${key}"`;
  const span = locate(at, key.length);
  const fix = correct(key, slideKeys, span);
  report.add('comment-settings', span, message, `did you mean "${near}"?`, fix);
}
