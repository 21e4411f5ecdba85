import path from 'node:path';
import { isInvisible } from '../1-load/include.ts';
import { placeInOriginal, placeSpans } from '../1-load/slides/place-spans.ts';
import type { Report } from '../base/diagnostics/report.ts';
import { deckStem } from '../base/files/deck-files.ts';
import { spanOfFile } from '../base/span.ts';
import type { Deck, Slide } from '../model/deck.ts';
import type { FrontMatter } from '../model/front-matter.ts';
import type { Inline } from '../model/inline.ts';
import type {
  DeckSource,
  Located,
  Memo,
  OpenedSlide,
  SlideSource,
  TextFile,
} from '../model/source.ts';
import { DeckSize } from './deck-size.ts';
import { FindingCollector, type Findings, type Parsed } from './findings.ts';
import { TagBalance } from './inline/html/tag-balance.ts';
import { fillIn, variablesOf } from './inline/variables.ts';
import { numberDeck } from './numbering.ts';
import { planTypeSteps } from './room/type-room.ts';
import { convertSlide, extendSlide, isLate, wholeSlide } from './slides/late-slide.ts';
import { parseSlide, type SlideOptions } from './slides/slide.ts';
import { splitSlide } from './slides/split.ts';
import { planTime } from './slides/time-plan.ts';
import { parseLine } from './slides/yaml-value.ts';
import { dataKey, type GivenFiles, noFiles, Source } from './source.ts';
import { resolveTargets } from './targets.ts';

/**
 * Parses a deck. Errors are reported, and parsing continues.
 *
 * @param keepsHidden whether hidden slides come after all others, which keep their numbers, names and time
 */
export function parseDeck(source: DeckSource, report: Report, keepsHidden = false): Deck {
  const filled = fillFrontMatter(source);
  const frontMatter = placeInOriginal(filled, source.file);
  const all = parseStacks(source, frontMatter.value, report, keepsHidden);
  const { stacks: parsed, hidden, findings } = all;
  for (const found of findings) report.addAll(found.diagnostics);
  const stacks = planTime(parsed, frontMatter.value, report);
  if (source.slides.length === 0 || stacks.flat().every(isEmpty)) reportEmpty(source, report);
  const title =
    frontMatter.value.title ?? titleOf(stacks) ?? deckStem(path.basename(source.file.realPath));
  const vars = variablesOf({ ...frontMatter.value, title });
  const { header: headerText, footer: footerText } = source.frontMatter;
  const header = parseFrontMatterLine(headerText, source, vars);
  const footer = parseFrontMatterLine(footerText, source, vars);
  for (const found of [header.findings, footer.findings, frontMatter.findings]) {
    report.addAll(found.diagnostics);
    findings.push(found);
  }
  const links = findings.flatMap((found) => found.links);
  const ids = findings.flatMap((found) => found.ids);
  return {
    file: source.file.realPath,
    texts: source.texts,
    frontMatter: frontMatter.value,
    title,
    header: header.value,
    footer: footer.value,
    macros: source.macros,
    typeSteps: planTypeSteps(stacks.flat()),
    properties: findings.flatMap((found) => found.properties),
    ids,
    links,
    hasHidden: all.hasHidden,
    ...resolveTargets([...stacks, ...hidden], links, ids, report),
    ...numberDeck(findings, report),
  };
}

interface ParsedStacks {
  readonly stacks: readonly (readonly Slide[])[];
  readonly hasHidden: boolean;
  /** Those that are kept. */
  readonly hidden: readonly (readonly Slide[])[];
  readonly findings: Findings[];
}

function parseStacks(
  source: DeckSource,
  frontMatter: FrontMatter,
  report: Report,
  keepsHidden: boolean,
): ParsedStacks {
  const size = new DeckSize();
  const stacks: Slide[][] = [];
  const findings: Findings[] = [];
  const { incremental, lang } = frontMatter;
  const smart = frontMatter.smart ? lang : undefined;
  const vars = variablesOf(frontMatter);
  const { size: slideSize, fit, autoLayout } = frontMatter;
  const isTranslated = source.dialect !== 'lectern';
  const shared = { incremental, smart, fit, autoLayout, isTranslated };
  const options: SlideOptions = { ...shared, vars, size: slideSize };
  // Computed once, as part of the memo key of each slide.
  const optionsKey = JSON.stringify([...Object.values(shared), slideSize, ...vars]);
  const hidden: { readonly placed: SlideSource; readonly after: number }[] = [];
  /** @returns `undefined` if the deck is too large for the slide */
  const parse = (placed: SlideSource, isFirst: boolean): readonly Slide[] | undefined => {
    const parsed = parsePlaced(placed, isFirst, source, options, optionsKey);
    if (!size.hasPlace(parsed, report)) return undefined;
    findings.push(parsed.findings);
    if (isOnlyDefinitions(placed.slide)) return [];
    // A slide that is included twice becomes two objects.
    const slides = divide(extendSlide(parsed.value, {}), frontMatter);
    if (slides.length > 1) findings.push(codeIn(slides));
    return slides;
  };
  let stack: Slide[] | undefined;
  let count = 0;
  for (const placed of source.slides) {
    if (placed.isShown === false) {
      const { findings: all } = parsePlaced(placed, false, source, options, optionsKey);
      findings.push(onlyFootnotes(all));
      continue;
    }
    // The slide below a hidden one takes its place in the stack.
    if (!placed.vertical) stack = undefined;
    if (placed.slide.frontMatter.hide) {
      hidden.push({ placed, after: count });
      continue;
    }
    const slides = parse(placed, stacks.length === 0);
    if (!slides) break;
    count += slides.length;
    for (const slide of slides) {
      if (placed.vertical && stack) stack.push(slide);
      else {
        stack = [slide];
        stacks.push(stack);
      }
    }
  }
  const kept = (keepsHidden ? hidden : []).flatMap(({ placed, after }) =>
    (parse(placed, false) ?? []).map((slide) => [extendSlide(slide, { hiddenAfter: after })]),
  );
  return { stacks, hidden: kept, hasHidden: hidden.length > 0, findings };
}

function divide(slide: Slide, { fit, size }: FrontMatter): readonly Slide[] {
  if ((slide.settings.fit ?? fit) !== 'split') return [slide];
  const parts = splitSlide(wholeSlide(slide), size);
  return parts.length > 1 ? parts : [slide];
}

/** The code of slides that were divided, which is highlighted in parts. */
function codeIn(slides: readonly Slide[]): Findings {
  const blocks = slides.flatMap(({ slots }) => slots.flatMap((slot) => slot.blocks));
  const code = blocks.filter((block) => block.kind === 'code');
  return { ...new FindingCollector().finish(), code };
}

/** An input of translated slides, whose lines do not follow each other as in the author's text. */
const inTranslation = Symbol('in translation');

/** Parses a slide, unless the last build did, and resolves the spans of its findings. */
function parsePlaced(
  { slide, file, line, definitions, vars, memo }: SlideSource,
  isFirst: boolean,
  source: Pick<DeckSource, 'files' | 'data'>,
  deckOptions: SlideOptions,
  deckKey: string,
): Parsed<Slide> {
  const hasOwn = vars.size > 0;
  const options = hasOwn
    ? { ...deckOptions, vars: new Map([...deckOptions.vars, ...vars]) }
    : deckOptions;
  const optionsKey = hasOwn ? deckKey + JSON.stringify([...vars]) : deckKey;
  const place = file.origins ? inTranslation : undefined;
  const key = [slide.file.text, file.realPath, isFirst, definitions, optionsKey, place] as const;
  const alone = memo.get(parseSlide, key, () => parseSlide(slide, isFirst, options));
  const { missingFiles, missingData } = alone.findings;
  if (missingFiles.length + missingData.length === 0) return placeParsed(alone, file, line, memo);
  const files = readFiles(placeSpans({ missingFiles, missingData }, file, line), source);
  const parsed = memo.get(parseSlide, [...key, ...keysOf(files)], () =>
    parseSlide(slide, isFirst, options, files),
  );
  return placeParsed(parsed, file, line, memo);
}

function readFiles(
  { missingFiles, missingData }: Pick<Findings, 'missingFiles' | 'missingData'>,
  { files, data }: Pick<DeckSource, 'files' | 'data'>,
): GivenFiles {
  return {
    texts: new Map(missingFiles.map((ref) => [ref.path, files(ref)])),
    data: new Map(missingData.map((ref) => [dataKey(ref), data(ref)])),
  };
}

/** What identifies the contents of files, as part of a memo key. */
function keysOf({ texts, data }: GivenFiles): readonly (string | undefined)[] {
  return [
    ...[...texts.values()].flatMap((given) => [given?.path, given?.text]),
    ...[...data.values()].flatMap((given) =>
      given?.kind === 'grid' ? [given.path, given.key] : [given?.file.path, given?.file.text],
    ),
  ];
}

/** The footnotes of a slide that is not in the deck, with what they may contain. */
function onlyFootnotes({ footnotes, code, formulas, diagrams, icons, emoji }: Findings): Findings {
  const optional = footnotes.map((footnote) => ({ ...footnote, isOptional: true as const }));
  const none = new FindingCollector().finish();
  return { ...none, footnotes: optional, code, formulas, diagrams, icons, emoji };
}

function placeParsed(
  parsed: Parsed<Slide>,
  file: TextFile,
  line: number,
  memo: Memo,
): Parsed<Slide> {
  const place = <T>(value: T): T => placeSpans(value, file, line);
  return memo.get(placeSpans<Parsed<Slide>>, [parsed, file.path, line, file.origins], () => {
    const { value, findings } = parsed;
    return isLate(value)
      ? { value: convertSlide(value, place), findings: place(findings) }
      : place(parsed);
  });
}

/** Whether a slide contains only footnote definitions, which are shown elsewhere. */
function isOnlyDefinitions({ tokens, hasFrontMatter }: OpenedSlide): boolean {
  if (hasFrontMatter) return false;
  let hasDefinition = false;
  // Ends with the first token of most slides.
  for (const token of tokens) {
    if (isInvisible(token)) continue;
    if (token.type !== 'footnoteDefinition') return false;
    hasDefinition = true;
  }
  return hasDefinition;
}

/** Replaces variables in the plain texts of the front matter. */
function fillFrontMatter(deck: DeckSource): Parsed<FrontMatter> {
  const source = sourceOf(deck);
  const { frontMatter, file } = deck;
  const texts = (['title', 'subtitle', 'author', 'description', 'keywords'] as const).flatMap(
    (key) => {
      const text = frontMatter[key];
      return text === undefined ? [] : [[key, fillIn(text, source, file.text)] as const];
    },
  );
  const value = { ...frontMatter, ...Object.fromEntries(texts) };
  return { value, findings: source.findings.finish() };
}

/** Parses a front matter value as inline Markdown. */
function parseFrontMatterLine(
  line: Located<string> | undefined,
  deck: DeckSource,
  vars: ReadonlyMap<string, string>,
): Parsed<readonly Inline[]> {
  const { lang, smart } = deck.frontMatter;
  const scope = { vars, isOnEachSlide: true, smart: smart ? lang : undefined };
  const source = sourceOf(deck).with(scope);
  const parsed = {
    value: line ? parseLine(line, source) : [],
    findings: source.findings.finish(),
  };
  return placeInOriginal(parsed, deck.file);
}

function sourceOf({ file, dialect, frontMatter: { vars } }: DeckSource): Source {
  const isTranslated = dialect !== 'lectern';
  const scope = { vars, files: noFiles, incremental: false, depth: 0, isTranslated };
  const tags = new TagBalance();
  return Source.slice(file, 0, { ...scope, tags }, new FindingCollector());
}

function isEmpty(slide: Slide): boolean {
  // Headings are in slots, whose blocks may not be parsed yet.
  if (slide.headings.length > 0 || slide.settings.background) return false;
  return slide.slots.length === 0;
}

function reportEmpty({ file }: DeckSource, report: Report): void {
  if (report.hasErrors) return;
  const span = spanOfFile(file.path);
  report.add('deck-empty', span, 'the deck has no slides', 'begin with a line such as "# My talk"');
}

function titleOf(stacks: readonly (readonly Slide[])[]): string | undefined {
  return stacks.flat().find(({ title }) => title !== '')?.title;
}
