import type { Token } from 'markdown-it';
import { lineStarts } from '../../../base/span.ts';
import type { TextFile } from '../../../model/source.ts';
import { findRegions } from '../shared/code-regions.ts';
import { escapeOwnSyntax, type OwnSyntax } from '../shared/escape.ts';
import { TextEdits } from '../text-edits.ts';
import type { TranslationContext } from '../translation.ts';
import { yamlText } from '../yaml-text.ts';
import { deckSettings } from './deck-settings.ts';
import { DirectiveState, type MarpComment, readComment } from './directives.ts';
import { readFrontMatter } from './front-matter.ts';
import { type MarpTokens, readTokens } from './reader.ts';
import { commonSettings, ownSettings, type Settings, slideSettings } from './settings.ts';
import { translateSlide } from './slide.ts';
import { type MarpSlide, splitSlides } from './slides.ts';

/** What Marp reads as Lectern does; dollar signs outside of formulas are text in both. */
const meaningful: readonly OwnSyntax[] = ['emoji'];

/** Translates a deck of Marp. */
export function translateMarp(author: TextFile, context: TranslationContext): TextFile {
  const edits = new TextEdits(author);
  const { directives, bodyStart } = readFrontMatter(author.text);
  const body =
    author.text.slice(0, bodyStart).replace(/[^\n]/g, ' ') + author.text.slice(bodyStart);
  const found = readTokens(body, true);
  const global = new DirectiveState();
  global.apply(directives);
  for (const comment of commentsIn(found)) {
    if (comment.kind === 'directives') global.apply(comment.directives);
  }
  const slides = splitSlides(found.tokens, global.global.get('headingDivider'));
  const state = new DirectiveState();
  state.apply(directives);
  const settings = slides.map((slide, i): Settings => {
    const { applied, backgrounds, isEmpty } = translateSlide(slide, endOf(slides[i + 1], edits), {
      found,
      edits,
    });
    for (const comment of applied) state.apply(comment);
    const own = slideSettings(state.endSlide(), backgrounds);
    return isEmpty ? { layout: 'default', ...own } : own;
  });
  const common = commonSettings(settings);
  const deck = deckSettings(global.global, common, context);
  for (const [i, slide] of slides.entries()) {
    const text = yamlText(ownSettings(settings[i] ?? {}, common));
    if (i === 0) openDeck(bodyStart, yamlText(deck), text, edits);
    else openSlide(slide.opener, text, edits);
  }
  escapeOwnSyntax(
    edits,
    findRegions(author.text, { formulas: true, start: bodyStart }),
    meaningful,
  );
  return edits.finish();
}

function commentsIn({ tokens }: MarpTokens): readonly MarpComment[] {
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  return all.filter(({ type }) => type === 'comment').map(({ content }) => readComment(content));
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
  const isBelowText = /\S[^\n]*\n$/.test(author.text.slice(0, start));
  const text = `${isBelowText ? '\n' : ''}---\n${settings === '' ? '' : `${settings}---\n`}`;
  if (opener?.type !== 'hr') {
    edits.insert(start, `${text}\n`);
    return;
  }
  const end = starts[below] ?? author.text.length;
  const isAboveText = /^[^\n]*\S/.test(author.text.slice(end));
  edits.replace(start, end, `${text}${isAboveText ? '\n' : ''}`);
}
