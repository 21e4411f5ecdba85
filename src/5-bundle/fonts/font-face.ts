import type { AtRule } from 'postcss';
import type { Span } from '../../model/source.ts';
import { findUrls } from '../styles/css-urls.ts';
import { readSettings } from './file/font-features.ts';

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
  /** Features, by their tags, that it always has or goes without. */
  readonly features?: Readonly<Record<string, boolean>>;
  /** `-lectern-for`: elements and classes that alone are set in this face, as in `h1 em`. */
  readonly elements?: readonly string[];
  /** It stands behind fonts that the deck names, for characters that these lack. */
  readonly isBehind?: boolean;
  /** `unicode-range`, as written. */
  readonly range?: string;
}

/**
 * Reads a `@font-face` rule whose font is a file; `undefined` where it brings its font along or uses
 * one of the system's. Some descriptors say how the font is cut down:
 *
 *     font-variation-settings: "opsz" 32;    fixes axes of a variable font
 *     font-feature-settings: "calt" 0;       goes without these features
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
    .map((name) => name.trim().replace(/\s+/g, ' '));
  const range = values.get('unicode-range');
  const features = readSettings(values.get('font-feature-settings') ?? '');
  const turnsOn = [...features.values()].includes(true);
  return {
    source,
    from,
    span: place(source),
    descriptors: [...values].filter(
      ([name]) => !taken.has(name) && (turnsOn || name !== 'font-feature-settings'),
    ),
    axes: readAxes(values.get('font-variation-settings') ?? ''),
    ...(features.size > 0 && { features: Object.fromEntries(features) }),
    ...(elements && { elements }),
    ...(range !== undefined && { range }),
  };
}

const taken = new Set(['src', 'font-variation-settings', '-lectern-for']);

function readAxes(settings: string): Readonly<Record<string, number>> {
  const pairs = settings.matchAll(/["'](.{4})["']\s+(-?[\d.]+)/g);
  return Object.fromEntries([...pairs].map(([, tag = '', value]) => [tag, Number(value)]));
}

/** Whether a face is for formulas. */
export function isMathFace({ elements }: FontFace): boolean {
  return elements?.includes('math') ?? false;
}

/** A descriptor's value; empty where the rule has none. */
export function descriptor({ descriptors }: FontFace, name: string): string {
  return descriptors.find(([own]) => own === name)?.[1].trim() ?? '';
}
