import { ownValue } from '../../../../base/own-value.ts';
import type { TextEdits } from '../../text-edits.ts';
import {
  attributeText,
  isAttributeList,
  type PandocAttributes,
  readPandocAttributes,
} from '../attributes.ts';
import { blockAttributes, withUnit } from '../divs.ts';
import { alignmentOf } from './images.ts';
import { type Dropped, translateTex } from './tex.ts';

/** A bracket that is open, and whether `!` is before it. */
interface Bracket {
  readonly start: number;
  readonly isImage: boolean;
}

/** What a tool built on Pandoc adds to the text of a paragraph. */
export interface InlineRules {
  /** Translates what begins at an offset; returns where it ends, or `undefined` if it is none of it. */
  readonly special?: (text: string, at: number, edits: TextEdits) => number | undefined;
  /** What is before the caption of what has an id: `Figure 1: `. */
  readonly leadOf?: (id: string) => string | undefined;
  /** Called for each command of TeX that is left out. */
  readonly dropped?: Dropped;
}

/** Rewrites the text of paragraphs, headings and lists: attributes, images with captions, Pandoc's own signs. */
export class InlineTranslator {
  readonly #edits: TextEdits;
  readonly #text: string;
  readonly #rules: InlineRules;

  constructor(edits: TextEdits, rules: InlineRules = {}) {
    this.#edits = edits;
    this.#text = edits.author.text;
    this.#rules = rules;
  }

  /** What is before the caption of what has an id, if that is counted. */
  leadOf(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.#rules.leadOf?.(id);
  }

  /** Translates a stretch of the text that has no code blocks. */
  translate(start: number, end: number): void {
    const brackets: Bracket[] = [];
    for (let at = start; at < end; ) at = this.#step(at, end, brackets);
  }

  /** @returns where the next step begins */
  #step(at: number, end: number, brackets: Bracket[]): number {
    const special = this.#rules.special?.(this.#text, at, this.#edits);
    if (special !== undefined) return special;
    const sign = this.#text[at];
    if (sign === '\\') return this.#tex(at, end) ?? this.#escape(at);
    if (sign === '`') return this.#code(at, end);
    if (sign === '$') return this.#formula(at, end);
    if (sign === '<') return this.#tag(at, end);
    if (sign === '[') {
      brackets.push({ start: at, isImage: this.#text[at - 1] === '!' });
      return at + 1;
    }
    if (sign === ']') return this.#close(at, end, brackets.pop());
    return at + 1;
  }

  #tex(at: number, end: number): number | undefined {
    const { dropped } = this.#rules;
    return dropped && translateTex(this.#edits, at, end, dropped);
  }

  /** A space after a backslash does not break the line. */
  #escape(at: number): number {
    if (this.#text[at + 1] === ' ') this.#edits.replace(at, at + 2, '&nbsp;');
    return at + 2;
  }

  #code(at: number, end: number): number {
    const [marks = '`'] = /^`+/.exec(this.#text.slice(at, end)) ?? [];
    const closing = new RegExp(`(?<!\`)\`{${marks.length}}(?!\`)`, 'g');
    closing.lastIndex = at + marks.length;
    const found = closing.exec(this.#text);
    if (!found || found.index >= end) return at + marks.length;
    const after = found.index + marks.length;
    const raw = /^\{=(\w+)\}/.exec(this.#text.slice(after, end));
    if (raw) {
      const content = this.#text.slice(at + marks.length, found.index).trim();
      const isHtml = raw[1] === 'html' || raw[1] === 'html5';
      this.#edits.replace(at, after + raw[0].length, isHtml ? content : '');
      return after + raw[0].length;
    }
    return this.#list(after, end, (own) => codeAttributes(own)) ?? after;
  }

  #formula(at: number, end: number): number {
    const text = this.#text.slice(at, end);
    const [formula] =
      /^\$\$(?:\\[\s\S]|[^\\$])+\$\$/.exec(text) ??
      /^\$(?![\s$])(?:\\[\s\S]|[^\\$])*?(?<!\s)\$(?!\d)/.exec(text) ??
      [];
    // An underscore in words is one, which TeX itself does not allow.
    for (const words of formula?.matchAll(/\\(?:text|textrm|textsf|texttt|mbox)\{[^{}]*\}/g) ??
      []) {
      for (const { index } of words[0].matchAll(/(?<!\\)_/g)) {
        this.#edits.insert(at + words.index + index, '\\');
      }
    }
    return at + (formula?.length ?? 1);
  }

  #tag(at: number, end: number): number {
    const [tag] =
      /^<(?:!--[\s\S]*?-->|\/?[A-Za-z][\w-]*(?:"[^"]*"|'[^']*'|[^<>"'])*>|[a-z][a-z\d+.-]*:[^\s<>]*>|[^\s<>@]+@[^\s<>]+>)/i.exec(
        this.#text.slice(at, end),
      ) ?? [];
    return at + (tag?.length ?? 1);
  }

  /** Behind a bracket: the target of a link or an image, attributes of a span. */
  #close(at: number, end: number, bracket: Bracket | undefined): number {
    if (!bracket) return at + 1;
    const behind = this.#text.slice(at + 1, end);
    const [target] =
      /^\((?:\\.|[^()\\\n]|\((?:\\.|[^()\\\n])*\))*(?:\n[^()\n]*)?\)/.exec(behind) ??
      /^\[[^\]\n]*\]/.exec(behind) ??
      [];
    const after = at + 1 + (target?.length ?? 0);
    if (target === undefined) {
      if (behind.startsWith('{}')) {
        this.#edits.remove(bracket.start, bracket.start + 1);
        this.#edits.remove(at, at + 3);
        return at + 3;
      }
      return this.#list(after, end, (own) => spanAttributes(own)) ?? after;
    }
    const own = bracket.isImage ? imageAttributes : linkAttributes;
    return this.#list(after, end, own) ?? after;
  }

  /** Rewrites the attribute list that begins at an offset, if one does. */
  #list(
    at: number,
    end: number,
    change: (own: PandocAttributes) => PandocAttributes,
  ): number | undefined {
    const [list, text = ''] = /^\{((?:"[^"]*"|[^{}"])*)\}/.exec(this.#text.slice(at, end)) ?? [];
    if (list === undefined || !isAttributeList(text)) return undefined;
    this.#edits.replace(at, at + list.length, attributeText(change(readPandocAttributes(text))));
    return at + list.length;
  }
}

function spanAttributes(own: PandocAttributes): PandocAttributes {
  const styled = own.classes.flatMap((name) => spanStyles.get(name) ?? []);
  if (styled.length === 0) return blockAttributes(own);
  const style = [...styled, own.values.get('style') ?? ''].filter(Boolean).join('; ');
  return blockAttributes({ ...own, values: new Map([...own.values, ['style', style]]) });
}

/** Spans that Pandoc writes as elements of their own. */
const spanStyles: ReadonlyMap<string, string> = new Map([
  ['underline', 'text-decoration: underline'],
  ['ul', 'text-decoration: underline'],
  ['smallcaps', 'font-variant: small-caps'],
  ['mark', 'background: color-mix(in oklab, gold 60%, transparent)'],
]);

function codeAttributes({ id, classes }: PandocAttributes): PandocAttributes {
  return { id, classes, values: new Map() };
}

function linkAttributes({ id, classes, values }: PandocAttributes): PandocAttributes {
  const kept = [...values].filter(([key, value]) => {
    if (key === 'target') return value === '_blank' || value === '_self';
    return key === 'rel' || key.startsWith('data-');
  });
  return { id, classes, values: new Map(kept) };
}

function imageAttributes(own: PandocAttributes): PandocAttributes {
  const { id, classes } = own;
  const values = new Map<string, string>();
  const styles: string[] = [];
  const isPlaced = classes.includes('absolute');
  for (const [key, value] of own.values) {
    if ((key === 'width' || key === 'height') && !isPlaced) values.set(key, pixelsOf(value));
    else if (key === 'style') styles.push(value.replace(/;?\s*$/, ''));
    else if (isPlaced && /^(?:top|left|right|bottom|width|height)$/.test(key)) {
      styles.push(`${key}: ${withUnit(value)}`);
    } else if (/^(?:data-)?fragment-index$/.test(key)) values.set('index', value);
    else if (key.startsWith('data-')) values.set(key, value);
  }
  if (isPlaced) styles.unshift('position: absolute');
  if (styles.length > 0) values.set('style', styles.join('; '));
  const align = alignmentOf(own) ?? [];
  return { id, classes: classes.filter((name) => name !== 'absolute').concat(align), values };
}

const perUnit: Readonly<Record<string, number>> = {
  in: 96,
  cm: 37.8,
  mm: 3.78,
  pt: 1.333,
  pc: 16,
};

/** A length in a unit that images have here. */
function pixelsOf(value: string): string {
  const [, number = '', unit = ''] = /^([\d.]+)([a-z]+)$/.exec(value.trim()) ?? [];
  const factor = ownValue(perUnit, unit);
  if (factor !== undefined) return `${Math.round(Number(number) * factor)}px`;
  return unit === 'vw' || unit === 'vh' ? `${number}%` : value.trim();
}
