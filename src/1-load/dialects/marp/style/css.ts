import postcss, { type AtRule, type Declaration, type Rule } from 'postcss';
import { slideRules } from './css-slide.ts';

/** Style rules for Marp as rules for Lectern. */
export interface MarpCss {
  readonly css: string;
  /** Whether the page number is shown with the count of pages. */
  readonly showsTotal: boolean;
  /** The size of a slide in pixels, if a rule for the whole slide sets it. */
  readonly size?: string;
}

/**
 * Translates selectors: `section` and `:root` are the slide, `header`, `footer` and `section::after` what is
 * repeated on slides.
 *
 * @param text with the paths that it has from the deck
 * @param isScoped whether the rules are for one slide only
 */
export function translateCss(text: string, isScoped = false): MarpCss {
  const root = postcss.parse(text, { map: false });
  let showsTotal = false;
  let size: string | undefined;
  root.walkComments((comment) => void comment.remove());
  root.walkDecls((declaration) => {
    if (isPageNumber(declaration.parent as Rule) && declaration.prop === 'content') {
      showsTotal ||= declaration.value.includes('pagination-total');
      declaration.remove();
    }
  });
  root.walkRules((rule) => {
    if (isInKeyframes(rule)) return;
    size ??= sizeIn(rule);
    relateToText(rule);
    translateRule(rule, isScoped);
  });
  const css = root
    .toString()
    .replace(/\n\s*\n/g, '\n')
    .trim();
  return { css, showsTotal, ...(size !== undefined && { size }) };
}

function isInKeyframes({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name);
}

/** In Marp, 1rem is the size of the text of the slide. */
function relateToText(rule: Rule): void {
  const isForSlide = rule.selectors.some((selector) => kindOf(selector) === 'slide');
  for (const node of rule.nodes) {
    if (node.type !== 'decl' || (isForSlide && node.prop === 'font-size')) continue;
    if (/["'(]/.test(node.value.replace(/(?:calc|min|max|clamp|var)\(/g, ''))) continue;
    node.value = node.value.replace(/(?<![\w.#-])(\d*\.?\d+)rem\b/g, 'calc(var(--size-text) * $1)');
  }
}

function isPageNumber(rule: Rule | undefined): boolean {
  return rule?.type === 'rule' && /^(?:section|:root)[^\s>+~]*::?after$/.test(rule.selector.trim());
}

function sizeIn(rule: Rule): string | undefined {
  if (!rule.selectors.some((selector) => /^(?:section|:root)$/.test(selector))) return undefined;
  const pixels = (name: string) => {
    const declaration = rule.nodes.find(
      (node): node is Declaration => node.type === 'decl' && node.prop === name,
    );
    return /^(\d+(?:\.\d+)?)px$/.exec(declaration?.value ?? '')?.[1];
  };
  const [width, height] = [pixels('width'), pixels('height')];
  return width && height ? `${Math.round(Number(width))}x${Math.round(Number(height))}` : undefined;
}

function translateRule(rule: Rule, isScoped: boolean): void {
  const texts: string[] = [];
  for (const kind of ['slide', 'number', 'inside'] as const) {
    const selectors = rule.selectors.filter((selector) => kindOf(selector) === kind);
    if (selectors.length === 0) continue;
    const own = rule.clone({ selectors: selectors.map((one) => translateSelector(one, isScoped)) });
    if (kind === 'number') numberDeclarations(own);
    const rules = kind === 'slide' ? slideRules(own) : [own];
    texts.push(...rules.filter(({ nodes }) => nodes.length > 0).map(String));
  }
  if (texts.length > 0) rule.replaceWith(postcss.parse(texts.join('\n')).nodes);
  else rule.remove();
}

type Kind = 'slide' | 'number' | 'inside' | 'none';

function kindOf(selector: string): Kind {
  if (/data-marpit|data-marp-|foreignObject|auto-scaling|::part/.test(selector)) return 'none';
  if (/^(?:section|:root)[^\s>+~]*::?after$/.test(selector)) return 'number';
  return /^(?:section|:root)(?![\w-])[^\s>+~]*$/.test(selector) && !/::/.test(selector)
    ? 'slide'
    : 'inside';
}

function translateSelector(selector: string, isScoped: boolean): string {
  const slide = isScoped ? ':scope' : '.slide';
  const [, whole] = /^(?:section|:root)(?![\w-])(.*)$/s.exec(selector) ?? [];
  const rest = (whole ?? ` ${selector}`)
    .replace(/^((?:[^\s>+~:]|:(?!:))*)::?after$/, '$1 .slide-number')
    .replace(/(^|[\s>+~,(])header(?![\w-])/g, '$1.slide-header')
    .replace(/(^|[\s>+~,(])footer(?![\w-])/g, '$1.slide-footer')
    .replace(/\.notes(?![\w-])/g, '.own-notes')
    // The elements of a layout have no counterpart in Marp.
    .replace(
      /(^|[\s>+~,(])\*(?=$|[\s>+~,).:[])/g,
      '$1:where(.slot *, .slide-header, .slide-footer)',
    )
    .replace(/(^|[\s>+~,(])div(?![\w-])/g, '$1div:where(.slot *)')
    // Blocks are in slots.
    .replace(/^([^\s>]*)\s*>\s*(?!\.slide-)/, '$1 .slot > ');
  return `${slide}${rest}`;
}

/** The number is in the footer, so its own place has no meaning. */
function numberDeclarations(rule: Rule): void {
  for (const node of [...rule.nodes]) {
    if (
      node.type === 'decl' &&
      !/^(?:color|font|letter-|opacity|text-|--|background)/.test(node.prop)
    ) {
      node.remove();
    }
  }
}
