import type { Container } from 'postcss';
import {
  composite,
  mixTranslucent,
  parseTranslucent,
  type Translucent,
} from '../../base/color/color.ts';
import { matchSlide, type SlideElement, splitList } from './selector.ts';

/** A rule that sets tokens. */
interface TokenRule {
  readonly selector: string;
  /** The position of its cascade layer; rules outside of layers come last. */
  readonly layer: number;
  readonly tokens: readonly (readonly [name: string, value: string])[];
}

/** The rules of a page that set tokens outside of media queries, in source order. */
export type TokenRules = readonly TokenRule[];

export async function readTokenRules(css: string): Promise<TokenRules> {
  const { parse } = (await import('postcss')).default;
  const rules: TokenRule[] = [];
  const layers: string[] = [];
  const collect = (container: Container, layer: string | undefined): void => {
    container.each((node) => {
      if (node.type === 'atrule' && node.name === 'layer') {
        for (const name of node.params.split(','))
          if (!layers.includes(name.trim())) layers.push(name.trim());
        if (node.nodes) collect(node, node.params.trim());
      }
      if (node.type !== 'rule') return;
      const tokens = (node.nodes ?? []).flatMap((each) =>
        each.type === 'decl' && each.prop.startsWith('--')
          ? [[each.prop, each.value] as const]
          : [],
      );
      const position = layer === undefined ? Number.POSITIVE_INFINITY : layers.indexOf(layer);
      if (tokens.length > 0) rules.push({ selector: node.selector, layer: position, tokens });
    });
  };
  collect(parse(css), undefined);
  return rules;
}

type Tokens = ReadonlyMap<string, string>;

/** The tokens of a slide, and those that it inherits. */
export interface SlideTokens {
  readonly own: Tokens;
  readonly root: Tokens;
}

export function tokensOf(rules: TokenRules, slide: SlideElement): SlideTokens {
  const weightOfRoot = (selector: string) => (/^(?::root|html)$/.test(selector) ? 100 : undefined);
  return {
    root: cascade(rules, weightOfRoot),
    own: cascade(rules, (selector) => matchSlide(selector, slide)),
  };
}

function cascade(rules: TokenRules, match: (selector: string) => number | undefined): Tokens {
  const matching = rules.flatMap((rule) => {
    const weights = splitList(rule.selector).flatMap((selector) => match(selector) ?? []);
    return weights.length > 0 ? [{ ...rule, weight: Math.max(...weights) }] : [];
  });
  const ordered = matching.toSorted((a, b) =>
    a.layer === b.layer ? a.weight - b.weight : a.layer - b.layer,
  );
  return new Map(ordered.flatMap(({ tokens }) => tokens));
}

/** Tokens may refer to other tokens; the limit breaks cycles. */
const maxDepth = 16;

/** The value of a color on a slide; `undefined` if only a browser can compute it. */
export function resolveOn(
  { own, root }: SlideTokens,
  css: string,
  depth = 0,
): Translucent | undefined {
  const value = css.trim();
  const next = (text: string, tokens: SlideTokens = { own, root }) =>
    resolveOn(tokens, text, depth + 1);
  if (depth > maxDepth) return undefined;
  const [, name, fallback] = /^var\(\s*(--[\w-]+)\s*(?:,([\s\S]*))?\)$/.exec(value) ?? [];
  if (name !== undefined) {
    const declared = own.get(name);
    if (declared !== undefined) return next(declared);
    const inherited = root.get(name);
    if (inherited !== undefined) return next(inherited, { own: root, root });
    return fallback === undefined ? undefined : next(fallback);
  }
  const [, space, parts = ''] = /^color-mix\(\s*in (oklab|srgb)\s*,([\s\S]*)\)$/.exec(value) ?? [];
  if (space === undefined) return parseTranslucent(value);
  const [first = '', second = ''] = splitList(parts);
  const [a, b] = [first, second].map((part) => next(part.replace(/\s+[\d.]+%$/, '')));
  const share =
    shareOf(first) ?? (shareOf(second) === undefined ? 0.5 : 1 - (shareOf(second) ?? 0));
  return a && b && mixTranslucent(a, b, share, space === 'oklab');
}

function shareOf(part: string): number | undefined {
  const [, percent] = /\s([\d.]+)%$/.exec(part) ?? [];
  return percent === undefined ? undefined : Number(percent) / 100;
}

/** The background color of a slide, as a whole color. */
export function backgroundOf(tokens: SlideTokens): readonly [number, number, number] | undefined {
  const color = resolveOn(tokens, 'var(--color-background)');
  return color && composite(color, [1, 1, 1]);
}
