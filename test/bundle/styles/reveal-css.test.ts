import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { effectsIn, trimRevealCss } from '../../../src/5-bundle/styles/reveal-css.ts';
import { libraryFolder } from '../../../src/base/files/libraries.ts';
import type { FrontMatter } from '../../../src/model/front-matter.ts';
import { renderedDeck, stacksOf } from '../support.ts';

const whole = readFileSync(path.join(libraryFolder('reveal.js'), 'dist/reveal.css'), 'utf8');

/** @param own the transitions of a slide */
function trim(
  html: string,
  transition: FrontMatter['transition'],
  own: readonly string[] = [],
): string {
  const { frontMatter, ...rendered } = renderedDeck('', { stacks: stacksOf(html) });
  const stacks = rendered.stacks.map((stack) =>
    stack.map((slide) => {
      const effects = { ...slide.content.effects, transitions: own };
      return { ...slide, content: { ...slide.content, effects } };
    }),
  );
  return trimRevealCss(
    whole,
    effectsIn({ ...rendered, stacks, frontMatter: { ...frontMatter, transition } }),
  );
}

test('what a deck shows stays', () => {
  const css = trim('<li class="fragment fade-up custom">', 'slide');
  for (const rule of [
    '.reveal .slides>section.present',
    '.fragment.visible{',
    '.fragment.fade-up{',
  ]) {
    expect(css.includes(rule), rule).toBe(true);
  }
  expect(css).toContain('.reveal.slide .slides>section:not([data-transition]).past');
  expect(trim('', 'none', ['zoom'])).toContain('[data-transition=zoom].past');
});

test('a slide may come in one way and go in another', () => {
  const css = trim('', 'none', ['slide-in', 'zoom-out']);
  expect(css).toContain('[data-transition~=slide-in].future');
  expect(css).toContain('[data-transition~=zoom-out].past');
  expect(css.includes('~=slide-out')).toBe(false);
  expect(css.includes('data-transition=slide]')).toBe(false);
});

test('what it does not show goes', () => {
  const css = trim('', 'none');
  for (const rule of [
    '.reveal.zoom',
    'convex',
    '.fragment.grow',
    'overlay-preview',
    'print-pdf',
    'controls{',
  ]) {
    expect(css.includes(rule), rule).toBe(false);
  }
  expect(css.length).toBeLessThan(whole.length / 8);
});

test('it is for the screen, and its blocks close', () => {
  const css = trim('', 'none');
  expect(css).toMatch(/^@media screen\{/);
  expect(css.split('{').length).toBe(css.split('}').length);
});
