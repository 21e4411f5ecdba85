import { loadDeck } from '../1-load/load.ts';
import { parseDeck } from '../2-parse/parse.ts';
import { BrowserError } from '../6-export/browser/browser-error.ts';
import type { Tab } from '../6-export/browser/tab.ts';
import { codes, type Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import type { BuildPage, PlannedDeck } from '../base/pipeline.ts';
import type { CheckLevels, CheckRule, PageFinding } from '../model/check.ts';
import type { Deck } from '../model/deck.ts';
import type { Page } from '../model/page.ts';
import type { TextFile } from '../model/source.ts';
import { Excuses } from './excuses.ts';
import { type Finding, type JudgedFindings, levelOf, withLevels } from './finding.ts';
import { type FindingImage, shootFindings } from './page/finding-images.ts';
import { checkInBrowser } from './page/page-findings.ts';
import { placeOf, slideAt } from './page/place.ts';
import { sourceRules } from './source/rules.ts';
import type { SourceContext, SourceFinding } from './source/rule.ts';
import { partsOf } from './source/tree/parts.ts';
import { SourceLines } from './source-lines.ts';

export interface CheckOptions {
  readonly buildPage: BuildPage;
  /** The levels that apply to all decks; the deck's own ones come after them. */
  readonly levels: CheckLevels;
  /** Shows a page in a browser while `work` runs; absent if there is none. */
  readonly show?: ShowPage;
  readonly extras?: Extras;
  /** Whether an image is taken of each slide that has a finding. */
  readonly takesImages?: boolean;
  /** Reports how many slides of the deck are done. */
  readonly onProgress?: (slides: number) => void;
}

/** What is checked only if the user asks for it. */
export type Extras = Pick<SourceContext, 'web' | 'spelling'>;

export type ShowPage = <T>(page: Page, work: (tab: Tab) => Promise<T>) => Promise<T>;

/** What was found in a deck. Findings are in source order. */
export interface CheckedDeck extends JudgedFindings {
  /** Absent if the deck cannot be read. */
  readonly page?: Page;
  /** Whether the slides were looked at in a browser. */
  readonly wasShown: boolean;
  /** The files that the deck uses. */
  readonly inputs: Inputs;
  /** The Markdown files that it consists of. */
  readonly files: readonly TextFile[];
  readonly images: readonly FindingImage[];
}

/**
 * Checks a deck: what its build reports, what the rules find in its source, and what they find in a browser.
 */
export async function checkDeck(
  { deck: file, options }: PlannedDeck,
  { buildPage, levels, extras = {}, show, takesImages = false, onProgress }: CheckOptions,
): Promise<CheckedDeck> {
  const report = new Report();
  const inputs = new Inputs();
  const page = await buildPage(file, { ...options, marksSource: true }, report, inputs);
  const built = report.diagnostics.map((diagnostic): Finding => ({ diagnostic }));
  const deck = readDeck({ deck: file, options });
  const files = deck ? filesOf(deck) : [];
  const nothing = { excused: [], images: [], wasShown: false, inputs, files };
  if (!page || !deck) return { ...nothing, findings: built };
  const lines = new SourceLines(options.cwd, options.drafts);
  const settings = [levels, deck.frontMatter.check];
  const wanted = withoutOff(extras, settings);
  const found = await checkSource(deck, { deck: file, options }, lines, wanted);
  const skipped = [...(wanted.web ? [] : ['link-web']), ...(wanted.spelling ? [] : ['spelling'])];
  const judge = (shown: readonly Finding[]): JudgedFindings => {
    const all = new Excuses(deck, lines).apply([...built, ...found, ...shown], skipped);
    const settle = <Each extends Finding>(findings: readonly Each[]): readonly Each[] =>
      withLevels(findings, settings)
        .map((finding) => withSlide(finding, page))
        .toSorted(byPlace);
    return { findings: settle(all.findings), excused: settle(all.excused) };
  };
  if (!show) return { ...nothing, ...judge([]), page };
  const work = async (tab: Tab): Promise<CheckedDeck> => {
    const judged = judge((await checkInBrowser(tab, page)).map(findingOn(page, lines)));
    onProgress?.(page.slideCount);
    const images = takesImages ? await shootFindings(tab, page, judged.findings) : [];
    return { ...judged, page, images, wasShown: true, inputs, files };
  };
  return unlessBrowserFails(
    () => show(page, work),
    (problem) => ({ ...nothing, ...judge([problem]), page }),
  );
}

/** What is turned off is not done: requests would be in vain. */
function withoutOff({ web, spelling }: Extras, settings: readonly CheckLevels[]): Extras {
  const isOff = (rule: CheckRule): boolean => levelOf(rule, settings) === 'off';
  return {
    ...(web && !isOff('link-web') && { web }),
    ...(spelling && !isOff('spelling') && { spelling }),
  };
}

function filesOf({ file, texts, stacks }: Deck): readonly TextFile[] {
  const shown = new Set(stacks.flat().map(({ span }) => span.file));
  return texts.filter(({ path, realPath }) => realPath === file || shown.has(path));
}

/** The number of slides of a deck; 0 if it cannot be read. */
export function countSlides(planned: PlannedDeck): number {
  return readDeck(planned)?.stacks.flat().length ?? 0;
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
  extras: Extras,
): Promise<readonly Finding[]> {
  const findings = new Map<string, Finding>();
  const slides = deck.stacks.flat().map((slide, index) => ({ slide, number: index + 1 }));
  const context: SourceContext = {
    deck,
    slides,
    parts: partsOf(deck, slides),
    options,
    ...extras,
    linesOf: (file) => lines.of(file),
    add: (found) => {
      const key = JSON.stringify([found.rule, found.span, found.message]);
      if (findings.has(key)) return;
      const isFixed = found.severity ? { isFixed: true as const } : {};
      findings.set(key, { diagnostic: diagnosticOf(found), ...isFixed });
    },
  };
  for (const rule of sourceRules) await rule(context);
  return [...findings.values()];
}

/** Without a browser, or with one that fails, the rest of the check remains. */
async function unlessBrowserFails<T>(
  work: () => Promise<T>,
  otherwise: (problem: Finding) => T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    const { code, message, hint } = error;
    const text = `${message}; only the source was checked, and not how slides look`;
    return otherwise({ diagnostic: { code, severity: codes[code], message: text, hint } });
  }
}

/** Converts what was found on a page. */
function findingOn(page: Page, lines: SourceLines): (found: PageFinding) => Finding {
  return (found) => {
    const span = placeOf(found, page.slides, (file) => lines.of(file));
    const { slide, box, ...rest } = found;
    return { diagnostic: diagnosticOf({ ...rest, ...(span && { span }) }), slide, box };
  };
}

type Found = Pick<PageFinding, 'rule' | 'message' | 'hint'> & Partial<SourceFinding>;

function diagnosticOf({ rule, span, message, hint, severity, fix }: Found): Diagnostic {
  return {
    code: rule,
    severity: severity ?? codes[rule],
    message,
    ...(span && { span }),
    ...(hint !== undefined && { hint }),
    ...(fix && { fix }),
  };
}

/** What was found in the source is on the slide that is written there. */
function withSlide<Each extends Finding>(finding: Each, { slides }: Page): Each {
  const { span } = finding.diagnostic;
  const slide = finding.slide ?? (span && slideAt(span, slides));
  return slide === undefined ? finding : { ...finding, slide };
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
