import type { Declaration } from 'postcss';

/** Themes for the decks of other tools, whose slides are pages in which elements may float. */
const themesOfPages = /^(?:revealjs|marp|quarto|slidev)\//;

/** Elements that float, or are next to each other in a line, by their own styles. */
const byStyle = [
  'float:left',
  'float:right',
  'display:inline-block',
  'display:inline-flex',
].flatMap((style) => [style, style.replace(':', ': ')].map((each) => `[style*="${each}"]`));

/** Adds to the rules of a theme what {@link arrangeAsPage} adds to those of an author. */
export function pageRules(theme: string): readonly string[] {
  return themesOfPages.test(theme) ? [blockRules(byStyle)] : [];
}

/**
 * Blocks of a slide are stacked, so that they fit. Where an author's rules let them float, or put them next to each
 * other in a line, they are as in a page instead.
 *
 * @returns the rules with those that do so
 */
export async function arrangeAsPage(css: string, theme: string): Promise<string> {
  if (!themesOfPages.test(theme) || !/float|inline-/.test(css)) return css;
  const { parse } = (await import('postcss')).default;
  const root = parse(css, { map: false });
  const items = new Set<string>();
  root.walkRules((rule) => {
    if (!rule.nodes.some((node) => node.type === 'decl' && isBesideOthers(node))) return;
    for (const selector of rule.selectors) if (isPlain(selector)) items.add(selector);
  });
  return items.size === 0 ? css : `${css}\n${blockRules([...items])}`;
}

function isBesideOthers({ prop, value }: Declaration): boolean {
  if (prop === 'float') return /^(?:left|right|inline-(?:start|end))$/.test(value);
  return prop === 'display' && /^inline-(?:block|flex|grid|table)$/.test(value);
}

/** Without pseudo-elements and the like, which `:has()` does not take. */
function isPlain(selector: string): boolean {
  return /^[\w\s.#>*"=[\]-]+$/.test(selector);
}

/** @param items what makes the slot that contains it a page */
function blockRules(items: readonly string[]): string {
  const slot = `.layout-default .slot-body:has(> :is(${items.join(',')}))`;
  return [
    `${slot}{display:flow-root}`,
    `${slot}>:is(p,ul,ol,dl,table,blockquote,.code,.image,.chart,.diagram,.media){margin-block:calc(var(--gap)/2)}`,
    `${slot}>:is(.image,.media,.diagram,.chart){margin-inline:auto}`,
  ].join('');
}
