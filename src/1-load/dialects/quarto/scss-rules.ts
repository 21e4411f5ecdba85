import postcss, { type AtRule, type ChildNode, type Container, type Rule } from 'postcss';
import { parseColor, writeColor } from '../../../base/color/color.ts';

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
    declaration.remove();
  });
  const variable = (name: string) => lookUp(name) ?? own.get(name) ?? usual.get(name);
  root.walkDecls((declaration) => {
    const value = computed(withValues(declaration.value, variable));
    const [unknown] =
      /\$[\w-]+|#\{|\b(?:map-get|percentage|mix|if|nth|scale-color|shade-color|tint-color)\(/.exec(
        value,
      ) ?? [];
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
  return { css: flat(root, []).join('\n'), left: [...left] };
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

export function withValues(value: string, lookUp: (name: string) => string | undefined): string {
  let text = value;
  for (let steps = 0; steps < 10 && /\$[\w-]/.test(text); steps++) {
    const next = text.replace(
      /#\{\s*\$([\w-]+)\s*\}|\$([\w-]+)/g,
      (whole, a, b) => lookUp(a ?? b) ?? whole,
    );
    if (next === text) break;
    text = next;
  }
  return text.replace(/\s*!default\b/, '');
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

/** Rules in others, each with the selectors of those around it. @param around `@media (…)` and the like */
function flat(
  container: Container<ChildNode>,
  around: readonly string[],
  parents?: readonly string[],
): string[] {
  const own: string[] = [];
  const inner: string[] = [];
  for (const node of container.nodes ?? []) {
    if (node.type === 'decl')
      own.push(`${node.prop}: ${node.value}${node.important ? ' !important' : ''};`);
    else if (node.type === 'rule') inner.push(...flat(node, around, selectorsOf(node, parents)));
    else if (node.type === 'atrule') inner.push(...atRule(node, around, parents));
  }
  if (own.length === 0) return inner;
  const rule = `${(parents ?? [':root']).join(', ')} { ${own.join(' ')} }`;
  return [around.reduceRight((text, each) => `${each} { ${text} }`, rule), ...inner];
}

function atRule(rule: AtRule, around: readonly string[], parents?: readonly string[]): string[] {
  const isPlain = !rule.nodes || !/^(?:media|supports|layer|container)$/.test(rule.name);
  if (isPlain) return [rule.nodes ? rule.toString() : `${rule.toString()};`];
  return flat(rule as Container<ChildNode>, [...around, `@${rule.name} ${rule.params}`], parents);
}

function selectorsOf(rule: Rule, parents: readonly string[] = []): readonly string[] {
  if (parents.length === 0) return rule.selectors;
  return parents.flatMap((parent) =>
    rule.selectors.map((own) =>
      own.includes('&') ? own.replaceAll('&', parent) : `${parent} ${own}`,
    ),
  );
}
