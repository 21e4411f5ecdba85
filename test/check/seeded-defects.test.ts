import { expect, test } from 'vitest';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';

/** A slide with one defect, and the lines of the slide, from 1, on one of which it is found; -1 is the break above it. */
interface Defect {
  readonly rule: string;
  readonly slide: string;
  readonly lines: readonly [from: number, to: number];
}

type MakeDefect = (index: number) => Omit<Defect, 'rule' | 'slide'> & { readonly body: string };

const words =
  'The harvest of the orchard was good this year and everybody came to help with it'.split(' ');

/** Words that differ from slide to slide. */
const sentence = (index: number, count = 8): string =>
  Array.from({ length: count }, (_, i) => words[(index * 5 + i * 3) % words.length]).join(' ');

/** A body whose only line is the third of its slide, below the title and a blank line. */
const third = (body: string) => ({ body, lines: [3, 3] as const });

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

const scripts = [
  'Σήμερα μιλάμε για τον κήπο μας και τα μήλα',
  'Сегодня мы говорим о нашем саде и яблоках',
  'היום אנחנו מדברים על הגן שלנו ועל תפוחים',
  '今日は私たちの庭とりんごについて話します',
  '오늘은 우리 정원과 사과에 대해 이야기합니다',
];

/** How each kind of defect is written, in several forms. */
const kinds: Readonly<Record<string, MakeDefect>> = {
  'slide-overfull': (index) => {
    const count = 40 + index * 3;
    const items = Array.from({ length: count }, (_, i) => `- Point ${i} of ${count}`).join('\n');
    return { body: items, lines: [22, 40] };
  },
  'text-size': (index) =>
    third(`<p style="font-size: ${8 + (index % 8)}px">${sentence(index)}</p>`),
  overlap: (index) => ({
    body: `${sentence(index, 30)}\n\n<div style="margin-top: -${60 + index * 6}px">${sentence(index + 3)}</div>`,
    lines: [3, 5],
  }),
  'image-size': (index) => third(`![The orchard in spring](small.png){width=${600 + index * 20}}`),
  'image-crop': (index) =>
    third(`![The orchard in spring](large.png){width=900 height=${120 + index * 9} fit=cover}`),
  'image-ratio': (index) =>
    third(
      `<img src="large.png" alt="The orchard in spring" style="width: 400px; height: ${330 + index * 7}px; object-fit: fill">`,
    ),
  contrast: (index) =>
    third(
      pick(
        [
          `<p style="color: #c4c8c6">${sentence(index)}</p>`,
          `<p style="background: #00695f; color: #2b7f77">${sentence(index)}</p>`,
          `<p style="opacity: 0.3">${sentence(index)}</p>`,
          `<p style="background: linear-gradient(#fff, #ddd); color: #bbb">${sentence(index)}</p>`,
        ],
        index,
      ),
    ),
  'alt-text': (index) =>
    third(
      pick(
        [
          '![](large.png)',
          '![image](large.png)',
          '![large.png](large.png)',
          '<img src="large.png">',
        ],
        index,
      ),
    ),
  'link-text': (index) =>
    third(
      pick(
        [
          `${sentence(index)}: [click here](https://example.org/${index})`,
          `[here](https://example.org/${index}) ${sentence(index)}`,
          `${sentence(index)} [](https://example.org/${index})`,
          `<a href="https://example.org/${index}">read more</a>`,
        ],
        index,
      ),
    ),
  'control-name': (index) =>
    third(
      pick(
        [
          `<p>${sentence(index)} <button></button></p>`,
          `<input type="text" size="${index + 4}">`,
          `<select><option>One</option><option>Two</option></select>`,
          `<label></label> <input type="checkbox">`,
        ],
        index,
      ),
    ),
  'link-target': (index) => third(`See [the other part](#nothing-${index}) of it`),
  'link-file': (index) => third(`See [the numbers of the year](gone-${index}.csv) of it`),
  'heading-levels': (index) => ({
    body: `${sentence(index)}\n\n#### A part of it\n\n${sentence(index + 1)}`,
    lines: [5, 5],
  }),
  language: (index) => third(pick(scripts, index)),
  motion: (index) =>
    third(
      pick(
        [
          `<p style="animation: spin ${2 + index}s linear infinite">${sentence(index)}</p>`,
          `<marquee>${sentence(index)}</marquee>`,
        ],
        index,
      ),
    ),
  density: (index) => ({
    body: Array.from({ length: 10 }, (_, i) => `- ${sentence(index + i, 10)}`).join('\n'),
    lines: [-1, 14],
  }),
};

/** Makes 10 defects of each kind, and those that need a slide without the usual title. */
function makeDefects(): readonly Defect[] {
  const titled = Object.entries(kinds).flatMap(([rule, make]) =>
    Array.from({ length: 10 }, (_, index) => {
      const { body, lines } = make(index);
      return { rule, slide: `## ${rule} ${index}\n\n${body}`, lines };
    }),
  );
  const untitled = Array.from({ length: 5 }, (_, index): Defect => {
    const slide = `- ${sentence(index)}\n- ${sentence(index + 4)}`;
    return { rule: 'title-missing', slide, lines: [-1, 2] };
  });
  const twice = Array.from({ length: 5 }, (_, index): Defect => {
    return {
      rule: 'title-duplicate',
      slide: `## A common title\n\n- Word ${index}`,
      lines: [-1, 1],
    };
  });
  return [...titled, ...untitled, ...twice];
}

interface Found {
  readonly code: string;
  readonly line: number | null;
}

/** A random order that is the same in each run. */
function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  let state = seed;
  const next = (): number => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state;
  };
  return list
    .map((item) => [next(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}

test('of 170 defects in a deck, at least 98 % are found at their lines, and nothing is wrong elsewhere', async () => {
  const defects = shuffled(makeDefects(), 41);
  expect(defects).toHaveLength(170);
  const lines = ['---', 'title: Defects', '---', '', '# Defects'];
  const starts: number[] = [];
  const sound: number[] = [];
  for (const [index, { slide }] of defects.entries()) {
    lines.push(
      '',
      '---',
      '',
      `## A sound slide ${index}`,
      '',
      `- ${sentence(index)}`,
      '- And more',
    );
    sound.push(lines.length - 3);
    lines.push('', '---', '');
    starts.push(lines.length);
    lines.push(...slide.split('\n'));
  }
  const folder = temporaryFolder({
    'small.png': png(240, 150),
    'large.png': png(1600, 900),
    'talk.md': `${lines.join('\n')}\n`,
  });
  const { output } = await lectern(
    ['check', 'talk.md', '--json', ...(await sharedBrowser())],
    folder,
  );
  const found = JSON.parse(output).findings as readonly Found[];
  const isFound = ({ rule, lines: [from, to] }: Defect, start: number): boolean =>
    found.some(
      ({ code, line }) =>
        code === rule && line !== null && line >= start + from && line <= start + to,
    );
  const missed = defects.flatMap((defect, index) =>
    isFound(defect, starts[index] ?? 0) ? [] : [defect.slide.slice(0, 160)],
  );
  expect(missed.slice(0, Math.max(0, missed.length - 3))).toEqual([]);
  const wrong = found.filter(({ line }) =>
    sound.some((at) => line !== null && line >= at - 1 && line <= at + 3),
  );
  expect(wrong).toEqual([]);
});
