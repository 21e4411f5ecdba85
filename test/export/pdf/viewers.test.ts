import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { test } from '../../support/browser/browser.ts';
import { recordVideo } from '../../support/browser/record-video.ts';
import { sharedBrowser } from '../../support/export-flags.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { askPdfTool } from '../../support/pdf/pdf-tools.ts';
import { findUaProblems } from '../../support/pdf/pdf-ua.ts';
import {
  type BlurredPage,
  blurAll,
  largestDifference,
  type ViewedPages,
  viewPdf,
} from '../../support/pdf/pdf-viewers.ts';

/** Boxes with these styles, on one slide. */
function boxes(...styles: readonly string[]): string {
  const all = styles.map((style) => `<div class="box" style="${style}"></div>`);
  return `\n<div class="boxes">\n${all.join('\n')}\n</div>`;
}

const slides = [
  '\n# A section',
  'background: photo.jpg\n---\n\n## A photo under its scrim',
  boxes(
    'background: linear-gradient(70deg, #f00, transparent)',
    'background: radial-gradient(ellipse at 20% 120%, #00f, #0f08 40%, transparent 70%)',
    'background: radial-gradient(circle 5rem, #fc0 98%, transparent)',
    'background: conic-gradient(from 40deg at 30% 60%, #f00, #00f6, #f00)',
  ),
  boxes(
    'background: repeating-linear-gradient(45deg, #f00 0 30px, #00f 30px 60px)',
    'background: repeating-linear-gradient(135deg, #f00 0 30px, transparent 30px 60px)',
    'background: repeating-radial-gradient(circle at 30% 30%, #080 20px, transparent 60px)',
    'background: repeating-conic-gradient(#808 0 30deg, #fc0 30deg 60deg)',
  ),
  boxes(
    'box-shadow: 0 1rem 2rem #f0fc; background: #fff; border-radius: 2rem',
    'box-shadow: inset 0 0 3rem #000; background: #fff',
    'filter: drop-shadow(1rem 1rem 1rem #0008) blur(4px); background: #0a0',
    'transform: perspective(900px) rotateY(40deg); background: linear-gradient(#f00, #0f04)',
  ),
  boxes(
    'background: #f60; mask: radial-gradient(#000 30%, transparent 70%)',
    'background: #06f; mask: linear-gradient(90deg, #000, transparent)',
    'transform: rotate(8deg); opacity: 0.6; background: linear-gradient(90deg, #f00, transparent)',
    'border: 2rem solid; border-image: linear-gradient(45deg, #f00, #00f0) 1',
  ),
  '\n<p class="large shadowed">Readable shadows</p>\n<p class="large clipped">Gradient text</p>',
  `\n<svg width="900" height="400" viewBox="0 0 900 400" role="img" aria-label="Gradients">
<defs><linearGradient id="a"><stop stop-color="red" stop-opacity="0"/><stop offset="1" stop-color="blue"/></linearGradient><radialGradient id="b" fx="0.2" fy="0.3" fr="0.1"><stop stop-color="red" stop-opacity="0.2"/><stop offset="1" stop-color="blue"/></radialGradient><radialGradient id="c" fx="0.2" fy="0.3" r="0.3" spreadMethod="repeat"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></radialGradient><linearGradient id="d" x2="0.3" y2="0.1" spreadMethod="reflect"><stop stop-color="red"/><stop offset="1" stop-color="yellow"/></linearGradient></defs>
<rect width="420" height="180" fill="url(#a)"/><rect x="450" width="420" height="180" fill="url(#b)"/><rect y="200" width="420" height="180" fill="url(#c)"/><rect x="450" y="200" width="420" height="180" fill="url(#d)"/>
</svg>`,
];

const deck = `---
title: Gradients
theme: night
styles: [boxes.css]
---

# Gradients

---
${slides.join('\n\n---\n')}
`;

const styles = `:root { --content-position: start }
.boxes { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; align-content: start }
.box { block-size: 8rem }
.large { font-size: 5rem; font-weight: bold }
.shadowed { text-shadow: 0 0 0.5rem #f00, 0.2rem 0.2rem 0.1rem #00f }
.clipped { background: linear-gradient(90deg, #f80, #08f8); background-clip: text; color: transparent }
`;

interface Views extends ViewedPages {
  /** Screenshots of the slides. */
  readonly chromium: readonly BlurredPage[];
}

/** Exports a deck as a PDF and as images. */
async function exportViews(
  files: Readonly<Record<string, string | Uint8Array>>,
  flags: readonly string[] = [],
): Promise<{ readonly pdf: string; readonly views: Views }> {
  const folder = temporaryFolder(files);
  const all = ['--out', 'views', ...flags, ...(await sharedBrowser())];
  // As wide as the images are that are compared.
  for (const format of [['pdf'], ['png', '--width', '640']]) {
    const { errors } = await lectern(['export', 'talk.md', '--to', ...format, ...all], folder);
    expect(errors).toBe('');
  }
  const images = path.join(folder, 'views');
  const pdf = path.join(images, 'talk.pdf');
  const chromium = await blurAll(images, 'talk-');
  return { pdf, views: { chromium, ...(await viewPdf(pdf, images)) } };
}

function expectAlike({ chromium, ...viewers }: Views): void {
  for (const [viewer, pages] of Object.entries(viewers)) {
    expect(pages).toHaveLength(chromium.length);
    for (const [index, page] of pages.entries()) {
      const difference = largestDifference(page, chromium[index] ?? []);
      expect.soft(difference, `${viewer}, page ${index + 1}`).toBeLessThan(largest);
    }
  }
}

test('gradients, masks and shadows look alike in all viewers', async () => {
  const photo = readFileSync(path.join(packageRoot, 'test/looks/photo.jpg'));
  const files = { 'talk.md': deck, 'boxes.css': styles, 'photo.jpg': photo };
  const { pdf, views } = await exportViews(files);
  expect(askPdfTool('qpdf', '--check', pdf)).toContain('No syntax or stream encoding errors');
  expect(findUaProblems(pdf)).toEqual([]);
  const objects = askPdfTool('mutool', 'show', pdf, 'grep');
  expect(objects).not.toMatch(/\/ShadingType 1\b|\/S\/Luminosity|\/TR |\/FunctionType 4/);
  expectAlike(views);
});

const videos = `# Videos

---
background: sea.webm
---

---

<video src="sea.webm" width="1000" controls autoplay></video>

---

- First {.fragment}

![The sea](sea.webm){width=40%}

---

<video src="sea.webm" poster="photo.jpg" width="800" controls></video>
`;

test('videos are their posters or first frames, without controls', async ({ browser }) => {
  const photo = readFileSync(path.join(packageRoot, 'test/looks/photo.jpg'));
  const sea = await recordVideo(browser);
  const files = { 'talk.md': videos, 'sea.webm': sea, 'photo.jpg': photo };
  const { pdf, views } = await exportViews(files, ['--steps']);
  expect(findUaProblems(pdf)).toEqual([]);
  expectAlike(views);
  // The share of each page that has the color of the first frame.
  const shares = views.pdfjs.map((page) => {
    const red = page.filter((_, at) => at % 3 === 0 && isRed(page.slice(at, at + 3)));
    return Math.round((red.length / (page.length / 3)) * 100);
  });
  expect(shares).toEqual([0, 100, 54, 9, 9, 0]);
});

function isRed([red = 0, green = 0, blue = 0]: readonly number[]): boolean {
  return Math.abs(red - 204) < 8 && Math.abs(green - 51) < 8 && Math.abs(blue - 51) < 8;
}

/** Text and edges are drawn a little differently; what is missing differs by more than 100. */
const largest = 24;
