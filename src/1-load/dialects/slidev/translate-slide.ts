import { findRegions } from '../shared/code-regions.ts';
import { type Region, Regions, type Tag } from '../shared/regions.ts';
import type { YamlValue } from '../yaml-text.ts';
import { translateFence } from './code/fences.ts';
import { translateSnippet } from './code/snippets.ts';
import { openBlocks, translateAttributeLists } from './comark.ts';
import { type DeckSlide, isFirstOfDeck, reportUnmapped, type SlidevDeck } from './deck.ts';
import { readAttributes } from './elements/attributes.ts';
import { placeClick } from './elements/click.ts';
import { components } from './elements/components.ts';
import { translateHtmlTag } from './elements/element.ts';
import { iconOfClasses, iconOfComponent, translateIcon } from './elements/icons.ts';
import { componentName, isComponent } from './elements/names.ts';
import { translateOwnComponent } from './elements/own-component.ts';
import { SlideText } from './elements/slide-text.ts';
import { translateStyle } from './elements/style.ts';
import { placeSlots } from './place-slots.ts';
import { reportUnknownKeys, slideSettings } from './settings/slide-settings.ts';
import { fillMustaches, locateFiles, translateFormula } from './text.ts';

/** A slide whose text was translated. */
export interface TranslatedSlide {
  readonly settings: Readonly<Record<string, YamlValue | undefined>>;
  /** What is written above its text. */
  readonly intro: string;
  readonly regions: readonly Region[];
}

/** Translates the text of a slide, and its settings. */
export function translateSlide(slide: DeckSlide, deck: SlidevDeck): TranslatedSlide {
  const { text } = deck.author;
  const { contentStart, note, end } = slide.at;
  const options = {
    start: contentStart,
    end: note?.start ?? end,
    formulas: true,
    components: true,
  };
  const regions = new Regions(text, findRegions(text, options).all);
  const work = new SlideText(deck, slide, regions);
  const layout =
    slide.settings.text('layout') ?? (isFirstOfDeck(slide, deck) ? 'cover' : 'default');
  const chosen = placeSlots(work, layout);
  translateText(work);
  reportShownNotes(work);
  work.finish();
  if (note) translateNote(note, work);
  reportUnknownKeys(work);
  return { settings: slideSettings(work, chosen), intro: work.intro, regions: regions.all };
}

/** In Slidev, notes as Lectern and reveal.js have them are text of the slide: the last paragraphs of one, mostly. */
function reportShownNotes({ deck, slide, regions, end }: SlideText): void {
  const { contentStart } = slide.at;
  const text = regions.markdownIn(contentStart, end);
  for (const { 0: label, index } of text.matchAll(/(?<=(?:^|\n)[ \t]*\n|^)notes?:(?=\s)/gi)) {
    const rest = text.slice(index + label.length);
    if (/^[ \t]*\S/.test(rest) && /\n[ \t]*\n\s*\S/.test(rest)) continue;
    const message = `"${label}" and what is below it are shown on the slide`;
    const hint = 'notes of Slidev are a comment at the end of a slide: <!-- … -->';
    reportUnmapped(deck, contentStart + index, label.length, message, hint);
  }
}

/** Goes through the slide in order: clicks count from one to the next. */
function translateText(slide: SlideText): void {
  let at = slide.slide.at.contentStart;
  for (const region of slide.regions.all) {
    translateMarkdown(at, region.start, slide);
    at = region.end;
    placePoints(region.start, slide);
    if (!slide.isSkipped(region.start)) translateRegion(region, slide);
  }
  translateMarkdown(at, slide.end, slide);
  placePoints(slide.end, slide);
}

/** Adds the steps of what begins up to an offset. */
function placePoints(end: number, { points, steps }: SlideText): void {
  for (let point = points.take(end); point; point = points.take(end)) {
    placeClick(point.click, steps, { write: point.write, wrap: () => undefined });
  }
}

function translateMarkdown(start: number, end: number, slide: SlideText): void {
  if (start >= end || slide.isSkipped(start)) return;
  fillMustaches(start, end, false, slide);
  locateFiles(start, end, slide);
  if (slide.deck.isComark) {
    openBlocks(start, end, slide);
    translateAttributeLists(start, end, slide);
  }
  for (const { 0: line, index } of slide.text(start, end).matchAll(/^[ \t]*<<<[ \t]*\S[^\n]*/gim)) {
    translateSnippet(start + index, line, slide);
  }
}

function translateRegion(region: Region, slide: SlideText): void {
  const { start, end } = region;
  switch (region.kind) {
    case 'fence':
      translateFence(region, slide);
      break;
    case 'tag':
      translateTag(region, slide);
      break;
    case 'html':
      fillMustaches(start, end, true, slide);
      break;
    case 'formula':
      translateFormula(start, end, slide);
      break;
    case 'comment':
      hideSettings(start, end, slide);
      break;
    default:
  }
}

/** In a comment, Slidev reads no settings. */
function hideSettings(start: number, end: number, slide: SlideText): void {
  if (/^<!--\s*[A-Za-z]+[ \t]*:(?:\s|$)/.test(slide.text(start, end))) {
    slide.edits.insert(start + '<!--'.length, ' Comment: ');
  }
}

function translateTag(tag: Tag, slide: SlideText): void {
  const name = componentName(tag.name);
  if (/^(?:style|script)$/.test(name)) {
    if (!tag.isEnd) translateStyle(tag, name, slide);
    return;
  }
  if (tag.isEnd) {
    closeTag(tag, name, slide);
    return;
  }
  const translate = components.get(name);
  const read = readAttributes(tag, slide.deck);
  const icon = iconOfComponent(tag.name) ?? iconOfClasses(read.classes);
  if (translate) translate(tag, read, slide);
  else if (icon !== undefined) translateIcon(tag, icon, read, slide);
  else if (isComponent(tag.name)) translateOwnComponent(tag, read, slide);
  else translateHtmlTag(tag, slide);
}

function closeTag(tag: Tag, name: string, { open, edits }: SlideText): void {
  const index = open.findLastIndex((element) => element.name === name);
  const [element] = index < 0 ? [] : open.splice(index);
  if (element) element.close(tag);
  else if (isComponent(tag.name)) edits.remove(tag.start, tag.end);
}

/** The comment at the end of a slide is its notes; marks such as `[click]` stay in them. */
function translateNote(
  { start, end }: { readonly start: number; readonly end: number },
  slide: SlideText,
): void {
  const { edits } = slide;
  const text = slide.text(start, end);
  const [opening = ''] = /^<!--(?:[ \t]*\n)*[ \t]*/.exec(text) ?? [];
  edits.replace(start, start + opening.length, '\n\nNote:\n');
  for (const { index, 0: line } of text.matchAll(/^(?:--|::|Notes?:|\. \. \.).*$/gm)) {
    if (index >= opening.length && index + line.length < text.length)
      edits.insert(start + index, '\\');
  }
  const closing = text.length - text.slice(0, -'-->'.length).trimEnd().length;
  if (closing < text.length - opening.length) edits.replace(end - closing, end, '\n');
  else edits.replace(start + opening.length, end, '\n');
}
