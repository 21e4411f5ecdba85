import { slugOf } from '../../../base/text/slug.ts';
import type { Part } from './scan.ts';
import type { Settings } from './settings/metadata.ts';

type Heading = Extract<Part, { kind: 'heading' }>;

/** The headings of a deck that are in no block, with their anchors and, if the deck asks for them, their numbers. */
export class Sections {
  readonly #anchors = new Map<Part, string>();
  readonly #numbers = new Map<Part, string>();
  readonly #headings: readonly Heading[];

  constructor(parts: readonly Part[], settings: Settings) {
    this.#headings = parts.filter(
      (part) => part.kind === 'heading' && part.depth === 0,
    ) as Heading[];
    this.#findAnchors();
    if (settings.flag('number-sections', 'numbersections') === true) this.#count(settings);
  }

  #findAnchors(): void {
    const counts = new Map<string, number>();
    for (const heading of this.#headings) {
      const slug =
        heading.attributes.id?.replace(/[^\w-]+/g, '-') ?? slugOf(plainText(heading.text));
      const count = counts.get(slug) ?? 0;
      counts.set(slug, count + 1);
      this.#anchors.set(heading, count === 0 ? slug : `${slug}-${count}`);
    }
  }

  #count(settings: Settings): void {
    const deepest = Number(settings.text('number-depth') ?? 6);
    const counts: number[] = [];
    for (const heading of this.#headings) {
      const { level, text, attributes } = heading;
      if (level > deepest || text.trim() === '' || attributes.classes.includes('unnumbered'))
        continue;
      while (counts.length < level) counts.push(0);
      counts.length = level;
      counts[level - 1] = (counts[level - 1] ?? 0) + 1;
      this.#numbers.set(heading, counts.join('.'));
    }
  }

  /** `2.1`; `undefined` if headings have no numbers. */
  numberOf(heading: Part): string | undefined {
    return this.#numbers.get(heading);
  }

  /** The id by which links lead to a heading. */
  anchorOf(heading: Part): string | undefined {
    return this.#anchors.get(heading);
  }

  /** The contents as a list of links, in the author's Markdown. */
  list(settings: Settings): string {
    const deepest = Number(settings.text('toc-depth') ?? 3);
    const shown = this.#headings.filter(
      ({ level, text, attributes: { classes, values } }) =>
        level <= deepest &&
        text.trim() !== '' &&
        !classes.includes('unlisted') &&
        values.get('visibility') !== 'hidden',
    );
    const levels: number[] = [];
    const lines = shown.map((heading) => {
      while ((levels.at(-1) ?? 0) >= heading.level) levels.pop();
      levels.push(heading.level);
      const number = this.numberOf(heading);
      const text = `${number === undefined ? '' : `${number} `}${linkText(heading.text)}`;
      return `${'  '.repeat(levels.length - 1)}- [${text}](#${this.anchorOf(heading)})`;
    });
    return lines.join('\n');
  }
}

/** The text of a heading, without links, notes and attributes, which cannot be in a link. */
function linkText(text: string): string {
  return text
    .replace(/\^\[[^\]]*\]|\[\^[^\]]*\]|<[^<>]*>|!\[[^\]]*\]\([^()]*\)(?:\{[^{}]*\})?/g, '')
    .replace(/\[([^[\]]*)\](?:\([^()]*\)|\{[^{}]*\})/g, '$1')
    .trim();
}

function plainText(text: string): string {
  return linkText(text)
    .replace(/\{\{<[\s\S]*?>\}\}|[*`]/g, '')
    .replace(/(^|\s)_+|_+(?=\s|$)/g, '$1')
    .trim();
}
