import { boxUtilities } from './box.ts';
import { lookUtilities } from './look.ts';
import { placeUtilities } from './place.ts';
import { textUtilities } from './text.ts';
import type { Utility } from './utility.ts';

const utilities: readonly Utility[] = [
  ...placeUtilities,
  ...boxUtilities,
  ...textUtilities,
  ...lookUtilities,
];

/** A class with its style. */
interface Found {
  readonly css: string;
  readonly of: string;
}

/**
 * The style of a utility class of UnoCSS and Tailwind, with its variants: `dark:`, `!`, `hover:` and the like.
 *
 * @returns `undefined` if it is no utility class; the style is empty if it has no effect on a slide
 */
export function findUtility(name: string, isDark: boolean): Found | undefined {
  const plain = name.replace(/:(\d{1,3})$/, '/$1').replace(/^important[:-]/, '!');
  const [, variants = '', , rest = ''] = /^((?:[a-z@*-]+[:])*)(!?)(.+)$/.exec(plain) ?? [];
  const isImportant = plain.includes('!');
  const found = findPlain(rest.replace(/^!|!$/g, ''));
  if (!found || variants === '')
    return found && { ...found, css: important(found.css, isImportant) };
  const scheme = variants === (isDark ? 'dark:' : 'light:');
  return { ...found, css: scheme ? important(found.css, isImportant) : '' };
}

function findPlain(name: string): Found | undefined {
  for (const { pattern, css, of = '' } of utilities) {
    const match = pattern.exec(name);
    const style = match ? css(match) : undefined;
    if (style !== undefined) return { css: style, of };
  }
  return undefined;
}

function important(css: string, isImportant: boolean): string {
  return isImportant ? css.replace(/;|$/g, ' !important$&') : css;
}

/** Utilities that a slide itself may have; the others would break its place on the stage. */
const ofSlides = /^(?:color|font|text|line-height|letter-spacing|background|opacity|white-space)/;

/** The utility classes that a deck uses, as rules. */
export class UtilityRules {
  readonly #rules = new Map<string, string>();
  readonly #isDark: boolean;
  readonly #slide: string;

  /** @param slide the selector of the slides that have these rules */
  constructor(isDark: boolean, slide: '.slide' | ':scope' = '.slide') {
    this.#isDark = isDark;
    this.#slide = slide;
  }

  /** Adds the rules of those of these classes that are utilities. */
  use(names: readonly string[]): void {
    for (const name of names) {
      if (this.#rules.has(name)) continue;
      const found = findUtility(name, this.#isDark);
      if (!found || found.css === '') continue;
      const selector = `.slot .${escapeName(name)}${found.of}`;
      this.#rules.set(name, writeRule(selector, found.css));
    }
  }

  /** Adds those of the classes of a slide. */
  useForSlide(names: readonly string[]): void {
    for (const name of names) {
      const found = findUtility(name, this.#isDark);
      if (!found || found.css === '') continue;
      const selector = `${this.#slide}.${escapeName(name)}`;
      if (ofSlides.test(found.css))
        this.#rules.set(`slide ${name}`, writeRule(selector, found.css));
      else if (/^(?:padding|place-content|align|justify)/.test(found.css)) {
        this.#rules.set(`slide ${name}`, writeRule(`${selector} > .layout`, found.css));
      } else if (/^(?:(?:row-|column-)?gap|grid-template)/.test(found.css)) {
        const columns = `${selector} :is(.layout, .columns)`;
        this.#rules.set(`slide ${name}`, writeRule(columns, found.css));
      }
    }
  }

  isUtility(name: string): boolean {
    return findUtility(name, this.#isDark) !== undefined;
  }

  /** A rule a line. */
  get css(): string {
    return [...this.#rules.values()].join('\n');
  }
}

function writeRule(selector: string, css: string): string {
  const declarations = css
    .split(/;(?![^(]*\))/)
    .map((declaration) => declaration.replace(/^([\w-]+):\s*/, '$1: '));
  return `${selector} { ${declarations.filter((each) => each !== '').join('; ')} }`;
}

function escapeName(name: string): string {
  return name.replace(/[^\w-]/g, '\\$&').replace(/^\d/, (digit) => `\\3${digit} `);
}
