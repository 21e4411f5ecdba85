import type { Report } from '../../base/diagnostics/report.ts';
import { didYouMean } from '../../base/diagnostics/suggest.ts';
import { isSlideKey, slideKeys } from '../../base/yaml/keys.ts';
import type { Place } from '../../base/yaml/yaml.ts';

/**
 * The YAML of a comment that is a slide's head, such as `<!-- layout: quote -->`: its first key is
 * one of a head's. Any other comment is only a comment.
 *
 * @returns offsets into the comment
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

/** Warns of a comment that reads like a slide's head and, where it stands, is none. */
export function reportSettingsInComment(comment: string, place: Place, report: Report): void {
  const head = settingsInComment(comment);
  if (!head) return;
  const key = firstKey(comment.slice(head.start)) ?? '';
  const message = `this "${key}" has no effect: a slide's head is the first thing on it, in one piece`;
  const hint = 'put it right under the break, or write the comment without the colon';
  report.add('comment-head', place(head.start, key.length), message, hint);
}

/** Warns of a comment at a slide's beginning whose key is nearly one of a head's. */
export function reportNearSettings(comment: string, place: Place, report: Report): void {
  const at = comment.search(/[^\s<!-]/);
  const key = firstKey(comment.slice(Math.max(0, at)));
  const near = key === undefined ? undefined : didYouMean(key, slideKeys);
  if (key === undefined || near === undefined || isSlideKey(key)) return;
  const message = `this comment is not a slide's head: there is no key "${key}"`;
  report.add('comment-head', place(at, key.length), message, `did you mean "${near}"?`);
}
