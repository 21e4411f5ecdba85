import type { SourceContext, SourceRule } from '../rule.ts';
import { nameFromContent } from '../tree/accessible-name.ts';
import {
  elementsIn,
  languageOf,
  normalize,
  type Placed,
  type SourceElement,
} from '../tree/element.ts';
import { isVague } from '../words/link-words.ts';

/** Shorter addresses can be read from a slide and typed. */
const maxAddress = 60;

/** Links without text, with text that could be that of any link, and with the same text for several targets. */
export const linkText: SourceRule = (context) => {
  for (const { of, slide, root } of context.parts) {
    if (of === 'notes') continue;
    const lang = context.deck.frontMatter.lang;
    const links = elementsIn(root).filter(({ element }) => isLink(element));
    const targets = new Map<string, string>();
    for (const link of links) {
      const name = nameOf(link.element);
      const isNamed = check(link, name, languageOf(link, lang), context);
      if (slide && isNamed) compare(link.element, name, targets, context);
    }
  }
};

function isLink({ name, attributes }: SourceElement): boolean {
  return name === 'a' && (attributes.has('href') || attributes.has('xlink:href'));
}

/** @returns whether the text says where the link leads */
function check({ element }: Placed, name: string, lang: string, context: SourceContext): boolean {
  const { span, isHtml } = element;
  const add = (message: string, hint: string): void =>
    context.add({ rule: 'link-text', span, message, hint });
  if (name === '') {
    const addMissing = (message: string, hint: string): void =>
      context.add({ rule: 'link-text', span, message, hint, isFailure: true });
    const hasImage = elementsIn(element).some((inner) => inner.element.name === 'img');
    if (hasImage) {
      const hint = 'say in the text alternative of its image where it leads';
      addMissing('this link has no text: its image has no text alternative', hint);
    } else {
      const hint = isHtml
        ? 'write the text between <a …> and </a>'
        : 'write it in the brackets: [the orchard](…)';
      addMissing('this link has no text', hint);
    }
  } else if (isVague(name, lang) || isOnlySigns(element, name)) {
    const hint =
      'name what it leads to: it is read without the sentence around it, also in lists of links';
    add(`the link text "${name}" does not say where it leads`, hint);
  } else if (/^(?:https?:\/\/|www\.)\S+$/i.test(name) && name.length > maxAddress) {
    const hint = isHtml
      ? 'write the name of the page between <a …> and </a>'
      : 'write the name of the page in brackets: [The orchard](https://…)';
    add(`the text of this link is an address of ${name.length} characters`, hint);
    return true;
  } else return true;
  return false;
}

/** @param targets of the links above on the same slide, by their texts */
function compare(
  { attributes, span }: SourceElement,
  name: string,
  targets: Map<string, string>,
  context: SourceContext,
): void {
  const text = name.toLowerCase();
  // Signs and numbers, as in “[1]”, are marks and not names.
  if (!/\p{L}/u.test(text)) return;
  const target = (attributes.get('href') ?? '').trim().replace(/\/$/, '');
  const other = targets.get(text);
  if (other === undefined) targets.set(text, target);
  else if (other !== target) {
    const message = `another link on this slide has the text "${name}" and leads elsewhere`;
    context.add({ rule: 'link-text', span, message, hint: 'give each its own text' });
  }
}

/** The text that a screen reader says for a link: its title, too, which says more than an arrow. */
function nameOf(element: SourceElement): string {
  const { attributes } = element;
  const label = attributes.get('aria-label')?.trim();
  if (label) return normalize(label);
  const content = nameFromContent(element);
  return hasWords(content) ? content : normalize(attributes.get('title') ?? '') || content;
}

/** Whether a text has letters or digits; those of names of emoji are none. */
function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(/:[\w+-]+:/g, ''));
}

/** Signs that lead to a footnote, and, in the deck, back from one or to a heading. */
const footnoteSigns = /^[([]?[*†‡§‖¶⁎∗]+[)\]]?$/u;
const anchorSigns = /^[#^¶§🔗↩↵⏎⤴⮐]\ufe0e?\ufe0f?$/u;

/** Whether the text of a link is an arrow, an emoji or another sign. */
function isOnlySigns({ attributes }: SourceElement, name: string): boolean {
  if (hasWords(name) || footnoteSigns.test(name)) return false;
  return !(anchorSigns.test(name) && attributes.get('href')?.trim().startsWith('#'));
}
