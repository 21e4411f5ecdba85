import { expect } from 'vitest';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';

/** A finding in the JSON of the command. */
export interface Found {
  readonly code: string;
  readonly line: number | null;
  readonly message: string;
}

/** Slides, each with the codes that the check finds on it, by the number of the line of the slide. */
type Slides = readonly (readonly [slide: string, ...codes: readonly string[]])[];

const rules = [
  ...['contrast', 'text-size', 'overlap', 'image-size', 'image-crop', 'image-ratio'],
  ...['wrapping', 'color-vision', 'script-error', 'slide-overfull', 'slide-shrunk'],
];

/** The images that slides may use. */
export const files = {
  'small.png': png(320, 200),
  'large.png': png(1600, 900),
  'light.png': png(1600, 900, 0xee),
};

/** Checks a deck of slides; `1:contrast` is found in the first line of its slide. */
async function check(slides: Slides, frontMatter = 'theme: ink'): Promise<readonly string[][]> {
  const head = ['---', ...frontMatter.split('\n'), '---', ''];
  const lines = [...head];
  const starts = slides.map(([slide]) => {
    if (lines.length > head.length) lines.push('', '---', '');
    const start = lines.length;
    lines.push(...slide.split('\n'));
    return start;
  });
  const folder = temporaryFolder({ ...files, 'talk.md': `${lines.join('\n')}\n` });
  const args = ['check', 'talk.md', '--json', ...(await sharedBrowser())];
  const { output, errors } = await lectern(args, folder);
  expect(errors).toBe('');
  const found = (JSON.parse(output).findings as readonly Found[]).filter(({ code }) =>
    rules.includes(code),
  );
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = found.filter(({ line }) => line !== null && line > start && line <= end);
    return own.map(({ line, code }) => `${(line ?? 0) - start}:${code}`);
  });
}

/** Expects that nothing else is found on the slides. */
export async function expectFound(slides: Slides, frontMatter?: string): Promise<void> {
  const found = await check(slides, frontMatter);
  const named = (codes: readonly (readonly string[])[]) =>
    slides.map(([slide], index) => `${slide}\n${codes[index]?.toSorted().join(' ')}`);
  expect(named(found)).toEqual(named(slides.map(([, ...codes]) => codes)));
}
