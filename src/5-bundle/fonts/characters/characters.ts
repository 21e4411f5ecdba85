import { readHtmlText } from '../../../base/html-text.ts';
import { noMemo } from '../../../base/memo/memo.ts';
import { charactersIn } from '../../../base/text/characters-in.ts';
import type { ElementNames, RenderedSlide, TextRun } from '../../../model/rendered.ts';
import type { Memo } from '../../../model/source.ts';
import type { Fills } from '../../fill-slides.ts';

/** The characters of slides. Each string has a character once. */
export interface Characters {
  /** Of all text except formulas. */
  readonly all: string;
  /** Of text outside code. */
  readonly prose: string;
  /** Glyphs of formulas. */
  readonly math: string;
  /** By wanted element; see {@link collectCharacters}. */
  readonly within: ReadonlyMap<string, string>;
}

/** The SVG of a deck's images. */
export type DrawnImages = Pick<Fills, 'charts' | 'diagrams'>;

/** Elements that browsers set in a fixed-width font. */
export const codeElements: ReadonlySet<string> = new Set(['pre', 'code', 'kbd', 'samp']);

/** The size of the groups of slides whose characters are memoized together. */
const groupSize = 32;

/** Collects the characters of slides and of the images on them. @param wanted as in {@link collectCharacters} */
export function charactersOfSlides(
  slides: readonly RenderedSlide[],
  images: DrawnImages,
  wanted: readonly string[],
  memo: Memo = noMemo,
): Characters {
  const found: Characters[] = [];
  for (let i = 0; i < slides.length; i += groupSize) {
    const group = slides.slice(i, i + groupSize);
    const contents = group.map(({ content }) => content);
    const drawn = group.map((slide) => imagesOf(slide, images));
    const inputs = [contents[0], wanted.join(), ...contents, ...drawn.flat()] as const;
    found.push(
      memo.get(collectCharacters, inputs, () => {
        const runs = contents.flatMap((slide, at) => [
          ...slide.text,
          ...slide.drawn.flatMap(({ path }, index) => runsOfImage(drawn[at]?.[index] ?? '', path)),
        ]);
        return collectCharacters(runs, wanted);
      }),
    );
  }
  return mergeAll(found);
}

/** The images on a slide in the order of their places. */
function imagesOf({ content, numbers }: RenderedSlide, images: DrawnImages): readonly string[] {
  return content.drawn.map(({ kind, index }) => {
    const [own, all] =
      kind === 'chart' ? [numbers.charts, images.charts] : [numbers.diagrams, images.diagrams];
    return all[own[index] ?? -1] ?? '';
  });
}

function runsOfImage(svg: string, around: readonly ElementNames[]): readonly TextRun[] {
  const outer = around.map((names) => `>${names.join(' ')}`).join('');
  return readHtmlText(svg).runs.map((run) => {
    return { ...run, path: [...around, ...run.path], key: outer + run.key };
  });
}

/**
 * Collects the characters of text.
 *
 * @param wanted elements whose characters are collected separately: a name, or `.` and a class, optionally
 *   after its ancestors, as in `h1 em`
 */
export function collectCharacters(found: readonly TextRun[], wanted: Iterable<string>): Characters {
  const asked = [...new Set(wanted)].map((written) => ({ written, names: written.split(/\s+/) }));
  const runs = joinRuns(found);
  const texts = runs.filter(({ isMath }) => !isMath);
  const prose = texts.filter(({ path }) => !path.some(([name = '']) => codeElements.has(name)));
  const within = asked.flatMap(({ written, names }) => {
    const own = texts.filter(({ path }) => isWithin(path, names));
    return own.length > 0 ? [[written, charactersIn(own.map(charactersOf))] as const] : [];
  });
  return {
    all: charactersIn(texts.map(charactersOf)),
    prose: charactersIn(prose.map(charactersOf)),
    math: charactersIn(runs.filter(({ isMath }) => isMath).map(charactersOf)),
    within: new Map(within),
  };
}

/** One run for all with the same path: slides have few different ones. */
function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const groups = new Map<string, TextRun[]>();
  for (const run of runs) {
    const name = run.isMath ? 'math' : run.key;
    const group = groups.get(name);
    if (group) group.push(run);
    else groups.set(name, [run]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, characters: charactersIn(group.map(charactersOf)) }] : [];
  });
}

function charactersOf({ characters }: TextRun): string {
  return characters;
}

/** Whether an element has the last name, and its ancestors have the other names in this order. */
function isWithin(path: readonly ElementNames[], names: readonly string[]): boolean {
  const last = names.at(-1) ?? '';
  return path.some((element, i) => element.includes(last) && leadsTo(path.slice(0, i + 1), names));
}

function leadsTo(path: readonly ElementNames[], names: readonly string[]): boolean {
  let found = 0;
  for (const element of path) if (element.includes(names[found] ?? '')) found++;
  return found === names.length;
}

function mergeAll(found: readonly Characters[]): Characters {
  const names = new Set(found.flatMap(({ within }) => [...within.keys()]));
  return {
    all: charactersIn(found.map(({ all }) => all)),
    prose: charactersIn(found.map(({ prose }) => prose)),
    math: charactersIn(found.map(({ math }) => math)),
    within: new Map(
      [...names].map((name) => [
        name,
        charactersIn(found.map(({ within }) => within.get(name) ?? '')),
      ]),
    ),
  };
}
