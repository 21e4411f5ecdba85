import path from 'node:path';
import { isDeckName } from '../../base/files/deck-files.ts';
import { readFileState } from '../../base/files/edit/edited-file.ts';
import { replaceText } from '../../base/files/edit/replace-text.ts';
import { formatPath } from '../../base/units.ts';
import type { ReadDeck } from '../../check/read-deck.ts';
import type { TextFile } from '../../model/source.ts';
import { isForeign, isShouted } from '../extract/foreign-names.ts';
import { type DeckSlide, type DeckSlides, slideAt } from './deck-slides.ts';
import { hiddenIn, outlineOf } from './outline.ts';
import { explainObeyed } from './project.ts';
import type { Session } from './session.ts';
import type { Answer } from './tool.ts';
import { ToolError } from './tool-error.ts';

/** A deck as it was read before it is changed. */
export interface OpenDeck {
  readonly deck: string;
  readonly slides: DeckSlides;
  /** Its slides as the audience sees them. */
  readonly read: ReadDeck;
  /** By their numbers in the deck, from 1. */
  readonly numbered: readonly DeckSlide[];
  /** Those that the audience does not see. Their numbers follow on the last one. */
  readonly hidden: readonly DeckSlide[];
}

/** @throws {ToolError} if the deck cannot be read, or is written for another tool */
export async function openForWriting(name: string, session: Session): Promise<OpenDeck> {
  const deck = session.project.deck(name);
  const opened = await openDeck(deck, session);
  const { dialect } = opened.slides;
  if (dialect === 'lectern') return opened;
  throw new ToolError(
    `this deck is written for ${dialect}: it can be read, checked and shown, but not changed here\nto change it, let the user convert it: lectern convert ${name}`,
  );
}

/** @throws {ToolError} if the deck cannot be read */
export async function openDeck(deck: string, session: Session): Promise<OpenDeck> {
  const planned = session.plan(deck);
  const slides = await session.slidesOf(planned);
  const read = await session.read(planned);
  const numbered = read.slides.flatMap(({ slide }) => slideAt(slides, slide.span) ?? []);
  const hidden = slides.slides.filter((slide) => !numbered.includes(slide));
  return { deck, slides, read, numbered, hidden };
}

/** @throws {ToolError} if there is no such slide */
export function slideOf({ numbered, hidden }: OpenDeck, number: number): DeckSlide {
  const slide = [...numbered, ...hidden][number - 1];
  if (slide) return slide;
  const count = hidden.length === 0 ? '' : `, and ${hidden.length} hidden`;
  throw new ToolError(`there is no slide ${number}: the deck has ${numbered.length}${count}`);
}

/** @throws {ToolError} if the slide has changed since the model has read it */
export function expectVersion(slide: DeckSlide, version: string, number: number): void {
  if (slide.version === version) return;
  throw new ToolError(
    `slide ${number} has changed since you read it; nothing was written. Its version is now ${slide.version}, its text:\n\n${slide.text}`,
  );
}

/** The texts of the slides of one file that a change must leave as they are. */
export interface Unchanged {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** The texts of the slides of a file, above and below a place in it. */
export function textsAround(
  { slides }: OpenDeck,
  file: TextFile,
  isAbove: (slide: DeckSlide) => boolean,
  isBelow: (slide: DeckSlide) => boolean,
): Unchanged {
  const own = slidesIn(slides, file.realPath);
  return { above: own.filter(isAbove).map(textOf), below: own.filter(isBelow).map(textOf) };
}

/** The slides of a file, each once. */
export function slidesIn({ slides }: DeckSlides, realPath: string): readonly DeckSlide[] {
  const own = slides.filter(({ file }) => file.realPath === realPath);
  return [...new Map(own.map((slide) => [slide.start, slide])).values()];
}

function textOf({ text }: DeckSlide): string {
  return text;
}

/**
 * Writes the new text of a file of a deck, and checks the deck.
 *
 * @param given the new text
 * @param unchanged by which a text is refused that would change other slides, such as one with an unclosed fence
 * @throws {ToolError} if nothing was written
 */
export async function writeDeck(
  open: OpenDeck,
  file: TextFile,
  given: string,
  unchanged: Unchanged,
  session: Session,
): Promise<Answer> {
  const text = given.replace(/\r\n?/g, '\n');
  const { root } = session.project;
  const name = formatPath(file.realPath, root);
  if (!isDeckName(file.realPath)) throw new ToolError(`${name} is not a Markdown file`);
  const base = path.basename(file.realPath);
  if (isForeign(base.toLowerCase()) && isShouted(base)) throw new ToolError(explainObeyed(base));
  const before = readFileState(file.realPath);
  if ('reason' in before) throw new ToolError(`${name} cannot be changed: ${before.reason}`);
  if (before.text !== file.text) throw new ToolError(`${name} was changed meanwhile; try again`);
  await expectUnchanged(open, file, text, unchanged, session);
  const result = await replaceText(file.realPath, { text, version: before.version }, root);
  if (result.kind === 'changed') throw new ToolError(`${name} was changed meanwhile; try again`);
  if (result.kind === 'refused') throw new ToolError(`${name} was not written: ${result.reason}`);
  return { data: { written: name, ...(await afterWriting(open.deck, session)) } };
}

/** The slides with their new versions, and what the check says. */
export async function afterWriting(deck: string, session: Session): Promise<object> {
  const check = await session.check(deck);
  const open = await openDeck(deck, session);
  return { check, slides: outlineOf(open), ...hiddenIn(open) };
}

async function expectUnchanged(
  { deck }: OpenDeck,
  file: TextFile,
  text: string,
  { above, below }: Unchanged,
  session: Session,
): Promise<void> {
  const planned = session.plan(deck, new Map([[file.realPath, text]]));
  const texts = slidesIn(await session.slidesOf(planned), file.realPath).map(textOf);
  const isSame =
    texts.length >= above.length + below.length &&
    above.every((each, i) => texts[i] === each) &&
    below.every((each, i) => texts[texts.length - below.length + i] === each);
  if (isSame) return;
  throw new ToolError(
    'nothing was written: this text would change the slides around it. Close every code fence and every ::: block in it, and begin it with settings only if they are YAML between two lines of three dashes',
  );
}
