import { loadDeck } from '../1-load/load.ts';
import { parseDeck } from '../2-parse/parse.ts';
import { BrowserError } from '../6-export/browser/browser-error.ts';
import type { Tab } from '../6-export/browser/tab.ts';
import { codes, type Diagnostic } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import type { BuildPage, PlannedDeck } from '../base/pipeline.ts';
import { type CheckLevels, type CheckRule, checkRules, type PageFinding } from '../model/check.ts';
import type { Deck } from '../model/deck.ts';
import type { Page } from '../model/page.ts';
import type { TextFile } from '../model/source.ts';
import { Excuses, pageRules } from './excuses.ts';
import { type Finding, type JudgedFindings, levelOf, withLevels } from './finding.ts';
import { type FindingImage, shootFindings } from './page/finding-images.ts';
import { checkInBrowser } from './page/page-findings.ts';
import { placeOf, slideAt } from './page/place.ts';
import { findScriptErrors } from './page/script-errors.ts';
import { type Inspection, inspectPdf, readContents } from './report/inspect.ts';
import { type SlideText, slideTexts } from './slide-text.ts';
import type { SourceContext, SourceFinding } from './source/rule.ts';
import { sourceRules } from './source/rules.ts';
import { type NumberedSlide, partsOf } from './source/tree/parts.ts';
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
  /** Whether the page and its PDF are inspected for a report. */
  readonly inspects?: boolean;
  /** Reports how many slides of the deck are done. */
  readonly onProgress?: (slides: number) => void;
}

/** What is checked only if the user asks for it. */
export type Extras = Pick<SourceContext, 'web' | 'spelling'>;
const ruleNames = Object.keys(checkRules) as readonly CheckRule[];

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
  /** The rules that are switched off. */
  readonly off: readonly CheckRule[];
  readonly inspection?: Inspection;
}

/**
 * Checks a deck: what its build reports, what the rules find in its source, and what they find in a browser.
 */
export async function checkDeck(planned: PlannedDeck, options: CheckOptions): Promise<CheckedDeck> {
  const report = new Report();
  const inputs = new Inputs();
  const building = { ...planned.options, marksSource: true };
  const page = await options.buildPage(planned.deck, building, report, inputs);
  const built = report.diagnostics.map((diagnostic): Finding => ({ diagnostic }));
  const read = readDeck(planned);
  const files = read ? filesOf(read.deck) : [];
  const nothing = { excused: [], images: [], off: [], wasShown: false, inputs, files };
  if (!page || !read) return { ...nothing, findings: built };
  const { deck, texts } = read;
  const lines = new SourceLines(planned.options.cwd, planned.options.drafts);
  const settings = [options.levels, deck.frontMatter.check];
  const off = ruleNames.filter((rule) => levelOf(rule, settings) === 'off');
  const { web, spelling } = withoutOff(options.extras ?? {}, settings);
  const wanted = { ...(web && { web }), ...(spelling && { spelling }) };
  const found = await checkSource(deck, planned, lines, wanted);
  const skipped = [...(web ? [] : ['link-web']), ...(spelling ? [] : ['spelling'])];
  const judge = (shown: readonly Finding[], wasMeasured = false): JudgedFindings => {
    // What a build computes of colors and sizes, a browser has measured.
    const kept = built.filter(
      ({ diagnostic: { code } }) => !wasMeasured || !estimates.includes(code),
    );
    const excuses = new Excuses(texts, partsOf(deck, numbered(deck)));
    const notRun = [...skipped, ...(wasMeasured ? [] : pageRules)];
    const all = excuses.apply([...kept, ...found, ...shown], notRun);
    const settle = <Each extends Finding>(findings: readonly Each[]): readonly Each[] =>
      withLevels(findings, settings)
        .map((finding) => withSlide(finding, page))
        .toSorted(byPlace);
    return { findings: settle(all.findings), excused: settle(all.excused) };
  };
  const unshown = (problems: readonly Finding[]): CheckedDeck => {
    return { ...nothing, ...judge(problems), off, page };
  };
  const { show } = options;
  if (!show) return unshown([]);
  // The page of a deck with errors has no scripts, so that it would never be ready.
  if (report.hasErrors) return unshown([notShown]);
  const work = async (tab: Tab): Promise<CheckedDeck> => {
    const shown = await checkInBrowser(tab, page);
    const errors = findScriptErrors(tab.exceptions, page, (file) => lines.of(file));
    const thrown = errors.map((each) => ({
      diagnostic: diagnosticOf({ rule: 'script-error', ...each }),
    }));
    const judged = judge([...shown.map(findingOn(page, lines)), ...thrown], true);
    const seen = await lookAt(tab, page, judged.findings, options);
    return { ...judged, ...seen, off, page, wasShown: true, inputs, files };
  };
  return unlessBrowserFails(
    () => show(page, work),
    (problem) => unshown([problem]),
  );
}

/** The codes of builds in place of which there are rules for browsers. */
const estimates: readonly string[] = ['color-contrast', 'slide-crowded'];

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

/** What is wanted besides the findings, of a page that was checked. */
async function lookAt(
  tab: Tab,
  page: Page,
  findings: readonly Finding[],
  { takesImages, inspects, onProgress }: CheckOptions,
): Promise<Pick<CheckedDeck, 'images' | 'inspection'>> {
  onProgress?.(page.slideCount);
  const contents = inspects ? await readContents(tab, page) : undefined;
  const images = takesImages ? await shootFindings(tab, page, findings) : [];
  if (!contents) return { images };
  return { images, inspection: { contents, pdf: await inspectPdf(tab, contents) } };
}

/** The number of slides of a deck; 0 if it cannot be read. */
export function countSlides(planned: PlannedDeck): number {
  return readDeck(planned)?.deck.stacks.flat().length ?? 0;
}

/** What is wrong with it was reported when its page was built. */
export function readDeck({ deck, options }: PlannedDeck): ReadDeck | undefined {
  const report = new Report();
  const source = loadDeck(deck, options, new Inputs(), report);
  return source && { deck: parseDeck(source, report), texts: slideTexts(source) };
}

interface ReadDeck {
  readonly deck: Deck;
  readonly texts: readonly SlideText[];
}

export function numbered(deck: Deck): readonly NumberedSlide[] {
  return deck.stacks.flat().map((slide, index) => ({ slide, number: index + 1 }));
}

export async function checkSource(
  deck: Deck,
  { options }: PlannedDeck,
  lines: SourceLines,
  extras: Extras,
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const findings = new Map<string, Finding>();
  const slides = numbered(deck);
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
  for (const rule of sourceRules) {
    await rule(context);
    if (!signal) continue;
    // A save must not wait for it.
    await new Promise(setImmediate);
    if (signal.aborted) break;
  }
  return [...findings.values()];
}

/** Says that how slides look was not checked. */
const notShown: Finding = {
  diagnostic: {
    code: 'check-partial',
    severity: codes['check-partial'],
    message: 'the deck has errors, so that only its source was checked, and not how slides look',
    hint: 'mend the errors, and check it again',
  },
};

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
    const left = code === 'browser-missing' ? '\nto check only the source, add --no-browser' : '';
    const diagnostic = { code, severity: codes[code], message: text, hint: hint + left };
    return otherwise({ diagnostic });
  }
}

/** Converts what was found on a page. */
export function findingOn(page: Page, lines: SourceLines): (found: PageFinding) => Finding {
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
export function withSlide<Each extends Finding>(finding: Each, { slides }: Page): Each {
  const { span } = finding.diagnostic;
  const slide = finding.slide ?? (span && slideAt(span, slides));
  return slide === undefined ? finding : { ...finding, slide };
}

/** The order of the source; what has no place comes first. */
export function byPlace(
  { diagnostic: { span: a } }: Finding,
  { diagnostic: { span: b } }: Finding,
): number {
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
