import path from 'node:path';
import { Report } from '../../../../base/diagnostics/report.ts';
import { isUrl, locateFile } from '../../../../base/files/locate-file.ts';
import { Inputs } from '../../../../base/inputs.ts';
import type { TextFile } from '../../../../model/source.ts';
import type { TranslationContext } from '../../translation.ts';
import type { Settings } from '../settings/metadata.ts';

/** A work that a deck cites. */
export interface Work {
  readonly authors: readonly string[];
  /** The authors as the list of references has them: `Smith, Ann`, then `Bo Lee`. */
  readonly names: readonly string[];
  readonly year: string;
  readonly title: string;
  /** Whether it is in a journal or in a book. */
  readonly isPart: boolean;
  /** The journal, book or publisher, with volume and pages. */
  readonly source: string;
  readonly link: string;
}

type ParseBibtex = typeof import('@retorquere/bibtex-parser').parse;

/** Loaded only for decks that name a bibliography. */
let parseBibtex: ParseBibtex | undefined;

export async function prepareBibliography({ text }: TextFile): Promise<void> {
  if (!/^[ \t]*bibliography[ \t]*:/m.test(text)) return;
  parseBibtex ??= (await import('@retorquere/bibtex-parser')).parse;
}

/** The works of a deck's bibliography, by their keys. Only entries that are asked for are parsed. */
export class Bibliography {
  /** Whether the deck names one. */
  readonly isGiven: boolean;
  /** With the offsets of their entries. */
  readonly #texts: readonly (readonly [text: string, starts: ReadonlyMap<string, number>])[];
  readonly #works = new Map<string, Work | undefined>();

  constructor(author: TextFile, settings: Settings, context: TranslationContext) {
    const given = settings.texts('bibliography');
    const names = given.filter((name) => !isUrl(name));
    this.isGiven = given.length > 0;
    const entry = settings.entry('bibliography');
    if (names.length < given.length && entry) {
      const message = 'a bibliography on the web is not used: a deck loads nothing';
      context.report.add('dialect-settings', entry.span, message, 'save it next to the deck');
    }
    this.#texts = names.flatMap((name) => {
      const found = context.project.locate(name, author.realPath) ?? name;
      const ref = { path: found, from: author.realPath, span: entry?.span };
      const file = locateFile(ref, context.project.root, new Inputs(), context.report);
      const text = file === undefined ? undefined : readOnce(file, context);
      return text === undefined || path.extname(name) !== '.bib' ? [] : [[text, startsOf(text)]];
    });
  }

  /** The keys of all works, in the order of the files. */
  get keys(): readonly string[] {
    return this.#texts.flatMap(([, starts]) => [...starts.keys()]);
  }

  find(key: string): Work | undefined {
    if (!this.#works.has(key)) this.#works.set(key, this.#read(key));
    return this.#works.get(key);
  }

  #read(key: string): Work | undefined {
    for (const [text, starts] of this.#texts) {
      const start = starts.get(key);
      const entry = start === undefined ? undefined : entryAt(text, start);
      const [found] = entry === undefined ? [] : (parseBibtex?.(entry).entries ?? []);
      if (found) return workOf(found.fields as unknown as Fields);
    }
    return undefined;
  }
}

/** In characters; pages carry smaller files as parts of their decks. */
const longestCarried = 200_000;

function readOnce(file: string, { project, report }: TranslationContext): string | undefined {
  const text = project.readSettings(file, report)?.text;
  if (text !== undefined && text.length <= longestCarried) project.read(file, new Report());
  return text;
}

/** Where the entries of a text begin, by their keys; of several with the same key, the first. */
function startsOf(text: string): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (const { 1: key = '', index } of text.matchAll(/@\w+\s*[{(]\s*([^\s,{}()"#%=]+)\s*,/g)) {
    if (!starts.has(key)) starts.set(key, index);
  }
  return starts;
}

/** In characters. The parser takes gigabytes for entries that are made to. */
const longestEntry = 50_000;

/** The BibTeX of one entry, up to the brace that closes it. */
function entryAt(text: string, start: number): string | undefined {
  const end = closingBrace(text, text.indexOf('{', start));
  return end === undefined || end - start > longestEntry ? undefined : text.slice(start, end + 1);
}

function closingBrace(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return undefined;
}

interface Name {
  readonly lastName?: string;
  readonly firstName?: string;
  readonly prefix?: string;
  readonly name?: string;
}

type Fields = Readonly<Record<string, string | readonly string[] | readonly Name[] | undefined>>;

function workOf(fields: Fields): Work {
  const people = (fields['author'] ?? fields['editor'] ?? []) as readonly Name[];
  const text = (key: string): string => {
    const value = fields[key];
    const joined = Array.isArray(value) ? value.join(', ') : (value ?? '');
    return String(joined).replace(/<[^>]*>/g, '');
  };
  const year = text('year') || text('date').slice(0, 4);
  const volume = [text('volume'), text('number') && `(${text('number')})`]
    .filter(Boolean)
    .join(' ');
  const place = text('journal') || text('journaltitle') || text('booktitle');
  const pages = text('pages');
  const where = [place && `*${place}*`, volume].filter(Boolean).join(' ') + (pages && `: ${pages}`);
  return {
    authors: people.map(({ prefix, lastName, name }) =>
      [prefix, lastName ?? name].filter(Boolean).join(' '),
    ),
    names: people.map(({ prefix, lastName, firstName, name }, index) => {
      const last = [prefix, lastName ?? name].filter(Boolean).join(' ');
      if (firstName === undefined) return last;
      return index === 0 ? `${last}, ${firstName}` : `${firstName} ${last}`;
    }),
    year: year || 'n.d.',
    title: text('title'),
    isPart: place !== '',
    source: where || text('publisher') || text('howpublished') || text('institution'),
    link: text('doi') ? `https://doi.org/${text('doi')}` : text('url'),
  };
}
