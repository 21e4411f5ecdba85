import type { Report } from '../../../base/diagnostics/report.ts';
import type { Span } from '../../../model/source.ts';

/** A list of files for one image, of which browsers choose one. */
interface ImageSet {
  readonly srcset: string;
  readonly span: Span;
  media?: string;
  type?: string;
}

interface Candidate {
  readonly path: string;
  /** A width in pixels, or the count of pixels to a CSS pixel. */
  readonly size?: { readonly value: number; readonly unit: 'w' | 'x' };
}

export interface ChosenFile {
  readonly path: string;
  readonly span: Span;
}

const types = /^image\/(?:png|jpe?g|gif|webp|avif|svg\+xml)$/i;

/** Chooses a file for each `<img>` with `srcset`, and for each `<picture>`: a deck carries one. */
export class Pictures {
  /** Of the elements `<source>` of the current picture. */
  #sources: ImageSet[] = [];
  /** Of the current tag. */
  #current: { srcset?: string; span?: Span; media?: string; type?: string } = {};

  /** @returns whether the attribute takes part in the choice, and must not be in the page */
  set(element: string, name: string, value: string, span: Span): boolean {
    if (name === 'srcset' && /^(?:img|source)$/.test(element)) {
      this.#current = { ...this.#current, srcset: value, span };
    } else if (name === 'media' && element === 'source') this.#current.media = value;
    else if (name === 'type' && element === 'source') this.#current.type = value;
    else return name === 'sizes' && /^(?:img|source)$/.test(element);
    return name !== 'type';
  }

  /** Ends the tag of a `<source>`. @returns whether it belongs to a picture */
  endSource(): boolean {
    const { srcset, span, ...rest } = this.#current;
    this.#current = {};
    if (srcset === undefined || !span) return false;
    this.#sources.push({ srcset, span, ...rest });
    return true;
  }

  /**
   * Ends the tag of an `<img>`.
   *
   * @param src its own file
   * @param isSized whether the author has set its size; if not, that of the image decides
   * @returns `undefined` if its own file is to be shown
   */
  choose(src: string | undefined, isSized: boolean, report: Report): ChosenFile | undefined {
    const { srcset, span } = this.#current;
    const own = srcset !== undefined && span ? [{ srcset, span }] : [];
    const sets: readonly ImageSet[] = [...this.#sources, ...own];
    this.#sources = [];
    this.#current = {};
    if (sets.length === 0) return undefined;
    const chosen = sets.filter(isForSlides).flatMap((set) => {
      const path = bestOf(set.srcset, src, isSized);
      return path === undefined ? [] : [{ path, span: set.span }];
    })[0];
    const isOwn = chosen === undefined || chosen.path === src;
    reportLost(sets, chosen?.path ?? src, report);
    if (!isOwn) return chosen;
    const [first] = sets;
    // Without any local file, that of the first is reported as one on the web.
    if (src !== undefined || !first) return undefined;
    return { path: candidatesOf(first.srcset)[0]?.path ?? '', span: first.span };
  }
}

/** Whether browsers would take it on a wide, light screen. */
function isForSlides({ media = '', type }: ImageSet): boolean {
  if (type !== undefined && !types.test(type.trim())) return false;
  return !/print|max-(?:width|height)|width\s*<|dark|portrait|forced|inverted|reduce/i.test(media);
}

function isLocal({ path }: Candidate): boolean {
  return !/^(?:[a-z][\w+.-]*:)?\/\//i.test(path);
}

/** The widest file; of those for screens of several densities the one of the usual density, unless the size is set. */
function bestOf(srcset: string, src: string | undefined, isSized: boolean): string | undefined {
  const local = candidatesOf(srcset).filter(isLocal);
  if (local.length === 0) return undefined;
  const bySize = local.toSorted((a, b) => (a.size?.value ?? 1) - (b.size?.value ?? 1));
  const isByWidth = local.some(({ size }) => size?.unit === 'w');
  if (isByWidth || isSized) return bySize.at(-1)?.path;
  const usual = local.find(({ size }) => (size?.value ?? 1) === 1);
  return usual?.path ?? src ?? bySize[0]?.path;
}

/** @see https://html.spec.whatwg.org/#parsing-a-srcset-attribute */
function candidatesOf(srcset: string): readonly Candidate[] {
  const found: Candidate[] = [];
  const pattern = /[\s,]*([^\s,]\S*)([^,]*)/y;
  for (let match = pattern.exec(srcset); match; match = pattern.exec(srcset)) {
    const { 1: url = '', 2: rest = '' } = match;
    const path = url.replace(/(?<!,),+$/, '');
    if (path !== url) pattern.lastIndex -= rest.length;
    const [, digits, unit] = /^\s+([\d.]+)([wx])\s*$/.exec(path === url ? rest : '') ?? [];
    const size = digits && ({ value: Number(digits), unit: unit === 'w' ? 'w' : 'x' } as const);
    if (path !== '') found.push({ path, ...(size && { size }) });
  }
  return found;
}

/** Notes that a picture has other images for other screens. */
function reportLost(sets: readonly ImageSet[], shown: string | undefined, report: Report): void {
  const [lost] = sets.filter(
    ({ media, srcset }) =>
      media !== undefined &&
      !/print/.test(media) &&
      !candidatesOf(srcset).some(({ path }) => path === shown),
  );
  if (!lost) return;
  const message = `this image is left out: a deck shows "${shown ?? ''}" on all screens`;
  const hint = 'for another one, write it as the "src" of an <img>';
  report.add('image-chosen', lost.span, message, hint);
}
