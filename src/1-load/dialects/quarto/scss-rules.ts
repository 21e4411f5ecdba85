import postcss, {
  type AtRule,
  type ChildNode,
  type Container,
  type Declaration,
  type Rule,
} from 'postcss';
import { parseColor, writeColor } from '../../../base/color/color.ts';

/** Limits in characters: values may contain images as `data:` URLs. */
const maxValue = 1_000_000;
const maxSelectors = 20_000;
const maxRules = 10_000_000;

/** With the values of its variables, and of selectors around its rules, a style sheet would be too large. */
class ScssLimitError extends Error {}

/** Plain CSS, and what of SCSS it does not have. */
export interface ScssRules {
  readonly css: string;
  /** Names of variables without a value, of functions, and of at-rules, whose rules are left out. */
  readonly left: readonly string[];
}

/**
 * Writes the rules of a style sheet in SCSS as CSS: with the values of variables, and each rule on its own instead
 * of in others.
 *
 * @param text without comments
 * @param lookUp the value of a variable of the whole style sheet
 * @throws if it is broken, or would be too large
 */
export function scssRules(text: string, lookUp: (name: string) => string | undefined): ScssRules {
  const left = new Set<string>();
  const plain = text
    .replace(/#\{\s*(\$[\w-]+)\s*\}/g, '$1')
    .replace(/#\{[^{}]*\}/g, '$interpolation');
  const root = postcss.parse(plain, { map: false });
  root.walkAtRules((rule) => {
    if (known.test(rule.name)) return;
    left.add(`@${rule.name}`);
    rule.remove();
  });
  const own = new Map<string, string>();
  root.walkDecls(/^\$/, (declaration) => {
    if (declaration.parent !== root) own.set(declaration.prop.slice(1), declaration.value);
  });
  const variable = (name: string) => lookUp(name) ?? own.get(name) ?? usual.get(name);
  let room = maxRules;
  root.walkDecls((declaration) => {
    if (isVariable(declaration)) return;
    const value = computed(withValues(declaration.value, variable));
    const [unknown] =
      /\$[\w-]+|#\{|\b(?:map-get|percentage|mix|if|nth|scale-color|shade-color|tint-color)\(/.exec(
        value,
      ) ?? [];
    room -= value.length;
    if (room < 0) throw new ScssLimitError();
    if (unknown === undefined) declaration.value = value;
    else {
      left.add(unknown.replace(/[({]$/, ''));
      declaration.remove();
    }
  });
  root.walkRules((rule) => {
    rule.selector = withValues(rule.selector, variable);
    const [unknown] = /\$[\w-]+|^%|(?<=[\s,])%[a-z]/.exec(rule.selector) ?? [];
    if (unknown === undefined) return;
    left.add(unknown);
    rule.remove();
  });
  return { css: new FlatRules().write(root), left: [...left] };
}

/** Variables that Quarto itself has, as tokens of our themes. */
const usual: ReadonlyMap<string, string> = new Map([
  ['text-muted', 'var(--color-muted)'],
  ['body-bg', 'var(--color-background)'],
  ['body-color', 'var(--color-text)'],
  ['link-color', 'var(--color-link)'],
  ['primary', 'var(--color-accent)'],
  ['presentation-heading-color', 'var(--color-heading)'],
  ['code-block-bg', 'var(--code-background)'],
]);

/** At-rules of CSS. */
const known =
  /^(?:media|supports|font-face|keyframes|-webkit-keyframes|layer|container|import|charset|page|property)$/;

/** A value with those of its variables; one that would be too long stays a variable. */
export function withValues(value: string, lookUp: (name: string) => string | undefined): string {
  let text = value;
  for (let steps = 0; steps < 10 && /\$[\w-]/.test(text); steps++) {
    let room = maxValue - text.length;
    const next = text.replace(/#\{\s*\$([\w-]+)\s*\}|\$([\w-]+)/g, (whole, a, b) => {
      const found = lookUp(a ?? b);
      if (found === undefined || found.length > room) return whole;
      room -= found.length;
      return found;
    });
    if (next === text) break;
    text = next;
  }
  return text.replace(/(?<!\s)\s*!default\b/, '');
}

/** A value with the colors and sums that SCSS computes. */
export function computed(value: string): string {
  const text = value
    .replace(
      /\b(lighten|darken)\(\s*(#[\da-f]{3,8}|[a-z]+|rgb\([^()]*\))\s*,\s*([\d.]+)%\s*\)/gi,
      (whole, name: string, color: string, share: string) =>
        lighter(color, (name === 'darken' ? -1 : 1) * Number(share)) ?? whole,
    )
    .replace(
      /\brgba\(\s*(#[\da-f]{3,8}|[a-z]+)\s*,\s*([\d.]+%?)\s*\)/gi,
      (whole, color: string, alpha: string) => {
        const parts = parseColor(color)?.map((part) => Math.round(part * 255));
        return parts ? `rgb(${parts.join(' ')} / ${alpha})` : whole;
      },
    );
  const isSum = /^-?[\d.]+(?:[a-z]+|%)?\s+[-+*/]\s+[\d.]+(?:[a-z]+|%)?$/.test(text);
  return isSum ? `calc(${text})` : text;
}

/** A color with another lightness, as HSL has it. @param percent to add */
function lighter(color: string, percent: number): string | undefined {
  const parsed = parseColor(color);
  if (!parsed) return undefined;
  const parts = [...parsed];
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const lightness = (most + least) / 2;
  const next = Math.min(1, Math.max(0, lightness + percent / 100));
  const range = (light: number): number => 1 - Math.abs(2 * light - 1);
  const saturation = range(lightness) === 0 ? 0 : (most - least) / range(lightness);
  const spread = saturation * range(next);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => {
    const place = most === least ? 0 : (part - lightness) / (most - least);
    return Math.min(1, Math.max(0, next + place * spread));
  });
  return writeColor([red, green, blue]);
}

/** Variables stay in the tree, as removing many of them one by one is slow. */
function isVariable({ prop }: Declaration): boolean {
  return prop.startsWith('$');
}

/** Writes rules in others with the selectors of those around them. */
class FlatRules {
  #room = maxRules;

  /** @throws ScssLimitError */
  write(root: Container<ChildNode>): string {
    return this.#flat(root, []).join('\n');
  }

  /** @param around `@media (…)` and the like */
  #flat(
    container: Container<ChildNode>,
    around: readonly string[],
    parents?: readonly string[],
  ): readonly string[] {
    const own: string[] = [];
    const inner: string[] = [];
    for (const node of container.nodes ?? []) {
      if (node.type === 'decl') {
        if (!isVariable(node))
          own.push(`${node.prop}: ${node.value}${node.important ? ' !important' : ''};`);
      } else if (node.type === 'rule')
        for (const each of this.#flat(node, around, selectorsOf(node, parents))) inner.push(each);
      else if (node.type === 'atrule')
        for (const each of this.#atRule(node, around, parents)) inner.push(each);
    }
    if (own.length === 0) return inner;
    const rule = `${(parents ?? [':root']).join(', ')} { ${own.join(' ')} }`;
    const whole = around.reduceRight((text, each) => `${each} { ${text} }`, rule);
    this.#room -= whole.length;
    if (this.#room < 0) throw new ScssLimitError();
    return [whole, ...inner];
  }

  #atRule(rule: AtRule, around: readonly string[], parents?: readonly string[]): readonly string[] {
    const isPlain = !rule.nodes || !/^(?:media|supports|layer|container)$/.test(rule.name);
    if (isPlain) return [rule.nodes ? rule.toString() : `${rule.toString()};`];
    return this.#flat(
      rule as Container<ChildNode>,
      [...around, `@${rule.name} ${rule.params}`],
      parents,
    );
  }
}

/** @throws ScssLimitError */
function selectorsOf(rule: Rule, parents: readonly string[] = []): readonly string[] {
  if (parents.length === 0) return rule.selectors;
  let room = maxSelectors;
  return parents.flatMap((parent) =>
    rule.selectors.map((own) => {
      const parts = own.split('&');
      room -= own.length + Math.max(1, parts.length - 1) * parent.length;
      if (room < 0) throw new ScssLimitError();
      return parts.length > 1 ? parts.join(parent) : `${parent} ${own}`;
    }),
  );
}
