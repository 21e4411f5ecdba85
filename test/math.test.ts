import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { commands, environments } from '../src/base/math/tex-commands.ts';
import { test } from './support/browser/browser.ts';
import { buildMarkdown } from './support/builds.ts';
import { temporaryFolder } from './support/files.ts';
import { buildFixture } from './support/fixtures.ts';

/** Such as a lecture has: of every kind that needs something of the font or the styles. */
const formulas = [
  'E = mc^2',
  String.raw`x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}`,
  String.raw`\sum_{i=1}^n i = \frac{n(n+1)}{2}`,
  String.raw`\int_0^\infty e^{-x^2}\,dx = \frac{\sqrt\pi}{2}`,
  String.raw`\lim_{h \to 0} \frac{f(x+h) - f(x)}{h} = f'(x)`,
  String.raw`\left( 1 + \frac{x^k}{k!} \right)^2`,
  String.raw`A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}`,
  String.raw`|x| = \begin{cases} x & \text{if } x \ge 0 \\ -x & \text{otherwise} \end{cases}`,
  String.raw`\begin{aligned} \nabla \cdot \mathbf E &= \frac{\rho}{\varepsilon_0} \\ \nabla \cdot \mathbf B &= 0 \end{aligned}`,
  String.raw`\hat a + \vec v \in \mathbb R^n, \quad \mathcal L \ne \mathfrak g`,
  String.raw`\ce{2H2 + O2 -> 2H2O}`,
  String.raw`\underbrace{x_1 + \dots + x_n}_{n}`,
];

const deck = ['# Formulas, $n = 12$', ...formulas.map((tex) => `$$ ${tex} $$ {#eq}`)]
  .map((slide, index) => slide.replace('{#eq}', `{#eq-${index}}`))
  .join('\n\n---\n\n');

function formulasIn(html: string): readonly string[] {
  return html.match(/<math[ >][\s\S]*?<\/math>/g) ?? [];
}

test('each sign of a formula is drawn in the font that the deck carries', async ({ openDeck }) => {
  const opened = await openDeck(await buildMarkdown(deck), { javaScriptEnabled: false });
  const { page } = opened;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const { root } = await devtools.send('DOM.getDocument', { depth: -1 });
  const query = { nodeId: root.nodeId, selector: 'math :is(mi, mn, mo)' };
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', query);
  const used = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont } of fonts)
      used.add(isCustomFont ? 'its own' : familyName);
  }
  expect([...used]).toEqual(['its own']);
  expect(opened.requests).toEqual([]);
});

test('signs grow to the height of what they are around', async ({ openDeck }) => {
  const { page } = await openDeck(await buildMarkdown(deck), { javaScriptEnabled: false });
  const heights = await page.evaluate(() =>
    ['#eq-6 mfrac', '#eq-7 mtable', '#eq-8 mtable'].map((selector) => {
      const inner = document.querySelector(selector);
      const bracket = inner?.parentElement?.querySelector(':scope > mo:first-child');
      const height = (element?: Element | null) => element?.getBoundingClientRect().height ?? 0;
      return height(bracket) / height(inner);
    }),
  );
  for (const ratio of heights) expect(ratio).toBeGreaterThan(0.9);
});

describe('a deck of twelve formulas', () => {
  test('takes 700 bytes a formula, and 20 kB for the font', async () => {
    const html = readFileSync(await buildMarkdown(deck), 'utf8');
    const sizes = formulasIn(html).map((math) => Buffer.byteLength(math));
    expect(sizes).toHaveLength(formulas.length + 1);
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(700);
    const font = /@font-face\{font-family:"?STIX Two Math[^}]*base64,([^)]*)\)/.exec(html)?.[1];
    expect(Buffer.from(font ?? '', 'base64').byteLength).toBeGreaterThan(5000);
    expect(Buffer.from(font ?? '', 'base64').byteLength).toBeLessThan(20_000);
  });

  test('shows and prints them, also without scripts', async ({ openDeck }) => {
    const file = await buildMarkdown(deck);
    for (const javaScriptEnabled of [true, false]) {
      const { page, consoleErrors } = await openDeck(file, { javaScriptEnabled });
      await page.emulateMedia({ media: 'print' });
      const boxes = await page
        .locator('.formula > math')
        .evaluateAll((all) => all.map((math) => math.getBoundingClientRect().height));
      expect(boxes).toHaveLength(formulas.length);
      expect(Math.min(...boxes)).toBeGreaterThan(10);
      expect(consoleErrors).toEqual([]);
    }
  });
});

test('a formula that is too wide for its place is set smaller', async ({ openDeck }) => {
  const wide = `$$ ${Array.from({ length: 16 }, (_, i) => `a_{${i}}^2 b`).join(' + ')} $$ {#eq-a}`;
  const { page } = await openDeck(await buildMarkdown(`# A\n\n${wide}\n`), {
    javaScriptEnabled: false,
  });
  const box = (selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON());
  const [line, math] = [await box('.formula'), await box('math')];
  expect(math.width).toBeGreaterThan(line.width * 0.7);
  expect(math.left).toBeGreaterThanOrEqual(line.left);
  expect(math.right).toBeLessThanOrEqual((await box('.formula-number')).left);
});

test('a number stands at the end of its line, on the left in a deck from right to left', async ({
  openDeck,
}) => {
  for (const dir of ['ltr', 'rtl']) {
    const file = await buildMarkdown(`---\ndir: ${dir}\n---\n\n# Title\n\n$$ a = b $$ {#eq-a}\n`);
    const { page } = await openDeck(file, { javaScriptEnabled: false });
    const edges = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      const [line, number, math] = ['.formula', '.formula-number', 'math'].map(box);
      return {
        left: Math.round((number?.left ?? 0) - (line?.left ?? 0)),
        right: Math.round((line?.right ?? 0) - (number?.right ?? 0)),
        middle: Math.abs(
          (math?.left ?? 0) + (math?.right ?? 0) - (line?.left ?? 0) - (line?.right ?? 0),
        ),
      };
    });
    expect(dir === 'ltr' ? edges.right : edges.left).toBe(0);
    expect(edges.middle).toBeLessThan(2);
  }
});

test('a deck without formulas carries nothing of them', async () => {
  const html = readFileSync(await buildMarkdown('# It costs $5 or $6\n\n`$x$`\n'), 'utf8');
  expect(html).not.toMatch(/STIX|tml-|<math|mtable|\.formula/);
});

test('text faces need no characters that only formulas show', async () => {
  const characters = async (text: string) =>
    readFileSync(await buildMarkdown(text), 'utf8').match(/@font-face\{[^}]*"Hanken[^}]*\}/g);
  expect(await characters('# A\n\nWords $\\alpha\\beta\\gamma$\n')).toEqual(
    await characters('# A\n\nWords\n'),
  );
});

describe('"did you mean" offers', () => {
  test('commands that there are', async () => {
    const needArguments =
      /^(?:left|right|begin|end|middle|label|tag|ref|eqref|newcommand|Declare.*)$/;
    const names = commands.filter((name) => !needArguments.test(name));
    const lines = names.map((name) => `$\\${name}{a}{b}$`);
    const messages = await buildFixture(
      temporaryFolder({ 'deck.md': `# T\n\n${lines.join('\n\n')}` }),
    );
    expect(messages.filter((message) => message.includes('no command'))).toEqual([]);
  });

  test('environments that there are', async () => {
    const text = environments.map((name) => `$$ \\begin{${name}} a \\end{${name}} $$`).join('\n\n');
    const messages = await buildFixture(temporaryFolder({ 'deck.md': `# T\n\n${text}` }));
    expect(messages.filter((message) => message.includes('no environment'))).toEqual([]);
  });
});

test('a formula that would never end, or nests too deeply, is an error and no crash', async () => {
  const deep = `$$ ${'{'.repeat(20_000)}x${'}'.repeat(20_000)} $$`;
  const loop = String.raw`$$ \def\a{\a\a} \a $$`;
  const messages = await buildFixture(
    temporaryFolder({ 'deck.md': `# T\n\n${deep}\n\n${loop}\n` }),
  );
  expect(messages.map((message) => /\[(.*)\]/.exec(message)?.[1])).toEqual([
    'nesting-limit',
    'maths-syntax',
  ]);
});
