import { BrowserError } from '../6-export/browser/browser-error.ts';
import type { Tab } from '../6-export/browser/tab.ts';
import { codes } from '../base/diagnostics/diagnostic.ts';
import { Report } from '../base/diagnostics/report.ts';
import { Inputs } from '../base/inputs.ts';
import type { BuildPage, PlannedDeck } from '../base/pipeline.ts';
import { type CheckLevels, type CheckRule, checkRules } from '../model/check.ts';
import type { Deck } from '../model/deck.ts';
import type { Page } from '../model/page.ts';
import type { TextFile } from '../model/source.ts';
import { pageRules } from './excuses.ts';
import { type Finding, findingOf, type JudgedFindings, levelOf } from './finding.ts';
import { judge } from './judge.ts';
import { type FindingImage, shootFindings } from './page/finding-images.ts';
import { checkInBrowser } from './page/page-findings.ts';
import { placeFindings } from './page/placed.ts';
import { findScriptErrors } from './page/script-errors.ts';
import { readDeck } from './read-deck.ts';
import { type Inspection, inspectPdf, readContents } from './report/inspect.ts';
import { checkSource } from './source/check-source.ts';
import type { Extras } from './source/rule.ts';
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
  const read = await readDeck(planned);
  const files = read ? filesOf(read.deck) : [];
  const nothing = { excused: [], images: [], off: [], wasShown: false, inputs, files };
  if (!page || !read) return { ...nothing, findings: built };
  const lines = new SourceLines(planned.options.cwd, planned.options.drafts);
  const levels = [options.levels, read.deck.frontMatter.check];
  const off = ruleNames.filter((rule) => levelOf(rule, levels) === 'off');
  const extras = withoutOff(options.extras ?? {}, off);
  const found = await checkSource(read, planned.options, lines, extras);
  const skipped = [...(extras.web ? [] : ['link-web']), ...(extras.spelling ? [] : ['spelling'])];
  const unshown = (problems: readonly Finding[]): CheckedDeck => {
    const notRun = [...skipped, ...pageRules];
    const judged = judge([...built, ...found, ...problems], { read, page, levels, notRun });
    return { ...nothing, ...judged, off, page };
  };
  const { show } = options;
  if (!show) return unshown([]);
  // The page of a deck with errors has no scripts, so that it would never be ready.
  if (report.hasErrors) return unshown([notShown]);
  const work = async (tab: Tab): Promise<CheckedDeck> => {
    const shown = placeFindings(await checkInBrowser(tab, page), page, lines);
    const errors = findScriptErrors(tab.exceptions, page, (file) => lines.of(file));
    const thrown = errors.map((error) => findingOf({ rule: 'script-error', ...error }));
    // What a build computes of colors and sizes, a browser has measured.
    const kept = built.filter(({ diagnostic: { code } }) => !estimates.includes(code));
    const all = [...kept, ...found, ...shown, ...thrown];
    const judged = judge(all, { read, page, levels, notRun: skipped });
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
function withoutOff({ web, spelling }: Extras, off: readonly CheckRule[]): Extras {
  return {
    ...(web && !off.includes('link-web') && { web }),
    ...(spelling && !off.includes('spelling') && { spelling }),
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

/** Says that how slides look was not checked. */
const notShown: Finding = {
  diagnostic: {
    code: 'check-partial',
    severity: codes['check-partial'],
    message: 'the deck has errors, so that only its source was checked, and not how slides look',
    hint: 'fix the errors, and run the check again',
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
