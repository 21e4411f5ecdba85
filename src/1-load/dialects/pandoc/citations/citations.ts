import type { TextEdits } from '../../text-edits.ts';
import type { PandocDeck } from '../deck.ts';
import type { Div } from '../divs.ts';
import type { Part } from '../scan.ts';
import type { Bibliography, Work } from './bibliography.ts';

/** `see @smith2020, p. 3` in a citation. */
interface Citation {
  readonly prefix: string;
  readonly key: string;
  readonly suffix: string;
  /** A minus sign leaves the authors out. */
  readonly hasAuthors: boolean;
}

const key = String.raw`@(?:\{([^{}\n]+)\}|([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_]|[\p{L}\p{N}_]))`;
const bracketed = new RegExp(
  String.raw`^\[((?:[^[\]\n]|\n(?!\n))*?${key}(?:[^[\]\n]|\n(?!\n))*)\](?![({])`,
  'u',
);
const inText = new RegExp(String.raw`^(-?)${key}(?:[ \t]*\[([^[\]@\n]*)\])?`, 'u');

/** Writes citations as authors and years, and the list of the works that were cited. */
export class Citations {
  readonly #bibliography: Bibliography;
  readonly #cited = new Map<string, Work>();

  constructor(bibliography: Bibliography) {
    this.#bibliography = bibliography;
  }

  /** @returns where the citation at an offset ends; `undefined` if there is none */
  translate(text: string, at: number, deck: PandocDeck): number | undefined {
    if (text[at] === '[') return this.#bracketed(text, at, deck);
    const isStart = text[at] === '@' || (text[at] === '-' && text[at + 1] === '@');
    if (!isStart || /[\p{L}\p{N}_@]/u.test(text[at - 1] ?? '')) return undefined;
    const found = inText.exec(text.slice(at, at + 300));
    const name = found?.[2] ?? found?.[3] ?? '';
    const work = found && this.#find(name);
    if (found && !work && this.#bibliography.isGiven) {
      const message = `"@${name}" is in no bibliography: it is shown as written`;
      deck.reportUnmapped(at, found[0].length, message);
    }
    if (!found || !work) return undefined;
    const suffix = locator(found[4] ?? '');
    const year = `(${work.year}${suffix && `, ${suffix}`})`;
    const shown = found[1] === '-' ? year : `${authorsOf(work)} ${year}`;
    deck.edits.replace(at, at + found[0].length, shown);
    return at + found[0].length;
  }

  #bracketed(text: string, at: number, deck: PandocDeck): number | undefined {
    const found = bracketed.exec(text.slice(at, at + 1000));
    if (!found) return undefined;
    const citations = (found[1] ?? '').split(';').map(read);
    if (!citations.every((citation) => citation !== undefined)) return undefined;
    const end = at + found[0].length;
    const parts = citations.map(({ prefix, key: name, suffix, hasAuthors }) => {
      const work = this.#find(name);
      if (!work) {
        const message = `"@${name}" is in no bibliography: its key stands in`;
        deck.reportUnmapped(at, found[0].length, message);
        return [prefix, name, suffix].filter(Boolean).join(' ');
      }
      const who = hasAuthors ? [prefix, authorsOf(work)].filter(Boolean).join(' ') : prefix;
      return [who, work.year].filter(Boolean).join(' ') + (suffix && `, ${locator(suffix)}`);
    });
    deck.edits.replace(at, end, `(${parts.join('; ')})`);
    return end;
  }

  #find(name: string): Work | undefined {
    const work = this.#bibliography.find(name);
    if (work) this.#cited.set(name, work);
    return work;
  }

  /**
   * Adds works that no slide cites: `nocite: '@smith2020, @lee2021'`, or `@*` for all of them.
   *
   * @returns how many of them are left out, as there are too many
   */
  addUncited(texts: readonly string[]): number {
    const names = texts.flatMap((text) =>
      /@\*/.test(text)
        ? this.#bibliography.keys
        : [...text.matchAll(new RegExp(key, 'gu'))].map(
            ([, braced, plain = '']) => braced ?? plain,
          ),
    );
    for (const name of names.slice(0, mostUncited)) this.#find(name);
    return Math.max(0, names.length - mostUncited);
  }

  /**
   * Writes the works that were cited: into the div `refs`, or on the last slide.
   *
   * @param word the title of that slide
   */
  writeList(
    parts: readonly Part[],
    divs: readonly Div[],
    edits: TextEdits,
    word = 'References',
  ): void {
    if (this.#cited.size === 0) return;
    const div = divs.find(({ open }) => open.attributes.id === 'refs');
    const title = parts.findLast(({ kind, depth }) => kind === 'heading' && depth === 0);
    const hasTitle =
      title?.kind === 'heading' &&
      (/^(?:references|bibliography|sources|literature)$/i.test(title.text) ||
        title.text.toLowerCase() === word.toLowerCase());
    const lead = div || hasTitle ? '\n' : `\n\n---\n\n## ${word}\n\n`;
    const list = [...this.#cited.values()]
      .map(referenceText)
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join('\n\n');
    edits.insert(div ? div.open.end : edits.author.text.length, `${lead}${list}\n`);
  }
}

/** More of them fit on no slide. */
const mostUncited = 200;

/** A work in the list of references, as Markdown. */
function referenceText(work: Work): string {
  const link = work.link === '' ? '' : ` <${work.link}>`;
  const source = work.source === '' ? '' : ` ${work.source}.`;
  const names = joined(work.names).replace(/\.$/, '');
  return `${names}. ${work.year}. ${titleOf(work)}${source}${link}`.replace(/^\. /, '');
}

function read(part: string): Citation | undefined {
  const found = new RegExp(String.raw`^\s*(.*?)\s*(-?)${key}\s*,?\s*(.*?)\s*$`, 'su').exec(part);
  if (!found) return undefined;
  const [, prefix = '', minus, braced, plain = '', suffix = ''] = found;
  return { prefix, key: braced ?? plain, suffix, hasAuthors: minus !== '-' };
}

/** `p. 3` as the number alone, as author-date styles have it. */
function locator(text: string): string {
  return text.trim().replace(/^,?\s*(?:pp?\.|page|pages)\s*(?=\d)/, '');
}

/** A book in italics, a part of one or of a journal in quotation marks. */
function titleOf({ title, isPart }: Work): string {
  const stop = /[.?!]$/.test(title) ? '' : '.';
  return isPart ? `“${title}${stop}”` : `*${title}*${stop}`;
}

/** `Smith`, `Smith and Lee`, `Smith, Lee, and Diaz`, `Smith et al.` */
function authorsOf({ authors, title }: Work): string {
  if (authors.length === 0) return `“${title}”`;
  if (authors.length > 3) return `${authors[0]} et al.`;
  return authors.length === 3
    ? `${authors[0]}, ${authors[1]}, and ${authors[2]}`
    : authors.join(' and ');
}

/** `Smith, Ann, and Bo Lee` */
function joined(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}
