import { findName } from '../shared/find-name.ts';
import { areMany, nameList } from '../shared/name-list.ts';
import { frameBox } from '../shared/stand-in.ts';
import type { TextEdits } from '../text-edits.ts';
import { attributeText } from './attributes.ts';
import type { PandocDeck } from './deck.ts';
import { blockAttributes } from './divs.ts';
import type { Part } from './scan.ts';
import type { Sections } from './sections.ts';
import { type HeadingUse, slideSettings } from './settings/slide-settings.ts';
import type { InlineTranslator } from './text/inline.ts';

/** The attributes of a heading that begins a slide are those of the slide, except for its ID. */
export function writeHeading(
  part: Extract<Part, { kind: 'heading' }>,
  beginsSlide: boolean,
  edits: TextEdits,
  inline: InlineTranslator,
  sections: Sections,
): void {
  const { start, end, textEnd, text, level, attributes } = part;
  const { text: whole } = edits.author;
  const lineEnd = Math.min(end - 1, whole.length);
  const { frame } = beginsSlide ? slideSettings(attributes) : {};
  const box = frame === undefined ? '' : `\n\n${frameBox(frame)}`;
  if (text.trim() === '' || /^\{[^{}]*\}$/.test(text)) {
    edits.replace(start, lineEnd, box);
    return;
  }
  const own = beginsSlide
    ? { id: attributes.id, classes: [], values: new Map<string, string>() }
    : blockAttributes(attributes);
  const number = sections.numberOf(part);
  // Links lead to it by its text, without the number.
  const list = attributeText(number === undefined ? own : { ...own, id: sections.anchorOf(part) });
  const isSetext = whole.slice(textEnd, lineEnd).includes('\n');
  if (isSetext) edits.insert(start, `${'#'.repeat(level)} `);
  const textStart = whole.indexOf(text, start);
  if (number !== undefined) edits.insert(textStart, `${number} `);
  inline.translate(start, textEnd);
  edits.replace(textEnd, lineEnd, `${list === '' ? '' : ` ${list}`}${box}`);
}

/** The settings that a heading gives its slide; what is not used is reported. */
export function readSlideSettings(
  { attributes, textEnd }: Extract<Part, { kind: 'heading' }>,
  deck: PandocDeck,
): HeadingUse['settings'] {
  const { settings, unknown, unused } = slideSettings(attributes);
  const line = /^[^\n]*/.exec(deck.author.text.slice(textEnd))?.[0] ?? '';
  const add = (key: string, message: string): void => {
    const at = Math.max(0, findName(line, key), findName(line, `data-${key}`));
    deck.reportUnmapped(textEnd + at, Math.max(1, Math.min(key.length, line.length)), message);
  };
  if (areMany(unknown)) {
    const message = `${nameList(unknown)} of a slide have no counterpart: they were left out`;
    add(unknown[0] ?? '', message);
  } else {
    for (const key of unknown) add(key, `"${key}" of a slide has no counterpart: it was left out`);
  }
  for (const { name, why } of unused) add(name, why);
  return settings;
}
