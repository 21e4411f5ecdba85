import type { AtRule } from 'postcss';
import type { Span } from '../deck.ts';
import { findUrls } from './css-urls.ts';

/** A font that a style sheet names with `@font-face`, before its file has been looked at. */
export interface FontFace {
  /** As written: `npm:<package>/<path>`, or a path from the style sheet's folder. */
  readonly source: string;
  /** The real path of the style sheet. */
  readonly from: string;
  readonly span: Span;
  /** What stays in the rule, in the order of the style sheet. */
  readonly descriptors: readonly (readonly [name: string, value: string])[];
  /** Axes to fix, by their tags. */
  readonly axes: Readonly<Record<string, number>>;
  /** `-lectern-for`: elements and classes that alone are set in this face. */
  readonly elements?: readonly string[];
  /** `unicode-range`, as written. */
  readonly range?: string;
}

/**
 * Reads a `@font-face` rule whose font is a file; `undefined` where it brings its font along or uses
 * one of the system's. Two descriptors are Lectern's own and do not reach the page:
 *
 *     font-variation-settings: "opsz" 32;    fixes axes of a variable font
 *     -lectern-for: "pre, code";             only for these elements
 */
export function readFontFace(
  rule: AtRule,
  from: string,
  place: (word: string) => Span,
): FontFace | undefined {
  const values = new Map<string, string>();
  rule.walkDecls(
    (declaration) => void values.set(declaration.prop.toLowerCase(), declaration.value),
  );
  const source = findUrls(values.get('src') ?? '')[0]?.target;
  if (source === undefined || /^data:/i.test(source)) return undefined;
  const elements = values
    .get('-lectern-for')
    ?.replace(/["']/g, '')
    .split(',')
    .map((name) => name.trim());
  const range = values.get('unicode-range');
  return {
    source,
    from,
    span: place(source),
    descriptors: [...values].filter(([name]) => !taken.has(name)),
    axes: readAxes(values.get('font-variation-settings') ?? ''),
    ...(elements && { elements }),
    ...(range !== undefined && { range }),
  };
}

const taken = new Set(['src', 'font-variation-settings', '-lectern-for']);

function readAxes(settings: string): Readonly<Record<string, number>> {
  const pairs = settings.matchAll(/["'](.{4})["']\s+(-?[\d.]+)/g);
  return Object.fromEntries([...pairs].map(([, tag = '', value]) => [tag, Number(value)]));
}
