import type { Token } from 'markdown-it';
import type { DirectiveValue } from './loose-yaml.ts';

/** The tokens of a slide, and what begins it. */
export interface MarpSlide {
  readonly tokens: readonly Token[];
  /** A rule, or a heading that begins a slide by itself; the first slide has none. */
  readonly opener?: Token;
}

/** Divides a deck at its rules, and at the headings that `headingDivider` names. */
export function splitSlides(
  tokens: readonly Token[],
  headingDivider: DirectiveValue | undefined,
): readonly MarpSlide[] {
  const tags = dividingTags(headingDivider);
  const slides: { tokens: Token[]; opener?: Token }[] = [{ tokens: [] }];
  let hasContent = false;
  for (const token of tokens) {
    const isRule = token.type === 'hr' && token.level === 0;
    const divides = token.type === 'heading_open' && tags.includes(token.tag);
    if (isRule) slides.push({ tokens: [], opener: token });
    else if (divides && hasContent) slides.push({ tokens: [token], opener: token });
    else slides.at(-1)?.tokens.push(token);
    hasContent ||= !(token.hidden || token.type === 'comment' || token.type === 'style');
  }
  return slides;
}

function dividingTags(value: DirectiveValue | undefined): readonly string[] {
  if (typeof value === 'object') return value.map((level) => `h${Number.parseInt(level, 10)}`);
  const level = Number.parseInt(value ?? '', 10);
  return level >= 1 && level <= 6 ? Array.from({ length: level }, (_, i) => `h${i + 1}`) : [];
}
