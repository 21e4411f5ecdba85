import { test } from 'vitest';
import { expectFound } from './found-on-slides.ts';

const gradient = 'background: linear-gradient(90deg, #fff, #000)';

test('contrast on colors, gradients, images and drawings', async () => {
  await expectFound(
    [
      ['# Plain\n\n<p style="color: #bbb">Pale</p>', '3:contrast'],
      ['## Readable\n\n<p style="color: #333">Dark</p>'],
      ['## A <span style="color: #ccc">pale</span> word', '1:contrast'],
      ['## Item\n\n- fine\n- <span style="color: oklch(0.9 0.05 200)">pale</span>', '4:contrast'],
      [
        '## Cell\n\n| a | b |\n|---|---|\n| <span style="color: #ccc">pale</span> | 2 |',
        '3:contrast',
      ],
      ['## Faded\n\n<p style="opacity: 0.35">Faded</p>', '3:contrast'],
      ['## Filled\n\n<p style="-webkit-text-fill-color: #ddd">Filled</p>', '3:contrast'],
      [
        '## Mixed\n\n<p style="color: color-mix(in oklab, white 80%, black)">Mixed</p>',
        '3:contrast',
      ],
      // Large text needs less.
      ['## Large\n\n<p style="color: #888; font-size: 30px">Large</p>'],
      ['## Small\n\n<p style="color: #888; font-size: 20px">Small</p>', '3:contrast'],
      ['## Bold\n\n<p style="color: #888; font-size: 20px; font-weight: 700">Bold</p>'],
      [
        '## Box\n\n<div style="background: #222"><p style="color: #333">Dark</p></div>',
        '3:contrast',
      ],
      [
        '## Glass\n\n<div style="background: #0008"><p style="color: #444">Dark</p></div>',
        '3:contrast',
      ],
      [
        `## Gradient\n\n<div style="${gradient}; color: #000; text-align: end">Dark</div>`,
        '3:contrast',
      ],
      [`## Gradient\n\n<div style="${gradient}; color: #000">Dark on its light end</div>`],
      [
        '## Gradient text\n\n<p style="background: linear-gradient(#ddd, #ccc); background-clip: text; color: transparent">Pale</p>',
        '3:contrast',
      ],
      // What is behind need not be around.
      [
        '## Sibling\n\n<div style="position: relative"><div style="position: absolute; inset: 0; background: #111"></div><p style="position: relative; color: #222">Dark</p></div>',
        '3:contrast',
      ],
      [
        '## Image\n\n<div style="position: relative"><img src="light.png" alt="" style="position: absolute; inset: 0; width: 400px; height: 80px; object-fit: fill"><p style="position: relative; color: #fff">White</p></div>',
        '3:contrast 3:image-ratio',
      ],
      [
        '## Drawing\n\n<svg viewBox="0 0 200 50" width="800"><rect width="100" height="50" fill="#333"/><text x="10" y="30" fill="#000">Dark</text></svg>',
        '3:contrast',
      ],
      [
        '## Drawing\n\n<svg viewBox="0 0 200 50" width="800"><rect width="100" height="50" fill="#333"/><text x="110" y="30" fill="#000">Dark</text></svg>',
      ],
      ['## Hidden\n\n<p aria-hidden="true" style="color: #ddd">Decoration</p>'],
      [
        '## Shadow\n\n<p style="color: #fff; text-shadow: 0 0 2px #000, 0 0 2px #000">Outlined</p>',
        '3:contrast',
      ],
    ].map(([slide = '', ...codes]) => [slide, ...codes.flatMap((each) => each.split(' '))]),
  );
});

test('colors that people with color blindness cannot tell apart', async () => {
  const chart = '```chart bar\npatterns: false\n\n,Q1,Q2\nA,1,2\nB,3,4\n```';
  const patterned = chart.replace('patterns: false\n\n', '');
  const lines = patterned.replace('bar', 'line');
  const mark = (color: string, text: string) =>
    `<mark style="background: ${color}; color: #fff">${text}</mark>`;
  const word = (color: string, text: string) => `<span style="color: ${color}">${text}</span>`;
  await expectFound(
    [
      [`# Chart\n\n${chart}`, '3:color-vision'],
      [`## Bars have patterns\n\n${patterned}`],
      [`## Lines have labels\n\n${lines}`],
      [`## Marks\n\n${mark('#b02020', 'left')} and ${mark('#2a7a2a', 'right')}`, '3:color-vision'],
      [`## Words\n\n${word('#a33', 'worse')} and ${word('#373', 'better')}`, '3:color-vision'],
      [`## Signs\n\n${word('#a33', '✗ worse')} and ${word('#373', '✓ better')}`],
      [`## Blue and orange\n\n${word('#1f4e9e', 'one')} and ${word('#a04400', 'two')}`],
      [`## One color\n\n${word('#a33', 'one')} and ${word('#a33', 'two')}`],
    ],
    'theme: ink\ncolors: ["#cc2200", "#228800"]',
  );
});
