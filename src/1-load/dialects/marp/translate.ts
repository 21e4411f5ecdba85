import type { Token } from 'markdown-it';
import type { Report } from '../../../base/diagnostics/report.ts';
import { lineStarts, spanAt } from '../../../base/span.ts';
import { parseYaml } from '../../../base/yaml/yaml.ts';
import type { TextFile } from '../../../model/source.ts';
import { markerFor, originMark } from '../origin-mark.ts';
import { findRegions } from '../shared/code-regions.ts';
import { escapeOwnSyntax } from '../shared/escape.ts';
import { frontMatterReport } from '../shared/front-matter-report.ts';
import { mendHtml } from '../shared/html.ts';
import { isBelowText } from '../shared/is-below-text.ts';
import { TextEdits } from '../text-edits.ts';
import type { TranslationContext } from '../translation.ts';
import { yamlText } from '../yaml-text.ts';
import { findBoxes, withoutBoxes, writeBoxes } from './boxes.ts';
import { checkDirectives } from './check-directives.ts';
import { deckSettings } from './deck-settings.ts';
import { isText, translateTags } from './html-tags.ts';
import { meaningful } from './meaningful.ts';
import { reportOtherTools } from './other-tools.ts';
import { readConfig } from './read/config.ts';
import { DirectiveState, readComment } from './read/directives.ts';
import { readFrontMatter } from './read/front-matter.ts';
import type { Directives } from './read/loose-yaml.ts';
import { type MarpTokens, readTokens } from './read/reader.ts';
import { type MarpSlide, splitSlides } from './read/slides.ts';
import {
  colorBesideImages,
  commonSettings,
  ownSettings,
  PageNumbers,
  type Settings,
  slideSettings,
} from './settings.ts';
import { translateSlide } from './slide.ts';
import { translateStyle } from './style/style-texts.ts';
import { chooseTheme } from './style/theme-choice.ts';
import { reportTransition } from './transition.ts';

/** Translates a deck of Marp. */
export function translateMarp(author: TextFile, context: TranslationContext): TextFile {
  const edits = new TextEdits(author);
  const config = readConfig(author, context);
  const { directives, bodyStart, broken } = readFrontMatter(author.text);
  if (broken) reportYaml(author, broken, context.report);
  const regions = findRegions(author.text, { formulas: true, start: bodyStart });
  const boxes = findBoxes(regions.markdown, bodyStart);
  const body = withoutBoxes(blankUntil(bodyStart, author.text), boxes);
  const found = readTokens(body, config.breaks);
  reportUnclosed(found.tokens, author, context.report);
  reportOtherTools(author, bodyStart, context.report);
  checkDirectives(author, bodyStart, context.report);
  const global = new DirectiveState();
  const everywhere = [directives, ...directivesIn(found), config.directives];
  for (const each of everywhere) global.apply(each);
  const divider = global.global.get('headingDivider') ?? config.headingDivider;
  const slides = splitSlides(found.tokens, divider);
  const state = new DirectiveState();
  state.apply(directives);
  const ranges = slides.map((_, i) => ({
    start: i === 0 ? bodyStart : endOf(slides[i], edits),
    end: endOf(slides[i + 1], edits),
  }));
  const read = slides.map((slide, i) =>
    translateSlide(slide, ranges[i]?.end ?? 0, { found, edits, breaks: config.breaks }),
  );
  translateTags(regions, edits);
  const mended = mendHtml(edits, regions, { slides: ranges, isOwn: isText }, context.report);
  const others = [...mended.styles, ...mended.rules].map((style) => ({ ...style, file: author }));
  const page = new PageNumbers();
  const settings = read.map(({ applied, backgrounds, styles, isEmpty }): Settings => {
    for (const comment of applied) state.apply(comment);
    reportTransition(state.current('transition'), author, context.report);
    const scoped = styles.filter(({ isScoped }) => isScoped);
    const directives = state.endSlide();
    const css = [
      colorBesideImages(directives, backgrounds),
      ...scoped.map((style) => translateStyle(style, author, context).css),
    ].filter((rules) => rules !== '');
    const own = slideSettings(directives, backgrounds, page);
    const rules = css.length > 0 ? css.join('\n') : undefined;
    return { ...(isEmpty && { layout: 'default' }), ...own, css: rules };
  });
  const common = commonSettings(settings);
  const styles = [...read.flatMap((slide) => slide.styles), ...others];
  const facts = {
    global: global.global,
    theme: chooseTheme(everywhere, config.themes, author, context),
    common,
    styles: styles.filter(({ isScoped }) => !isScoped),
    themes: config.themes,
    tokens: found.tokens,
  };
  const deck = deckSettings(facts, author, context);
  for (const [i, slide] of slides.entries()) {
    const { start, end } = ranges[i] ?? { start: 0, end: 0 };
    const text = yamlText(
      ownSettings(settings[i] ?? {}, common),
      markerFor(author.text, i === 0 ? 0 : start, end),
    );
    if (i > 0) openSlide(slide.opener, text, edits);
    else {
      const head = yamlText(deck, markerFor(author.text, 0, bodyStart));
      openDeck(bodyStart, head, text, edits);
    }
  }
  writeBoxes(boxes, edits);
  escapeOwnSyntax(edits, regions, meaningful);
  return edits.finish();
}

/** The text without its front matter, with the same offsets and lines. */
function blankUntil(start: number, text: string): string {
  return text.slice(0, start).replace(/[^\n]/g, ' ') + text.slice(start);
}

/** The directives of each comment. */
function directivesIn({ tokens }: MarpTokens): readonly Directives[] {
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  return all
    .filter(({ type }) => type === 'comment')
    .map(({ content }) => readComment(content))
    .flatMap((comment) => (comment.kind === 'directives' ? [comment.directives] : []));
}

/** The offset in the file of the line on which a slide begins. */
function endOf(next: MarpSlide | undefined, { author }: TextEdits): number {
  const line = next?.opener?.map?.[0];
  return line === undefined ? author.text.length : (lineStarts(author)[line] ?? 0);
}

function openDeck(bodyStart: number, deck: string, slide: string, edits: TextEdits): void {
  const own = slide === '' ? '' : `\n---\n${slide}---\n`;
  edits.replace(0, bodyStart, `---\n${deck}---\n${own}${bodyStart === 0 ? '\n' : ''}`);
}

/** Writes the break of a slide with its settings, in place of a rule or above a heading. */
function openSlide(opener: Token | undefined, settings: string, edits: TextEdits): void {
  const { author } = edits;
  const starts = lineStarts(author);
  const [first = 0, below = 0] = opener?.map ?? [];
  const start = starts[first] ?? 0;
  const isRule = opener?.type === 'hr';
  // What is inserted would come from the text above it, and that is of another slide.
  const origin = isRule ? '' : originMark(start);
  const gap = isBelowText(author.text, start) ? '\n' : '';
  const text = `${gap}${origin}---\n${settings === '' ? '' : `${settings}---\n`}`;
  if (!isRule) {
    edits.insert(start, `${text}\n`);
    return;
  }
  const end = starts[below] ?? author.text.length;
  const isAboveText = /^[^\n]*\S/.test(author.text.slice(end));
  edits.replace(start, end, `${text}${isAboveText ? '\n' : ''}`);
}

/** Reports what is broken in front matter of which nothing can be used. */
function reportYaml(
  author: TextFile,
  { start, end }: { readonly start: number; readonly end: number },
  report: Report,
): void {
  const locate = (offset: number, length: number) => spanAt(author, start + offset, length);
  if (!parseYaml(author.text.slice(start, end), locate, frontMatterReport(report))) return;
  const message = 'this front matter has no settings: it is not used';
  report.add('dialect-settings', locate(0, 1), message, 'write each as "key: value"');
}

/** Reports comments and styles without an end, which hide all text below them. */
function reportUnclosed(tokens: readonly Token[], author: TextFile, report: Report): void {
  const starts = lineStarts(author);
  for (const { type, map, meta } of tokens) {
    const { isClosed = true } = (meta ?? {}) as { readonly isClosed?: boolean };
    if (isClosed || !map) continue;
    const [mark, end] = type === 'style' ? ['<style>', '</style>'] : ['comment', '-->'];
    const span = spanAt(author, starts[map[0]] ?? 0, 4);
    const message = `this ${mark} is not closed: the text below it is not shown`;
    report.add('comment-unclosed', span, message, `close it with ${end}`);
  }
}
