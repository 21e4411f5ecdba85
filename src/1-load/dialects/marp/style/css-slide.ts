import postcss, { type Declaration, type Rule } from 'postcss';

/** What has no meaning for a slide of Lectern, which has a size and a place already. */
const omitted: ReadonlySet<string> = new Set([
  ...['width', 'height', 'display', 'position', 'flex-direction', 'flex-flow', 'box-sizing'],
  ...['grid-template-columns', 'grid-template-rows', 'grid-template-areas', 'align-items'],
]);

/** What arranges the blocks of a slide next to each other, which are in a slot below its title. */
const arrangement: ReadonlySet<string> = new Set([
  ...['display', 'grid-template-columns', 'gap', 'column-gap', 'row-gap', 'grid-gap'],
  ...['align-items', 'grid-auto-flow', 'grid-auto-columns', 'flex-direction', 'flex-wrap'],
]);

/** Our custom properties for those of Marp's themes. */
const themeVariables: ReadonlyMap<string, readonly string[]> = new Map([
  ['--color-foreground', ['--color-text', '--color-heading']],
  ['--color-background', ['--marp-code-text']],
  ['--color-dimmed', ['--color-muted', '--marp-code-background']],
  ['--color-highlight', ['--color-accent', '--color-link']],
  ['--color-background-code', ['--code-background']],
  ['--color-background-stripe', ['--color-surface']],
  ['--h1-color', ['--marp-title']],
  ['--heading-strong-color', ['--marp-strong']],
  ['--header-footer-color', ['--color-muted']],
  ['--fgColor-default', ['--color-text', '--color-heading']],
  ['--fgColor-muted', ['--color-muted']],
  ['--fgColor-accent', ['--color-accent', '--color-link']],
  ['--bgColor-default', ['--color-background']],
  ['--bgColor-muted', ['--color-surface', '--code-background']],
  ['--borderColor-default', ['--color-line']],
]);

/**
 * The rules for a whole slide, with declarations replaced by the custom properties of Lectern's themes, so that the parts of
 * the slide follow them and slides with settings of their own keep these.
 */
export function slideRules(rule: Rule): readonly Rule[] {
  const colors: Declaration[] = [];
  const backgrounds: Declaration[] = [];
  const arranged = arrangementOf(rule);
  for (const node of [...rule.nodes]) {
    if (node.type !== 'decl') continue;
    const { prop, value } = node;
    for (const name of themeVariables.get(prop) ?? []) node.before(declaration(name, value));
    if (omitted.has(prop)) node.remove();
    else if (prop === 'color') {
      colors.push(declaration('--color-text', value), declaration('--color-heading', value));
      node.remove();
    } else if (/^background(?:-|$)/.test(prop)) {
      if (isColor(prop, value)) colors.push(declaration('--color-background', value));
      else backgrounds.push(declaration(prop, value));
      node.remove();
    } else replaceByToken(node);
  }
  return [
    rule,
    ruleFor(':not(.on-dark, .on-light)', colors, rule),
    ruleFor(':not([style*="--background:"])', backgrounds, rule),
    postcss.rule({
      selectors: rule.selectors.map((selector) => `${selector} .slot-body`),
      nodes: [...arranged],
    }),
  ];
}

/** The declarations of a rule that makes columns of the blocks of a slide. */
function arrangementOf({ nodes }: Rule): readonly Declaration[] {
  const all = nodes.filter((node) => node.type === 'decl' && arrangement.has(node.prop));
  const has = (name: string, value: RegExp) =>
    all.some((node) => node.type === 'decl' && node.prop === name && value.test(node.value));
  const isGrid =
    has('display', /^(?:inline-)?grid$/) && has('grid-template-columns', /(?:\s|repeat\()(?!1,)/);
  const isRow = has('display', /^(?:inline-)?flex$/) && has('flex-direction', /^row/);
  if (!isGrid && !isRow) return [];
  return all.flatMap((node) => (node.type === 'decl' ? [node.clone()] : []));
}

function isColor(prop: string, value: string): boolean {
  const isWord = /^(?:#\w+|[a-z]+|(?:rgb|hsl|ok)\w*\([^()]*\)|var\([^()]*\))$/i.test(value);
  return prop === 'background-color' || (prop === 'background' && isWord && value !== 'none');
}

function replaceByToken(node: Declaration): void {
  const { prop, value } = node;
  const set = (...properties: readonly (readonly [string, string])[]) =>
    node.replaceWith(properties.map(([name, own]) => declaration(name, own)));
  if (prop === 'font-size') {
    const size = inPixels(value);
    set(['--size-text', size], ['--size-table', size]);
  }
  if (prop === 'font-family') set(['--font-text', value], ['--font-heading', value]);
  else if (prop === 'line-height') set(['--leading-text', value]);
  else if (prop === 'justify-content' || prop === 'align-content' || prop === 'place-content') {
    set(['--marp-position', value.split(' ')[0]?.replace('flex-', '') ?? value]);
  } else if (prop === 'padding') {
    const [top = value, right = top, bottom = top, left = right] = value.split(/\s+(?![^(]*\))/);
    set(['--margin-top', top], ['--margin-bottom', bottom], ['--margin-inline', left]);
  } else if (prop === 'padding-top') set(['--margin-top', value]);
  else if (prop === 'padding-bottom') set(['--margin-bottom', value]);
  else if (prop === 'padding-left' || prop === 'padding-inline') set(['--margin-inline', value]);
}

/** Relative to the usual size of text in browsers, which slides of Marp inherit. */
function inPixels(size: string): string {
  const [, number, unit] = /^([\d.]+)(r?em|%)$/.exec(size.trim()) ?? [];
  if (number === undefined) return size;
  return `${Number((Number(number) * (unit === '%' ? 0.16 : 16)).toFixed(3))}px`;
}

function declaration(prop: string, value: string): Declaration {
  return postcss.decl({ prop, value });
}

/** The same rule with other declarations, for those of its slides that a condition holds for. */
function ruleFor(condition: string, declarations: readonly Declaration[], rule: Rule): Rule {
  const selectors = rule.selectors.map((selector) => `${selector}:where(${condition})`);
  return postcss.rule({ selectors, nodes: [...declarations] });
}
