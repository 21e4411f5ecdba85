import type { Report } from '../../../base/diagnostics/report.ts';
import type { TextFile } from '../../../model/source.ts';
import { markerFor } from '../origin-mark.ts';
import type { Project } from '../project.ts';
import { escapeOwnSyntax, type OwnSyntax } from '../shared/escape.ts';
import { type Region, Regions } from '../shared/regions.ts';
import { UtilityRules } from '../shared/utilities/rules.ts';
import { TextEdits } from '../text-edits.ts';
import type { TranslationContext } from '../translation.ts';
import { yamlText } from '../yaml-text.ts';
import { type DeckSlide, reportUnmapped, type SlidevDeck } from './deck.ts';
import { separateFootnotes } from './footnotes.ts';
import { deckSettings, fontSettings, styleFiles } from './settings/deck-settings.ts';
import { Matter, readMatter } from './settings/matter.ts';
import { includeSettings } from './settings/slide-settings.ts';
import { type SlidevSlide, splitSlides } from './slides.ts';
import { translateSlide } from './translate-slide.ts';

/** What Slidev's Markdown has, too. */
const meaningful: readonly OwnSyntax[] = [
  'alerts',
  'footnotes',
  'inline-notes',
  'formulas',
  'variables',
];

/** With `mdc: true`, texts and blocks may have attributes. */
const comark: readonly OwnSyntax[] = ['spans', 'attributes'];

/** Translates a deck of Slidev. */
export function translateSlidev(author: TextFile, context: TranslationContext): TextFile {
  const { report } = context;
  const deck = readDeck(author, context, report);
  const regions: Region[] = [];
  const heads = deck.slides.map((slide) => {
    const head = translate(slide, deck, regions);
    return { slide, head };
  });
  for (const { slide, head } of heads.slice(1)) writeHead(slide, head, deck);
  const [first] = heads;
  if (first) writeHead(first.slide, `${frontMatter(deck)}${first.head}`, deck);
  const all = new Regions(author.text, regions);
  separateFootnotes(deck, all);
  escapeOwnSyntax(deck.edits, all, [...meaningful, ...(deck.isComark ? comark : [])]);
  return deck.edits.finish();
}

function readDeck(author: TextFile, context: TranslationContext, report: Report): SlidevDeck {
  const found = splitSlides(author.text);
  const matters = found.map((slide) => readMatter(author, slide, report));
  const head = headOf(matters[0] ?? new Matter(), context);
  const defaults = head.inner('defaults');
  const isDark = head.text('colorSchema') === 'dark';
  let number = 0;
  const slides = found.map((at, i): DeckSlide => {
    const own = matters[i] ?? new Matter();
    const isShown = !own.isTrue('disabled') && !own.isTrue('hide');
    if (isShown) number++;
    return { at, own, settings: own.with(defaults), isShown, number, ...titleOf(at, own, author) };
  });
  const edits = new TextEdits(author);
  const utilities = new UtilityRules(isDark);
  const isComark = head.isTrue('mdc') || head.isTrue('comark');
  return { author, edits, context, report, head, slides, isDark, isComark, utilities };
}

/** The front matter of decks, for the files that they include. */
const heads = new WeakMap<Project, Matter>();

function headOf(own: Matter, { project, isIncluded }: TranslationContext): Matter {
  const head = isIncluded ? (heads.get(project) ?? own) : own;
  heads.set(project, head);
  return head;
}

function titleOf(
  { contentStart, end }: SlidevSlide,
  settings: Matter,
  { text }: TextFile,
): Pick<DeckSlide, 'title' | 'level'> {
  const [, marks = '#', heading] = /^(#+) (.*)$/m.exec(text.slice(contentStart, end)) ?? [];
  const title = settings.text('title') ?? settings.text('name') ?? heading?.trim();
  return {
    title: title?.replace(/[*_`]|<[^>]*>|\$\\?/g, ''),
    level: settings.number('level') ?? marks.length,
  };
}

/** As in Slidev, slides of another file replace the text of the slide that includes them. */
function reportReplaced(start: number, end: number, deck: SlidevDeck): void {
  const text = deck.author.text.slice(start, end);
  const shown = text.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length));
  const { index, 0: line = '' } = /\S.*/.exec(shown) ?? {};
  if (index === undefined) return;
  const message = 'this text is not shown: slides of the file under "src" replace its slide';
  reportUnmapped(deck, start + index, line.trimEnd().length, message, 'put --- above it');
}

/** Translates a slide. @returns its break, its settings and what is above its text */
function translate(slide: DeckSlide, deck: SlidevDeck, regions: Region[]): string {
  const { contentStart, start, end } = slide.at;
  if (contentStart > start) regions.push({ kind: 'raw', start, end: contentStart });
  const mark = markerFor(deck.author.text, start, contentStart);
  if (slide.own.text('src') !== undefined) {
    reportReplaced(contentStart, end, deck);
    deck.edits.remove(contentStart, end);
    regions.push({ kind: 'raw', start: contentStart, end });
    return breakWith(yamlText(includeSettings(slide.own, deck), mark));
  }
  const utilities = new UtilityRules(deck.isDark, ':scope');
  const ownDeck = deck.context.isIncluded ? { ...deck, utilities } : deck;
  const { settings, intro, regions: own } = translateSlide(slide, ownDeck);
  regions.push(...own);
  const { note } = slide.at;
  if (note) regions.push({ kind: 'raw', start: note.start, end: note.end });
  return breakWith(yamlText(settings, mark)) + intro;
}

function breakWith(yaml: string): string {
  return yaml === '' ? '---\n\n' : `---\n${yaml}---\n\n`;
}

function writeHead({ at }: DeckSlide, head: string, { edits, author }: SlidevDeck): void {
  const before = author.text.slice(0, at.start);
  const gap = before === '' || before.endsWith('\n\n') ? '' : '\n';
  edits.replace(at.start, at.contentStart, gap + head);
}

/** The front matter of the deck; included files have none. */
function frontMatter(deck: SlidevDeck): string {
  // Without it, the settings of the first slide would be those of the deck.
  if (deck.context.isIncluded) return '---\n---\n\n';
  const css = deck.utilities.css;
  const files = styleFiles(deck);
  const settings = yamlText({
    ...deckSettings(deck),
    styles: files.length > 0 ? files : undefined,
    css: css === '' ? undefined : css,
  });
  // A command of KaTeX itself.
  const macros = deck.author.text.includes('\\KaTeX')
    ? "macros:\n  '\\KaTeX': '\\text{KaTeX}'\n"
    : '';
  return `---\n${settings}${fontSettings(deck)}${macros}---\n\n`;
}
