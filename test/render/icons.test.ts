import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { nameToEmoji } from 'gemoji';
import { describe, expect, test } from 'vitest';
import { isIconName } from '../../src/2-parse/inline/icon-name.ts';
import { IconSet } from '../../src/3-resolve/icons/icon-set.ts';
import { IconSets } from '../../src/3-resolve/icons/icon-sets.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { Inputs } from '../../src/base/inputs.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { buildFixture, renderFixture } from '../support/fixtures.ts';

const nothing = '<path d="M0 0h4v4H0z"/>';

function withSet(prefix: string, icons: string, deck: string): string {
  const folder = `node_modules/@iconify-json/${prefix}`;
  return temporaryFolder({
    'deck.md': deck,
    [`${folder}/package.json`]: '{}',
    [`${folder}/icons.json`]: icons,
  });
}

test('no emoji is taken for an icon', () => {
  expect(Object.keys(nameToEmoji).filter(isIconName)).toEqual([]);
});

describe('a set beside the deck', () => {
  test('gives its icons, also where its name has a hyphen', async () => {
    const icons = JSON.stringify({ icons: { 'big-box': { body: nothing } }, width: 4, height: 4 });
    const folder = withSet('my-set', icons, '# Title\n\nA :my-set-big-box: b\n');
    const { html, diagnostics } = await renderFixture(folder);
    expect(diagnostics).toEqual([]);
    expect(html).toContain(
      `A <svg class="icon" viewBox="0 0 4 4" aria-hidden="true">${nothing}</svg> b`,
    );
  });

  test('goes before the one that is always there', async () => {
    const icons = JSON.stringify({ icons: { rocket: { body: nothing } } });
    const { html } = await renderFixture(withSet('lucide', icons, 'A :lucide-rocket:\n'));
    expect(html).toContain(nothing);
  });

  test('is read again when it is replaced, and not otherwise', async () => {
    const setOf = (name: string) => JSON.stringify({ icons: { [name]: { body: nothing } } });
    const folder = withSet('my', setOf('a'), 'A :my-b:\n');
    expect((await buildFixture(folder)).join()).toContain('has no icon "b"');
    writeFiles(folder, { 'node_modules/@iconify-json/my/icons.json': setOf('b') });
    expect(await buildFixture(folder)).toEqual([]);

    const open = () => new IconSets(new Inputs()).open('lucide', packageRoot);
    expect(open()).toBe(open());
  });

  test('may be a link to a package of the project, not to other folders', async () => {
    const icons = JSON.stringify({ icons: { a: { body: nothing } } });
    const above = temporaryFolder({
      'p/deck.md': 'A :mine-a: :far-a: :store-a:',
      'p/node_modules/@iconify-json/none.txt': '',
      'p/packages/mine/package.json': '{}',
      'p/packages/mine/icons.json': icons,
      'far/package.json': '{}',
      'far/icons.json': icons,
      'store/node_modules/x/package.json': '{}',
      'store/node_modules/x/icons.json': icons,
    });
    const folder = path.join(above, 'p');
    const sets = path.join(folder, 'node_modules/@iconify-json');
    symlinkSync('../../packages/mine', path.join(sets, 'mine'));
    symlinkSync('../../../far', path.join(sets, 'far'));
    symlinkSync('../../../store/node_modules/x', path.join(sets, 'store'));
    const { html } = await renderFixture(folder);
    expect(html.split(nothing)).toHaveLength(3);
    expect((await buildFixture(folder)).join()).toContain('icon set "far" is not installed');
  });

  test('may not hold more than drawings', async () => {
    const bodies = [
      '<script>alert(1)</script>',
      '<path onclick="x()"/>',
      '<image href="https://example.org/a.png"/>',
      '<path fill="url(https://example.org)"/>',
      '</svg><meta http-equiv="refresh" content="0;url=https://example.org/"><svg>',
      '<p><meta http-equiv="refresh" content="0;url=https://example.org/">',
      '<set attributeName="href" to="javascript:x()"/>',
      '<g style="fill:u\\72l(https://example.org)"/>',
      '<path d="M0 0"/></svg>text<svg>',
    ];
    for (const body of bodies) {
      const icons = JSON.stringify({ icons: { bad: { body } } });
      const folder = withSet('evil', icons, 'A :evil-bad:\n');
      expect((await buildFixture(folder)).join()).toContain('is more than a drawing');
      expect((await renderFixture(folder)).html).toContain('A <small>evil-bad</small>');
    }
  });

  test('is as good as not there where it cannot be read', async () => {
    const messages = await buildFixture(withSet('broken', '{', 'A :broken-star:\n'));
    expect(messages.join()).toContain('the icon set "broken" is not installed');
  });
});

describe('an icon of a set', () => {
  const set = new IconSet(
    JSON.stringify({
      icons: {
        a: { body: nothing, width: 8 },
        constructor: { body: nothing },
      },
      aliases: {
        b: { parent: 'a', rotate: 1, hFlip: true },
        c: { parent: 'b', hFlip: true },
        loop: { parent: 'loop' },
      },
      height: 4,
    }),
  );

  test('has its own size or that of the set', () => {
    expect(set.find('a')?.valueOf()).toMatchObject({ viewBox: '0 0 8 4', body: nothing });
  });

  test('may be another one, turned', () => {
    expect(set.find('b')).toMatchObject({
      body: `<g transform="rotate(90 4 2) translate(8 0) scale(-1 1)">${nothing}</g>`,
    });
    expect(set.find('c')).toMatchObject({ body: `<g transform="rotate(90 4 2)">${nothing}</g>` });
    expect(set.find('loop')).toBe(undefined);
  });

  test('is none by a name of JavaScript’s own', () => {
    expect(set.find('constructor')).toMatchObject({ name: 'constructor' });
    expect(set.find('toString')).toBe(undefined);
    expect(set.find('__proto__')).toBe(undefined);
  });
});

test('ids within a drawing are its own', async () => {
  const body = '<linearGradient id="g"/><path fill="url(#g)"/>';
  const icons = JSON.stringify({ icons: { x: { body } } });
  const { html } = await renderFixture(withSet('logos', icons, ':logos-x: :logos-x:\n'));
  expect(html).toContain('<linearGradient id="icon-1-0"/><path fill="url(#icon-1-0)"/>');
  expect(html).toContain('<linearGradient id="icon-2-0"/><path fill="url(#icon-2-0)"/>');
});
