import { loadDeck } from '../1-load/load.ts';
import { parseDeck } from '../2-parse/parse.ts';
import { BrowserError } from '../6-export/browser/browser-error.ts';
import type { Tab } from '../6-export/browser/tab.ts';
import { codes, type Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import type { BuildPage, PlannedDeck } from '../base/pipeline.ts';
import type { CheckLevels, PageFinding } from '../model/check.ts';
import type { Deck } from '../model/deck.ts';
import type { Page } from '../model/page.ts';
import type { Span } from '../model/source.ts';
import { Excuses } from './excuses.ts';
import { type Finding, withLevels } from './finding.ts';
import { checkInBrowser } from './page/page-findings.ts';
import { placeOf } from './page/place.ts';
import { sourceRules } from './source/rules.ts';
import type { SourceContext } from './source/rule.ts';
import { SourceLines } from './source-lines.ts';

export interface CheckOptions {
  readonly buildPage: BuildPage;
  /** The levels that apply to all decks; the deck's own ones come after them. */
  readonly levels: CheckLevels;
  /** Shows a page in a browser while `work` runs; absent if there is none. */
  readonly show?: <T>(page: Page, work: (tab: Tab) => Promise<T>) => Promise<T>;
}

/** What was found in a deck. */
export interface CheckedDeck {
  /** In source order. */
  readonly findings: readonly Finding[];
  /** Absent if the deck cannot be read. */
  readonly page?: Page;
}

/**
 * Checks a deck: what its build reports, what the rules find in its source, and what they find in a browser.
 */
export async function checkDeck(
  { deck: file, options }: PlannedDeck,
  { buildPage, levels, show }: CheckOptions,
): Promise<CheckedDeck> {
  const report = new Report();
  const page = await buildPage(file, { ...options, marksSource: true }, report);
  const built = report.diagnostics.map((diagnostic): Finding => ({ diagnostic }));
  const deck = readDeck({ deck: file, options });
  if (!page || !deck) return { findings: built };
  const lines = new SourceLines(options.cwd);
  const found = await checkSource(deck, { deck: file, options }, lines);
  const shown = show ? await checkShown(page, show, lines) : [];
  const excused = new Excuses(deck, lines).apply([...built, ...found, ...shown]);
  const findings = withLevels(excused, [levels, deck.frontMatter.check]);
  return { findings: findings.toSorted(byPlace), page };
}

/** What is wrong with it was reported when its page was built. */
function readDeck({ deck, options }: PlannedDeck): Deck | undefined {
  const report = new Report();
  const source = loadDeck(deck, options, new Inputs(), report);
  return source && parseDeck(source, report);
}

async function checkSource(
  deck: Deck,
  { options }: PlannedDeck,
  lines: SourceLines,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const slides = deck.stacks.flat().map((slide, index) => ({ slide, number: index + 1 }));
  const context: SourceContext = {
    deck,
    slides,
    options,
    linesOf: (file) => lines.of(file),
    add: (found) => findings.push({ diagnostic: diagnosticOf(found) }),
  };
  for (const rule of sourceRules) await rule(context);
  return findings;
}

/** Without a browser, or one that fails, the rest of the check remains. */
async function checkShown(
  page: Page,
  show: NonNullable<CheckOptions['show']>,
  lines: SourceLines,
): Promise<readonly Finding[]> {
  try {
    const found = await show(page, (tab) => checkInBrowser(tab, page));
    return found.map(({ slide, box, ...rest }): Finding => {
      const span = placeOf({ slide, box, ...rest }, page.slides, (file) => lines.of(file));
      return { diagnostic: diagnosticOf({ ...rest, ...(span && { span }) }), slide, box };
    });
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    const { code, message, hint } = error;
    const text = `${message}; only the source was checked, and not how slides look`;
    return [{ diagnostic: { code, severity: codes[code], message: text, hint } }];
  }
}

type Found = Pick<PageFinding, 'rule' | 'message' | 'hint'> & { readonly span?: Span };

function diagnosticOf({ rule, span, message, hint }: Found): Diagnostic {
  return {
    code: rule,
    severity: codes[rule],
    message,
    ...(span && { span }),
    ...(hint !== undefined && { hint }),
  };
}

/** The order of the source; what has no place comes first. */
function byPlace(
  { diagnostic: { span: a } }: Finding,
  { diagnostic: { span: b } }: Finding,
): number {
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
