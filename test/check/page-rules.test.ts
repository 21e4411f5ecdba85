import { expect, test } from 'vitest';
import { sharedBrowser } from '../support/export-flags.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';
import { expectFound, type Found, files } from './found-on-slides.ts';

test('text that is too small by its own style', async () => {
  await expectFound(
    [
      ['# Small\n\n<p style="font-size: 14px">Tiny</p>', '3:text-size'],
      [
        '## In a word\n\nBody <span style="font-size: 0.4em">small</span> H<sub>2</sub>O x<sup>2</sup>[^1]\n\n[^1]: Note.',
        '3:text-size',
      ],
      [
        '## Table\n\n| a | b |\n|---|---|\n| <span style="font-size: 15px">x</span> | <span style="font-size: 16.5px">y</span> |',
        '3:text-size',
      ],
      ['## Font\n\n<p><font size="1">Tiny</font></p>', '3:text-size'],
      ['## Scaled\n\n<p style="transform: scale(0.4)">Scaled</p>', '3:text-size'],
      [
        '## Drawing\n\n<svg viewBox="0 0 1000 100" width="500"><text x="10" y="40" font-size="20">Drawn</text></svg>',
        '3:text-size',
      ],
      [
        '## Drawing\n\n<svg viewBox="0 0 1000 100" width="500"><text x="10" y="40" font-size="40">Drawn</text></svg>',
      ],
      ['## Formula\n\n$$\\frac{a_{i_j}}{b^{c^d}}$$'],
      [
        '## Full\n\n' +
          Array.from({ length: 14 }, (_, i) => `- item ${i} with <small>small</small> words`).join(
            '\n',
          ),
        '1:slide-shrunk',
      ],
      ['## Hidden\n\n<p style="font-size: 5px; visibility: hidden">Not seen</p>'],
    ],
    'theme: ink\nfooter: Foot\nnumbers: n',
  );
});

const beside = (style: string, inner: string) =>
  `<div style="position: absolute; ${style}">${inner}</div>`;

test('text over text, the footer and labels, and images over text', async () => {
  await expectFound(
    [
      [`# Over\n\nSome text of the slide.\n\n${beside('left: 100px; top: 50%', 'In the middle')}`],
      [
        `## Over\n\n<div style="position: relative"><p>Some text of the slide.</p>${beside('left: 20px; top: 0', 'Over')}</div>`,
        '3:overlap',
      ],
      [`## Footer\n\nText\n\n${beside('left: 90px; bottom: 20px', 'Low')}`, '5:overlap'],
      [
        `## Number\n\nText\n\n${beside('right: 80px; bottom: 20px', 'A longer low text')}`,
        '5:overlap',
      ],
      ['## Margin\n\nFirst text\n\n<p style="margin-top: -70px">Second text</p>', '5:overlap'],
      [
        '## Moved\n\nFirst text\n\n<p style="transform: translateY(-60px)">Second text</p>',
        '5:overlap',
      ],
      [
        '## In one block\n\n<div style="position: relative; height: 60px"><span style="position: absolute; left: 0">Alpha</span><span style="position: absolute; left: 20px">Beta</span></div>',
        '3:overlap',
      ],
      [
        '## Beside\n\n<div style="display: flex"><div style="width: 200px; white-space: nowrap">A line that is too long</div><div>Right</div></div>',
        '3:overlap',
      ],
      [
        `## Image\n\nSome text of the slide.\n\n<img src="large.png" alt="x" style="position: absolute; left: 80px; top: 140px; width: 800px">`,
        '5:overlap',
      ],
      [
        `## Box\n\n<div style="position: relative"><p>Some text of the slide.</p>${beside('left: 0; top: 0; width: 200px; height: 90px; background: #246', '')}</div>`,
        '3:overlap',
      ],
      [
        `## Below\n\n<div style="position: relative"><img src="light.png" alt="" style="position: absolute; z-index: -1; left: 0; width: 400px"><p style="color: #111">On the image</p></div>`,
      ],
      [
        `## Chart\n\n\`\`\`chart bar\n,Q1\nA,1\nB,3\n\`\`\`\n\n${beside('left: 330px; top: 180px; width: 80px; line-height: 1', 'Over '.repeat(15))}`,
        '9:contrast',
        '9:overlap',
      ],
      [
        '## Stack\n\n<div class="r-stack"><p class="fragment">One</p><p class="fragment">Two</p></div>',
      ],
      [
        '## In turn\n\n<div style="position: relative; height: 60px"><span class="fragment fade-out" data-fragment-index="0" style="position: absolute; left: 0">Alpha</span><span class="fragment" data-fragment-index="0" style="position: absolute; left: 0">Beta</span></div>',
      ],
      [
        '## Not in turn\n\n<div style="position: relative; height: 60px"><span class="fragment" style="position: absolute; left: 0">Alpha</span><span class="fragment" style="position: absolute; left: 0">Beta</span></div>',
        '3:overlap',
      ],
      [
        '## Tight\n\n<p style="line-height: 0.95">Lines of one paragraph that are set tight are one block, and its letters may touch those of the line below them</p>',
      ],
    ],
    'theme: ink\nfooter: A footer\nnumbers: n/total',
  );
});

test('lines of one paragraph over each other', async () => {
  const long =
    'A paragraph of several lines, which is long enough that it has three of them '.repeat(2);
  await expectFound([
    [`# Lines\n\n<p style="line-height: 0.5">${long}</p>`, '3:overlap'],
    [`## With a break\n\n<p style="line-height: 10px">First line<br>Second line</p>`, '3:overlap'],
    [
      `## In an item\n\n- Short\n- <span style="display: block; line-height: 0.4">${long}</span>`,
      '4:overlap',
    ],
    [
      `## Parts\n\n<p>Some words <span style="margin-left: -120px">over them</span></p>`,
      '3:overlap',
    ],
    [
      `## Moved\n\n<p>Some words <span style="position: relative; left: -100px">over them</span></p>`,
      '3:overlap',
    ],
    [`## Tight\n\n<p style="line-height: 0.8">${long}</p>`],
    [`## A small one\n\n<p style="line-height: 0">One line</p>`],
    [
      `## A logo\n\n<p style="font-size: 40px">L<span style="margin-left: -0.36em; font-size: 0.7em; vertical-align: 0.2em">A</span><span style="margin-left: -0.15em">T</span>X and H~2~O and x^2^</p>`,
    ],
    [
      `## Sizes\n\n<p><span style="font-size: 60px">Large</span> and <small>small</small> <b>bold</b> <code>code</code> <ruby>漢<rt>kan</rt></ruby></p>`,
    ],
    [`## Columns\n\n<p style="columns: 2">${long}</p>`],
    [`## Formula\n\n$$\\frac{a_1^2}{b_2^{x^2}} + \\sqrt{\\frac{1}{2}}$$`],
    [
      `## In turn\n\n<p style="line-height: 0.1"><span class="fragment fade-out" data-fragment-index="0">Alpha</span><br><span class="fragment" data-fragment-index="0">Beta</span></p>`,
    ],
  ]);
});

test('text that the edge of the slide or a box cuts off', async () => {
  const absolute = (style: string) => beside(`white-space: nowrap; ${style}`, 'Some words of text');
  await expectFound(
    [
      [`# Right\n\nText\n\n${absolute('left: 1150px; top: 300px')}`, '5:slide-overfull'],
      [`## Left\n\nText\n\n${absolute('left: -60px; top: 300px')}`, '5:slide-overfull'],
      [`## Top\n\nText\n\n${absolute('left: 100px; top: -20px')}`, '5:slide-overfull'],
      ['## Moved\n\n<p style="transform: translateX(-120px)">Some words</p>', '3:slide-overfull'],
      [`## At the edge\n\nText\n\n${absolute('left: 4px; top: 300px')}`],
      [`## For screen readers\n\nText\n\n${absolute('left: -9999px; top: 0')}`],
      [
        '## Width\n\n<p style="width: 150px; overflow: hidden; white-space: nowrap">A long line in a small box</p>',
        '3:slide-overfull',
      ],
      [
        '## Height\n\n<div style="height: 60px; overflow: clip">First words<br>Last words</div>',
        '3:slide-overfull',
      ],
      [
        '## Ellipsis\n\n<p style="width: 150px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">A long line in a small box</p>',
      ],
      ['## In a box\n\n<div style="overflow: hidden; line-height: 0.9">Some words</div>'],
      [
        '## Hidden\n\n<p style="position: absolute; width: 1px; height: 1px; overflow: hidden">Not seen</p>',
      ],
      // One finding is enough: it was made smaller, but it does not fit.
      [
        `## Long\n\n<p style="white-space: nowrap">${'A very long line '.repeat(20)}</p>`,
        '3:slide-overfull',
      ],
    ],
    'theme: ink\nfooter: A footer\nnumbers: n/total',
  );
});

test('images that are blown up, cropped or distorted', async () => {
  await expectFound([
    ['# Large\n\n![x](small.png){width=900}', '3:image-size'],
    ['## As it is\n\n![x](small.png)\n\n![x](large.png){width=400}'],
    ['## Pixels\n\n<img src="small.png" alt="x" style="width: 900px; image-rendering: pixelated">'],
    [
      '## Cropped\n\n<img src="large.png" alt="x" style="object-fit: cover; width: 300px; height: 300px">',
      '3:image-crop',
    ],
    [
      '## Nearly whole\n\n<img src="large.png" alt="x" style="object-fit: cover; width: 400px; height: 270px">',
    ],
    [
      '## Distorted\n\n<img src="large.png" alt="x" style="object-fit: fill; width: 400px; height: 400px">',
      '3:image-ratio',
    ],
    [
      '## Hardly\n\n<img src="large.png" alt="x" style="object-fit: fill; width: 400px; height: 230px">',
    ],
  ]);
  const wide = png(3200, 800);
  await expectBackground('small.png', 'image-size');
  await expectBackground('large.png');
  await expectBackground('wide.png', 'image-crop', wide);
});

async function expectBackground(name: string, code?: string, image?: Buffer): Promise<void> {
  const talk = `# One\n\n---\nbackground: ${name}\n---\n\n## Title\n`;
  const folder = temporaryFolder({ ...files, ...(image && { [name]: image }), 'talk.md': talk });
  const { output } = await lectern(
    ['check', 'talk.md', '--json', ...(await sharedBrowser())],
    folder,
  );
  const found = (JSON.parse(output).findings as readonly Found[]).map((each) => each.code);
  expect([name, ...found.filter((each) => each.startsWith('image-'))]).toEqual([
    name,
    ...(code ? [code] : []),
  ]);
}

const long = `const a = ${Array.from({ length: 30 }, (_, i) => `value${i}`).join(' + ')};`;

test('code and tables that are wrapped', async () => {
  const row = (cell: string, count: number) => `|${` ${cell} |`.repeat(count)}`;
  await expectFound([
    [`# Code\n\n\`\`\`js\nconst b = 1;\n${long}\n\`\`\``, '3:wrapping'],
    [`## Steps\n\n\`\`\`js {1|2}\nconst b = 1;\n${long}\n\`\`\``, '3:wrapping'],
    ['## Short\n\n```js {1|2}\nconst b = 1;\n\nconst c = 2;\n```'],
    [
      `## Table\n\n${row('A head', 12)}\n${row('---', 12)}\n${row('some words', 12)}`,
      '1:slide-shrunk',
      '3:wrapping',
    ],
    [`## Table\n\n${row('A', 3)}\n${row('---', 3)}\n${row('some words', 3)}`],
    [
      '## Long cells\n\n| Name | Meaning |\n|---|---|\n| a | A long description that is wrapped at the end of its line, and reads well on two lines, as text does |',
    ],
  ]);
});

test('an exception in a script of the deck', async () => {
  const script =
    "// One\nReveal.on('slidechanged', () => {\n  document.querySelector('#none').title = '';\n});\nnone();\n";
  const talk = '---\nscripts: ["own.js"]\n---\n\n# One\n\n---\n\n## Two\n';
  const folder = temporaryFolder({ 'own.js': script, 'talk.md': talk });
  const args = ['check', 'talk.md', '--json', '--trust-scripts', ...(await sharedBrowser())];
  const { output } = await lectern(args, folder);
  const found = (JSON.parse(output).findings as readonly Found[]).filter(
    ({ code }) => code === 'script-error',
  );
  expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    '2: the script "own.js" has an error in line 5: ReferenceError: none is not defined',
    '2: the script "own.js" has an error in line 3: TypeError: Cannot set properties of null (setting \'title\')',
  ]);
});

test('a deck with errors is checked without a browser, and says so', async () => {
  const folder = temporaryFolder({
    'talk.md': '# One\n\n![x](missing.png)\n\n::: nothing\n\n:::\n',
  });
  const { output } = await lectern(
    ['check', 'talk.md', '--json', ...(await sharedBrowser())],
    folder,
  );
  const found = (JSON.parse(output).findings as readonly Found[]).map(({ code }) => code);
  expect(found).toContain('check-partial');
});
