import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Diagnostic } from '../../../src/base/diagnostics/diagnostic.ts';
import type { FuzzDeck } from './grammar.ts';

/** @returns what a page does or lacks that it must not */
export async function checkPage(
  browser: Browser,
  htmlFile: string,
  deck: FuzzDeck,
  diagnostics: readonly Diagnostic[],
): Promise<readonly string[]> {
  return [
    ...lostWords(readFileSync(htmlFile, 'utf8'), deck, diagnostics),
    ...(await openPage(browser, pathToFileURL(htmlFile).href)),
  ];
}

/** A diagnostic so many lines from a word names it: that of the block that contains it. */
const nearby = 3;

function lostWords(
  html: string,
  { words, slideLines }: FuzzDeck,
  diagnostics: readonly Diagnostic[],
): readonly string[] {
  const slideOf = (line: number) => slideLines.findLastIndex((first) => first <= line);
  const isReported = (line: number) =>
    diagnostics.some(({ span }) => {
      const place = span?.line ?? 0;
      return slideOf(place) === slideOf(line) && Math.abs(place - line) <= nearby;
    });
  return words
    .filter(({ word, line }) => !html.includes(word) && !isReported(line))
    .map(({ word, line }) => `the word "${word}" of line ${line} is lost`);
}

/** On a busy machine, the browser gets only a part of the time. In milliseconds. */
const patience = 120_000;

async function openPage(browser: Browser, address: string): Promise<readonly string[]> {
  const context = await browser.newContext({ offline: true });
  const problems: string[] = [];
  try {
    await context.exposeFunction('hit', () => void problems.push('a script of the deck ran'));
    const page = await context.newPage();
    context.on('request', (request) => {
      const url = request.url();
      if (!/^(?:data|blob):/.test(url) && url.split('#')[0] !== address) {
        problems.push(`the page asked for ${url}`);
      }
    });
    page.on('dialog', (dialog) => {
      problems.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', ({ message }) => problems.push(`an exception: ${message}`));
    await page.goto(address, { timeout: patience });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    problems.push(...(await page.evaluate(findUnsafe)));
    if (page.url().split('#')[0] !== address) problems.push(`the page became ${page.url()}`);
  } finally {
    await context.close();
  }
  return problems;
}

/** In the page: elements and attributes that could run, load or open something. */
function findUnsafe(): readonly string[] {
  const slides = document.querySelector('.slides');
  if (!slides) return ['there are no slides'];
  return Array.from(slides.querySelectorAll('*')).flatMap((element) => {
    const name = element.localName;
    const isUnsafe = /^(?:script|style|link|meta|base|iframe|object|embed|form|template)$/.test(
      name,
    );
    const unsafe = Array.from(element.attributes).filter(({ name: attribute, value }) => {
      const isCode = /^(?:on|srcdoc$|formaction$|action$|ping$)/i.test(attribute);
      const isAddress = /(?:^|:)(?:href|src|data|poster|cite|background)$/i.test(attribute);
      const runs = /^\s*(?:javascript|vbscript):/i.test(value.replace(/[\0-\x1f]/g, ''));
      return isCode || (isAddress && runs);
    });
    return [
      ...(isUnsafe ? [`<${name}> on a slide`] : []),
      ...unsafe.map((attribute) => `${attribute.name}="${attribute.value}" on a slide`),
    ];
  });
}
