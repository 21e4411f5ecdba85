import type { Report } from '../base/diagnostics/report.ts';
import { correct, didYouMean } from '../base/diagnostics/suggest.ts';
import { decodeUri } from '../base/text/decode-uri.ts';
import { type Deck, reservedIds, type Slide, targetKey } from '../model/deck.ts';
import type { Located, Span } from '../model/source.ts';
import { extendSlide } from './slides/late-slide.ts';

type Stacks = readonly (readonly Slide[])[];

/** The ids of headings, as code hosts assign them, and the links to them. */
interface Targets {
  /** The slides with the ids of their headings. */
  readonly stacks: Stacks;
  /** See {@link Deck.targets}. */
  readonly targets: ReadonlyMap<string, string>;
}

/**
 * Assigns an id to each heading, and resolves the links in the deck.
 *
 * @param links as written: `#id`, `#/id`, `#/3` for the third slide, `#/3/2` for the second one in the third stack
 * @param ids that the author has written
 */
export function resolveTargets(
  stacks: Stacks,
  links: readonly Located<string>[],
  ids: readonly Located<string>[],
  report: Report,
): Targets {
  const names = new SlugNames(ids.map(({ value }) => value));
  const named = stacks.map((stack) => stack.map((slide) => nameHeadings(slide, names)));
  const all = named.flat();
  /** Slides that links reach by their numbers, and the ids for these links. */
  const anchors = new Map<Slide, string>();
  const targets = new Map<string, string>();
  for (const { value, span } of links) {
    const place = /^#\/(\d+)(?:\/(\d+))?$/.exec(value);
    if (place) {
      const slide = findSlide(named, Number(place[1]), place[2] && Number(place[2]));
      if (slide) {
        const anchor = anchorOf(slide) ?? anchors.get(slide) ?? slideAnchor(all.indexOf(slide) + 1);
        if (anchorOf(slide) === undefined) anchors.set(slide, anchor);
        targets.set(targetKey(span.file, value), `#${anchor}`);
      } else reportSlide(value, span, named, report);
      continue;
    }
    const id = decodeUri(value.replace(/^#\/?/, ''));
    const found = names.find(id, span.file);
    if (found === undefined && !isTop(id)) reportDead(value, id, span, names, report);
    if (found !== undefined && (found !== id || value.startsWith('#/'))) {
      targets.set(targetKey(span.file, value), `#${found}`);
    }
  }
  return { stacks: anchors.size > 0 ? addAnchors(named, anchors) : named, targets };
}

function addAnchors(stacks: Stacks, anchors: ReadonlyMap<Slide, string>): Stacks {
  return stacks.map((stack) =>
    stack.map((slide) => {
      const anchor = anchors.get(slide);
      return anchor === undefined ? slide : extendSlide(slide, { anchor });
    }),
  );
}

/** The id of a slide that has neither an id nor a heading, and is the target of a link. */
function slideAnchor(number: number): string {
  return `lectern-slide-${number}`;
}

function anchorOf({ settings, headingIds }: Slide): string | undefined {
  return settings.id ?? headingIds?.find((id) => id !== '');
}

/** @param row in a stack; without it, slides are numbered across the deck */
function findSlide(
  stacks: Stacks,
  number: number,
  row: number | '' | undefined,
): Slide | undefined {
  const slide = row ? stacks[number - 1]?.[row - 1] : stacks.flat()[number - 1];
  return slide?.hiddenAfter === undefined ? slide : undefined;
}

function nameHeadings(slide: Slide, names: SlugNames): Slide {
  if (slide.headings.length === 0) return slide;
  const headingIds = slide.headings.map(
    ({ span, slug, id }) => id ?? (slug && names.add(slug, span.file)),
  );
  return extendSlide(slide, { headingIds });
}

/** The names that links use, and the ids in the page. */
class SlugNames {
  readonly #deck: Names;
  readonly #files = new Map<string, Names>();

  /** @param ids that the author has written */
  constructor(ids: Iterable<string>) {
    this.#deck = new Names(ids);
  }

  get all(): readonly string[] {
    return [...this.#deck.ids.keys()];
  }

  /** @returns the id of a heading: the slug, or with the first free number as in `slug-1` */
  add(slug: string, file: string): string {
    const name = this.#deck.nameOf(slug);
    const id = reservedIds.test(name) ? `heading-${name}` : name;
    this.#deck.ids.set(name, id);
    const own = this.#files.get(file) ?? new Names([]);
    this.#files.set(file, own);
    own.ids.set(own.nameOf(slug), id);
    return id;
  }

  /** @param file that contains the link, whose own headings come first */
  find(name: string, file: string): string | undefined {
    const written = this.#deck.written.has(name) ? name : undefined;
    return written ?? this.#files.get(file)?.ids.get(name) ?? this.#deck.ids.get(name);
  }
}

/** The names in a text. */
class Names {
  /** The ids by name. */
  readonly ids: Map<string, string>;
  readonly written: ReadonlySet<string>;
  readonly #taken: Set<string>;
  /** How often a slug was asked for. */
  readonly #counts = new Map<string, number>();

  constructor(written: Iterable<string>) {
    this.written = new Set(written);
    this.#taken = new Set(this.written);
    this.ids = new Map([...this.written].map((id) => [id, id]));
  }

  nameOf(slug: string): string {
    let count = this.#counts.get(slug) ?? 0;
    let name = count === 0 ? slug : `${slug}-${count}`;
    while (this.#taken.has(name)) name = `${slug}-${++count}`;
    this.#counts.set(slug, count + 1);
    this.#taken.add(name);
    return name;
  }
}

/** Whether a link leads to the start of the page in every browser. */
function isTop(id: string): boolean {
  return id === '' || id.toLowerCase() === 'top';
}

/** Names that dead links are compared with. A deck can have thousands of both. */
const maxCompared = 100_000;
const compared = new WeakMap<Report, number>();

function hasRoom(names: readonly string[], report: Report): boolean {
  const count = (compared.get(report) ?? 0) + names.length;
  if (count > maxCompared) return false;
  compared.set(report, count);
  return true;
}

function reportDead(
  value: string,
  id: string,
  span: Span,
  { all }: SlugNames,
  report: Report,
): void {
  const isFew = hasRoom(all, report);
  const near = isFew ? didYouMean(id, all) : undefined;
  const hint =
    near === undefined
      ? 'link to a heading by its text: #two-words for "Two words", to a slide by its number: #/2'
      : `did you mean "#${near}"?`;
  const fix = isFew ? correct(id, all, span) : undefined;
  report.add('link-target', span, `"${value}" leads nowhere`, hint, fix);
}

function reportSlide(value: string, span: Span, stacks: Stacks, report: Report): void {
  const count = stacks.flat().filter(({ hiddenAfter }) => hiddenAfter === undefined).length;
  const hint = `the deck has ${count === 1 ? 'one slide' : `${count} slides`}; the first one is #/1`;
  report.add('link-target', span, `"${value}" leads to no slide`, hint);
}
