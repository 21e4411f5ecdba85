import { spanAt } from '../../../base/span.ts';
import type { TextFile } from '../../../model/source.ts';
import type { PandocAttributes } from '../pandoc/attributes.ts';
import type { PandocDeck } from '../pandoc/deck.ts';
import { colonsAt, type Div, replaceLine } from '../pandoc/divs.ts';
import { type Flavor, pandocSyntax } from '../pandoc/flavor.ts';
import type { Settings } from '../pandoc/settings/metadata.ts';
import { revealThemes } from '../shared/reveal-names.ts';
import type { TranslationContext } from '../translation.ts';
import type { YamlValue } from '../yaml-text.ts';
import { writeCallout } from './callouts.ts';
import { CellWriter } from './cells.ts';
import { CrossReferences } from './cross-references.ts';
import { IncludedFiles } from './included-files.ts';
import { CellResults } from './results.ts';
import { readScss } from './scss.ts';
import { translateShortcode } from './shortcodes.ts';
import { writeSideBySide } from './side-by-side.ts';

/** What Quarto adds to Pandoc's Markdown. */
export function quarto(author: TextFile, context: TranslationContext): Flavor {
  const callouts: Div[] = [];
  const files = new IncludedFiles(author);
  const cells = new CellWriter(new CellResults(author, context));
  const flavor: Flavor = {
    syntax: [...pandocSyntax, 'emoji'],
    slideLevel: (settings) => {
      const level = Number(settings.text('slide-level') ?? 2);
      return level >= 0 && level <= 6 ? level : 2;
    },
    hasStacks: (settings) =>
      /^(?:vertical|grid|default)$/.test(settings.text('navigation-mode') ?? ''),
    unused: { center: 'write {.center} behind the heading of a slide' },
    frontMatter: (settings) => frontMatterOf(settings, cells.styles, context, author),
    titleSlide: titleSlideAttributes,
    slideFooter,
    writeDiv: (div, deck) => writeDiv(div, deck, callouts),
    writeCode: (fence, info, deck) => cells.write(fence, info, deck),
    inline: (_, deck) => {
      const references = new CrossReferences(author.text, deck.parts);
      return { special: (text, at) => special(text, at, deck, files, references) };
    },
  };
  return flavor;
}

/** Names of Quarto's own themes; others are those of reveal.js. */
const themes: ReadonlyMap<string, string> = new Map([
  ...['default', 'white'].map((name) => [name, 'quarto/default'] as const),
  ...['dark', 'black'].map((name) => [name, 'quarto/dark'] as const),
  ['simple', 'quarto/simple'],
]);

function themeOf(name: string): string | undefined {
  return themes.get(name) ?? (revealThemes.has(name) ? `reveal/${name}` : undefined);
}

/** Quarto's slides of 1050 × 700 pixels, with the margin around them that is a tenth of the screen. */
function sizeOf(settings: Settings): string {
  const numberOf = (key: string, usual: number): number => {
    const value = Number(settings.text(key) ?? usual);
    return Number.isFinite(value) && value > 0 ? value : usual;
  };
  const margin = Number(settings.text('margin') ?? 0.1);
  const share = margin >= 0 && margin < 0.5 ? 1 - margin : 0.9;
  const sides = [numberOf('width', 1050), numberOf('height', 700)];
  return sides.map((side) => Math.min(4000, Math.max(200, Math.round(side / share)))).join('x');
}

function titleSlideAttributes(settings: Settings): PandocAttributes | undefined {
  const items = settings.entry('title-slide-attributes')?.items;
  const values = (items ?? []).flatMap(({ key, source }) =>
    source === undefined ? [] : [[key, source] as const],
  );
  return values.length === 0 ? undefined : { id: undefined, classes: [], values: new Map(values) };
}

/** `smaller: true`, and `fontsize` in pixels: text of another size on all slides. */
function sizeRule(settings: Settings, usual = 40): string {
  const pixels = Number(/^([\d.]+)px$/.exec(settings.text('fontsize') ?? '')?.[1] ?? usual);
  const size = pixels * (settings.text('smaller') === 'true' ? 0.7 : 1);
  if (size === 40 || !(size >= 8 && size <= 120)) return '';
  const rem = Math.round((2.3125 * size * 1000) / 40) / 1000;
  return `:root { --size-text: ${rem}rem; --size-table: ${rem}rem }`;
}

function frontMatterOf(
  settings: Settings,
  css: string,
  context: TranslationContext,
  author: TextFile,
): Readonly<Record<string, YamlValue | undefined>> {
  const names = settings.texts('theme');
  const theme = names.map(themeOf).find((name) => name !== undefined);
  const styles = [...settings.texts('css'), ...names].filter((name) => name.endsWith('.css'));
  const logo = settings.text('logo');
  const footer = settings.text('footer');
  const scss = readScss(
    names.filter((name) => name.endsWith('.scss')),
    context,
  );
  const themeSpan = settings.entry('theme')?.span ?? spanAt(author, 0, 1);
  for (const { message, hint } of scss.unused) {
    context.report.add('dialect-settings', themeSpan, message, hint);
  }
  const rules = [css, scss.css, sizeRule(settings, scss.fontSize)].filter(Boolean).join('\n');
  return {
    theme: theme ?? 'quarto/default',
    size: sizeOf(settings),
    backgrounds: 'written',
    ...(styles.length > 0 && { styles }),
    ...(logo !== undefined && { logo }),
    ...(rules !== '' && { css: rules }),
    ...(footer !== undefined && { footer: footer.replace(/\s+/g, ' ') }),
  };
}

/** The text of `::: footer`, which stands in for the footer of the deck on its slide. */
function slideFooter({ open, content }: Div, { author }: PandocDeck): string | undefined {
  if (!open.attributes.classes.includes('footer') || open.depth > 0) return undefined;
  const [first, last] = [content[0], content.at(-1)];
  const text = first && last ? author.text.slice(first.start, last.end) : '';
  return text.replace(/\s+/g, ' ').trim();
}

function writeDiv(div: Div, deck: PandocDeck, callouts: Div[]): boolean {
  const { classes, values, id } = div.open.attributes;
  const { edits } = deck;
  // A callout is a quote, in which there are no blocks: only their content is shown.
  if (callouts.some(({ content }) => content.includes(div.open))) {
    replaceLine(div.open, '', edits);
    if (div.close) replaceLine(div.close, '', edits);
    return true;
  }
  if (writeCallout(div, deck)) callouts.push(div);
  if (callouts.at(-1) === div || writeSideBySide(div, deck)) return true;
  const format = values.get('when-format') ?? values.get('unless-format');
  const isForSlides = /^(?:revealjs|html(?::js)?)$/.test(format ?? '');
  if (classes.includes('content-visible') || classes.includes('content-hidden')) {
    const isNegated = values.has('unless-format');
    const isMeant = format === undefined || isForSlides !== isNegated;
    if (isMeant === classes.includes('content-visible')) return false;
    edits.remove(div.open.start, div.close?.end ?? div.content.at(-1)?.end ?? div.open.end);
    return true;
  }
  if (classes.includes('panel-tabset')) {
    deck.reportUnmapped(div.open.start, 3, 'tabs are shown one below the other');
    return false;
  }
  if (classes.includes('footer') && div.open.depth === 0) {
    edits.remove(div.open.start, div.close?.end ?? div.content.at(-1)?.end ?? div.open.end);
    return true;
  }
  if (classes.includes('footer') || classes.includes('aside')) {
    const { open, close } = div;
    const end = deck.slideEnd(open.start);
    const isMoved = open.depth === 0 && close !== undefined && end > close.end;
    replaceLine(open, `${isMoved ? '\n' : ''}${colonsAt(open.depth)} aside`, edits);
    if (close) replaceLine(close, colonsAt(open.depth), edits);
    if (isMoved) edits.move(open.start, close.end, end);
    return true;
  }
  if (id === 'refs') {
    edits.remove(div.open.start, div.close?.end ?? div.open.end);
    return true;
  }
  return false;
}

function special(
  text: string,
  at: number,
  deck: PandocDeck,
  files: IncludedFiles,
  references: CrossReferences,
): number | undefined {
  const shortcode = translateShortcode(text, at, deck, files);
  if (shortcode !== undefined || (text[at] !== '@' && text[at] !== '[')) return shortcode;
  const [reference, open = '', dash = '', id = ''] =
    /^(\[?)(-?)@((?:fig|tbl|lst|eq|sec|thm|lem|def|exm)-[\w-]*\w)\]?/.exec(
      text.slice(at, at + 200),
    ) ?? [];
  if (reference === undefined || /[\w]/.test(text[at - 1] ?? '')) return undefined;
  const link = references.linkTo(id, dash === '');
  if (link === undefined) {
    deck.reportUnmapped(at, reference.length, `"@${id}" refers to nothing: it stands as it is`);
    return at + reference.length;
  }
  const length = open === '' ? reference.replace(/\]$/, '').length : reference.length;
  deck.edits.replace(at, at + length, link);
  return at + length;
}
