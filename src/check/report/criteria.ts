import type { Code } from '../../base/diagnostics/diagnostic.ts';
import type { ContentKind } from '../../model/contents.ts';

/** A success criterion of WCAG 2.2, and how a check covers it. */
export interface Criterion {
  /** `1.4.3` */
  readonly id: string;
  readonly level: 'A' | 'AA';
  readonly name: string;
  /** Whether it is about the content of slides, or about the page and its controls. */
  readonly about: 'slide' | 'page';
  /** The content to which it applies; to everything if empty. */
  readonly content: readonly ContentKind[];
  /** Rules that find failures of a part of it. */
  readonly rules: readonly Test[];
  /** Rules whose findings a person must judge: they may be failures. */
  readonly hints: readonly Test[];
  /** What is left to a person. */
  readonly people: string;
}

/** A rule of the check, a diagnostic of the build, or a test of the page as a whole. */
export type Test = Code | 'page-title' | 'page-language';

/** The standard: https://www.w3.org/TR/WCAG22/ */
const wcag22 = 'https://www.w3.org/TR/WCAG22/';

/** The address of a criterion in the standard. */
export function addressOf({ name }: Criterion): string {
  const words = name.toLowerCase().replace(/[(),]/g, '').replace(/ /g, '-');
  return `${wcag22}#${words}`;
}

type Row = readonly [
  id: string,
  level: 'A' | 'AA',
  name: string,
  about: 'slide' | 'page',
  content: string,
  rules: readonly Test[],
  hints: readonly Test[],
  people: string,
];

// biome-ignore format: a table
const rows: readonly Row[] = [
  ['1.1.1', 'A', 'Non-text Content', 'slide', 'image drawing video audio script', ['alt-text'], [], 'Does each text alternative say what the image says here? Are images without one decoration?'],
  ['1.2.1', 'A', 'Audio-only and Video-only (Prerecorded)', 'slide', 'video audio', [], ['captions'], 'Is there a transcript of each recording that is only sound or only moving images?'],
  ['1.2.2', 'A', 'Captions (Prerecorded)', 'slide', 'video', ['captions'], [], 'Are the captions complete, correct and in time?'],
  ['1.2.3', 'A', 'Audio Description or Media Alternative (Prerecorded)', 'slide', 'video', [], [], 'Does the sound, or a text next to the video, say what is only seen?'],
  ['1.2.4', 'AA', 'Captions (Live)', 'slide', 'script', [], [], 'Does embedded content show live video? A recorded or live talk has to meet this criterion itself.'],
  ['1.2.5', 'AA', 'Audio Description (Prerecorded)', 'slide', 'video', [], [], 'Does each video have an audio description, or need none?'],
  ['1.3.1', 'A', 'Info and Relationships', 'slide', '', [], ['heading-levels', 'html-unbalanced'], 'Is everything that looks like a heading, a list or a table one in the source, and the other way round?'],
  ['1.3.2', 'A', 'Meaningful Sequence', 'slide', '', [], [], 'Do the source, the reading page and the PDF have an order that makes sense?'],
  ['1.3.3', 'A', 'Sensory Characteristics', 'slide', 'text', [], [], 'Is there text that only says “on the right” or “the red one”?'],
  ['1.3.4', 'AA', 'Orientation', 'page', '', [], [], 'Can the deck be read upright and lying on a phone?'],
  ['1.3.5', 'AA', 'Identify Input Purpose', 'slide', 'control script', [], [], 'Do fields for personal data have “autocomplete”?'],
  ['1.4.1', 'A', 'Use of Color', 'slide', '', [], ['color-vision'], 'Is anything said by color alone?'],
  ['1.4.2', 'A', 'Audio Control', 'slide', 'video audio script', [], [], 'Can sound that starts by itself be stopped?'],
  ['1.4.3', 'AA', 'Contrast (Minimum)', 'slide', 'text drawing', ['contrast', 'color-contrast'], [], 'Is text in images, and text over moving images, readable?'],
  ['1.4.4', 'AA', 'Resize Text', 'page', '', [], [], 'Is all text readable at 200 %: with “+”, and on the reading page with the zoom of the browser?'],
  ['1.4.5', 'AA', 'Images of Text', 'slide', 'image video', [], [], 'Do images show text that could be text?'],
  ['1.4.10', 'AA', 'Reflow', 'page', '', [], [], 'Does the reading page fit in a window 320 pixels wide?'],
  ['1.4.11', 'AA', 'Non-text Contrast', 'slide', 'image drawing control script', [], [], 'Do parts of charts, diagrams, icons and controls have a contrast of 3:1 to what is next to them?'],
  ['1.4.12', 'AA', 'Text Spacing', 'page', '', [], [], 'Is no text lost on the reading page with wider spacing?'],
  ['1.4.13', 'AA', 'Content on Hover or Focus', 'page', '', [], [], 'Can what appears at the pointer be dismissed, reached, and does it stay?'],
  ['2.1.1', 'A', 'Keyboard', 'page', '', [], [], 'Can everything be done with the keyboard, embedded content included?'],
  ['2.1.2', 'A', 'No Keyboard Trap', 'page', '', [], [], 'Can the focus leave every part, embedded content included?'],
  ['2.1.4', 'A', 'Character Key Shortcuts', 'page', '', [], [], 'Can keyboard shortcuts of one character be turned off or changed?'],
  ['2.2.1', 'A', 'Timing Adjustable', 'page', '', [], [], 'Is there any time limit?'],
  ['2.2.2', 'A', 'Pause, Stop, Hide', 'slide', 'image drawing video script', ['motion'], [], 'Can everything that moves for more than 5 seconds be paused?'],
  ['2.3.1', 'A', 'Three Flashes or Below Threshold', 'slide', 'image drawing video script', [], [], 'Does anything flash more than three times in a second?'],
  ['2.4.1', 'A', 'Bypass Blocks', 'page', '', [], [], 'Does the first link lead to the slides?'],
  ['2.4.2', 'A', 'Page Titled', 'page', '', ['page-title'], [], 'Does the title say what the deck is about?'],
  ['2.4.3', 'A', 'Focus Order', 'page', '', [], [], 'Does the focus move in an order that makes sense?'],
  ['2.4.4', 'A', 'Link Purpose (In Context)', 'slide', 'link', [], ['link-text'], 'Does the text of each link, with its sentence, say where it leads?'],
  ['2.4.5', 'AA', 'Multiple Ways', 'page', '', [], [], 'Are slides found by stepping, and by search, overview or contents?'],
  ['2.4.6', 'AA', 'Headings and Labels', 'slide', '', [], ['title-missing', 'title-duplicate'], 'Do titles say what is on the slide?'],
  ['2.4.7', 'AA', 'Focus Visible', 'page', '', [], [], 'Is the focus seen on every slide, on its background too?'],
  ['2.4.11', 'AA', 'Focus Not Obscured (Minimum)', 'page', '', [], [], 'Does any bar or panel cover what has the focus?'],
  ['2.5.1', 'A', 'Pointer Gestures', 'page', '', [], [], 'Is there a button for everything that is done by swiping?'],
  ['2.5.2', 'A', 'Pointer Cancellation', 'page', '', [], [], 'Does anything happen when the pointer is pressed, before it is released?'],
  ['2.5.3', 'A', 'Label in Name', 'slide', 'link control script', [], [], 'Does the name of each control contain the text that is seen?'],
  ['2.5.4', 'A', 'Motion Actuation', 'slide', 'script', [], [], 'Does any script of the deck react to motion?'],
  ['2.5.7', 'AA', 'Dragging Movements', 'page', '', [], [], 'Is there another way for everything that is done by dragging?'],
  ['2.5.8', 'AA', 'Target Size (Minimum)', 'page', '', [], [], 'Are links and controls 24 pixels large, or far enough apart?'],
  ['3.1.1', 'A', 'Language of Page', 'page', '', ['page-language'], ['language'], 'Is it the language that most of the deck is written in?'],
  ['3.1.2', 'AA', 'Language of Parts', 'slide', 'text drawing', ['language'], [], 'Do passages in another language of the same script have “lang”?'],
  ['3.2.1', 'A', 'On Focus', 'page', '', [], [], 'Does anything change by itself when something gets the focus?'],
  ['3.2.2', 'A', 'On Input', 'page', '', [], [], 'Does anything change by itself when something is typed or chosen?'],
  ['3.2.3', 'AA', 'Consistent Navigation', 'page', '', [], [], 'Are headers and footers in the same order on all slides?'],
  ['3.2.4', 'AA', 'Consistent Identification', 'page', '', [], [], 'Do the same icons and controls have the same names?'],
  ['3.2.6', 'A', 'Consistent Help', 'page', '', [], [], 'If contact or help is offered: is it in the same place on all slides?'],
  ['3.3.1', 'A', 'Error Identification', 'page', '', [], [], 'Are invalid inputs described in text?'],
  ['3.3.2', 'A', 'Labels or Instructions', 'page', '', [], ['control-name'], 'Does each field have a label?'],
  ['3.3.3', 'AA', 'Error Suggestion', 'page', '', [], [], 'Is it said how an invalid input is corrected?'],
  ['3.3.4', 'AA', 'Error Prevention (Legal, Financial, Data)', 'slide', 'control script', [], [], 'Can orders and changes of data be checked or undone?'],
  ['3.3.7', 'A', 'Redundant Entry', 'slide', 'control script', [], [], 'Must anything be entered twice?'],
  ['3.3.8', 'AA', 'Accessible Authentication (Minimum)', 'slide', 'control script', [], [], 'Does any embedded content ask for a password or a puzzle?'],
  ['4.1.2', 'A', 'Name, Role, Value', 'page', '', ['control-name'], ['link-text'], 'Do a screen reader’s users hear the name, role and state of every control?'],
  ['4.1.3', 'AA', 'Status Messages', 'page', '', [], [], 'Does a screen reader say slide changes, steps and messages?'],
];

export const criteria: readonly Criterion[] = rows.map(
  ([id, level, name, about, content, rules, hints, people]) => ({
    id,
    level,
    name,
    about,
    content: content.split(' ').filter(Boolean) as readonly ContentKind[],
    rules,
    hints,
    people,
  }),
);
