import type { Declaration } from 'postcss';
import { namedColors } from '../../base/color/named-colors.ts';
import { neededProperties, propertyNames } from '../../base/css/custom-properties.ts';
import type { Report } from '../../base/diagnostics/report.ts';
import { didYouMean } from '../../base/diagnostics/suggest.ts';
import type { PropertyUse } from '../../model/custom-properties.ts';
import type { Span } from '../../model/source.ts';

/** A place where an author's rule, or an attribute, sets a custom property or needs its value. */
interface TokenUse {
  readonly name: string;
  /** The offset of the rule that sets it. */
  readonly rule?: number;
  readonly span: Span;
  readonly isInDeck?: true;
}

/** The custom properties of style sheets. */
export interface TokenNames {
  readonly uses: readonly TokenUse[];
  /** The tokens of Lectern: what its style sheets set on `:root`. */
  readonly tokens: readonly string[];
  /** All other names in Lectern's rules, and those of authors that have a fallback or are registered. */
  readonly known: readonly string[];
}

export const noTokens: TokenNames = { uses: [], tokens: [], known: [] };

/** Collects the custom properties of a style sheet and of its imports. */
export class TokenCollector {
  readonly #uses: TokenUse[] = [];
  readonly #tokens = new Set<string>();
  readonly #known = new Set<string>();

  get names(): TokenNames {
    return { uses: this.#uses, tokens: [...this.#tokens], known: [...this.#known] };
  }

  /** Names that are registered, or are in conditions. */
  addKnown(css: string): void {
    for (const name of propertyNames(css)) this.#known.add(name);
  }

  /** Adds those of Lectern's own rules. */
  addOurs({ prop, value, parent }: Declaration): void {
    const isToken =
      parent?.type === 'rule' && (parent as { selector?: string }).selector === ':root';
    if (isToken && prop.startsWith('--')) this.#tokens.add(prop);
    this.addKnown(`${prop}:${value}`);
  }

  /** Adds those of an author's rules. @param spanOf the span of a name */
  addAuthors(declaration: Declaration, spanOf: (name: string) => Span): void {
    const { prop, value, parent } = declaration;
    if (prop.startsWith('--')) {
      this.#uses.push({ name: prop, rule: parent?.source?.start?.offset ?? 0, span: spanOf(prop) });
    }
    const needed = neededProperties(value);
    for (const name of needed) this.#uses.push({ name, span: spanOf(name) });
    for (const name of propertyNames(value)) if (!needed.includes(name)) this.#known.add(name);
  }
}

/** Joins the custom properties of the sheets of a page. */
export function joinTokens(sheets: readonly TokenNames[]): TokenNames {
  const uses = sheets.flatMap((sheet) => sheet.uses);
  const tokens = new Set(sheets.flatMap((sheet) => sheet.tokens));
  const known = new Set(sheets.flatMap((sheet) => sheet.known));
  return { uses, tokens: [...tokens].sort(), known: [...known].sort() };
}

/** Names that no style sheet of Lectern needs to contain: of further colors of charts, and of reveal.js. */
const unnamed = /^--(?:chart-\d$|r-)/;

/** Texts that may set custom properties and use them. */
interface OtherTexts {
  readonly deck: readonly string[];
  readonly scripts: readonly string[];
}

/**
 * Warns of custom properties that are used and set nowhere, and of those that are probably meant to be tokens of
 * Lectern. An author's own ones, which are both set and used, and those of other libraries are none.
 *
 * @param inDeck the custom properties in HTML and in the settings of slides
 */
export function reportUnknownTokens(
  { uses: inSheets, tokens, known }: TokenNames,
  inDeck: readonly PropertyUse[],
  texts: OtherTexts,
  report: Report,
): void {
  const uses = [...inSheets, ...inDeck.flatMap(tokenUses)];
  if (uses.length === 0) return;
  const optional = inDeck.flatMap(({ name, kind }) => (kind === 'optional' ? [name] : []));
  const all = new Set([...tokens, ...known, ...optional]);
  const set = new Set(uses.flatMap(({ name, rule }) => (rule === undefined ? [] : [name])));
  const needed = new Set(uses.flatMap(({ name, rule }) => (rule === undefined ? [name] : [])));
  const families = familiesOf(tokens);
  const named = uses.filter(({ name }) => families.has(familyOf(name)));
  const share = tokenShares(named, new Set(tokens));
  for (const use of uses) {
    const { name, rule, span, isInDeck } = use;
    if (all.has(name) || (rule === undefined ? set : needed).has(name)) continue;
    const others = isInDeck ? texts.scripts : [...texts.deck, ...texts.scripts];
    if (unnamed.test(name) || others.some((text) => text.includes(name))) continue;
    const near = similar(name, rule === undefined ? [...tokens, ...set] : tokens);
    const family = families.get(familyOf(name)) ?? [];
    const isAmongTokens =
      rule === undefined || !isInPalette(name) || (share.get(ruleOf(use)) ?? 0) >= 0.5;
    const isMeant = name.startsWith('--lectern-') || (family.length > 0 && isAmongTokens);
    if (near === undefined && !isMeant && rule !== undefined) continue;
    const message =
      rule === undefined
        ? `"${name}" is used here, but set nowhere`
        : `"${name}" is no token of Lectern, and nothing uses it`;
    const isOther = rule === undefined && !isMeant;
    const advice = isOther ? `set it, or write a fallback: var(${name}, …)` : listFamily(family);
    const hint = near === undefined ? advice : `did you mean "${near}"?`;
    report.add('token-unknown', span, message, hint);
  }
}

/** All attributes in a file count as one rule. */
function tokenUses({ name, kind, span }: PropertyUse): readonly TokenUse[] {
  if (kind === 'optional') return [];
  return [{ name, span, isInDeck: true, ...(kind === 'set' && { rule: 0 }) }];
}

/** The name with the same words, as `--color-accent` for `--accent`; or with one other character, or two. */
function similar(name: string, candidates: readonly string[]): string | undefined {
  const same = candidates.find((each) => wordsOf(each) === wordsOf(name));
  if (same !== undefined) return same;
  const word = name.slice(2);
  const names = candidates.map((each) => each.slice(2));
  const near = didYouMean(word, names, word.length < 12 ? 1 : 2);
  if (near !== undefined) return `--${near}`;
  // One letter off, and without the words that say nothing: `--acent` for `--color-accent`.
  const words = wordsOf(name);
  const nearWords = words.length < 4 ? undefined : didYouMean(words, candidates.map(wordsOf), 1);
  return candidates.find((each) => wordsOf(each) === nearWords);
}

/** An author's palette or scale may have names like tokens, and values that nothing uses: `--color-red-500`. */
function isInPalette(name: string): boolean {
  const words = name.slice(2).split('-');
  return (
    /^--(?:colou?r|size|font)-/.test(name) &&
    (/^\d+$/.test(words.at(-1) ?? '') || words.some((word) => namedColors.has(word)))
  );
}

const abbreviations: ReadonlyMap<string, string> = new Map([
  ['bg', 'background'],
  ['fg', 'text'],
]);

/** The words of a name in any order, without those that say nothing. */
function wordsOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words
    .map((word) => abbreviations.get(word) ?? word)
    .filter((word) => !/^(?:lectern|colou?r)$/.test(word))
    .sort()
    .join('-');
}

/** The tokens that begin with the same word, as in `--color-`, by that word. */
function familiesOf(tokens: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const families = groupBy(tokens, familyOf);
  families.delete('');
  return families;
}

function familyOf(name: string): string {
  return /^--[a-z]+-(?=[\w-])/i.exec(name)?.[0] ?? '';
}

function listFamily(family: readonly string[]): string {
  if (family.length === 0) return 'all tokens are in docs/themes.md';
  const shown = family.slice(0, 8).join(', ');
  return `the tokens are ${shown}${family.length > 8 ? ' …; all are in docs/themes.md' : ''}`;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

/** The share of tokens among the custom properties that a rule sets, by rule. */
function tokenShares(
  uses: readonly TokenUse[],
  tokens: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const rules = groupBy(
    uses.filter(({ rule }) => rule !== undefined),
    ruleOf,
  );
  for (const [rule, names] of rules) {
    shares.set(rule, names.filter(({ name }) => tokens.has(name)).length / names.length);
  }
  return shares;
}

function ruleOf({ span, rule }: TokenUse): string {
  return `${span.file}:${rule}`;
}
