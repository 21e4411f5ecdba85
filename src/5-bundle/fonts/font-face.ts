import type { AtRule } from 'postcss';
import { findUrls } from '../../base/css/css-urls.ts';
import type { Span } from '../../model/source.ts';
import { readSettings } from './file/font-features.ts';

/** A `@font-face` rule of a style sheet whose file has not been located yet. */
export interface FontFace {
  /** As written: `npm:<package>/<path>`, or a path from the style sheet's folder. */
  readonly source: string;
  /** The real path of the style sheet. */
  readonly from: string;
  readonly span: Span;
  /** The descriptors that stay in the rule, in source order. */
  readonly descriptors: readonly (readonly [name: string, value: string])[];
  /** Axes to fix, by their tags. */
  readonly axes: Readonly<Record<string, number>>;
  /** Features by tag: whether each is always on or removed. */
  readonly features?: Readonly<Record<string, boolean>>;
  /** `-lectern-for`: the only elements and classes that use this face, as in `h1 em`. */
  readonly elements?: readonly string[];
  /** A fallback for characters that the deck's own fonts do not have. */
  readonly isFallback?: boolean;
  /** `unicode-range`, as written. */
  readonly range?: string;
}

/**
 * Reads a `@font-face` rule whose font is a file; `undefined` if the font is inline or a system font. Some
 * descriptors control the subset:
 *
 *     font-variation-settings: "opsz" 32;    fixes axes of a variable font
 *     font-feature-settings: "calt" 0;       removes these features
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

/** A descriptor's value; empty if the rule has none. */
export function descriptor({ descriptors }: FontFace, name: string): string {
  return descriptors.find(([own]) => own === name)?.[1].trim() ?? '';
}
