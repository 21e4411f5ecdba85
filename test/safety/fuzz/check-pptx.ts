import { readFileSync } from 'node:fs';
import { strFromU8 } from 'fflate';
import type { Browser } from 'playwright-core';
import { findProblems } from '../../export/pptx/check-package.ts';
import { OpenedFile } from '../../export/pptx/opened-file.ts';

/** A tag with a value that is no number of a file. */
const noNumber =
  /<[\w:]+(?: [\w:]+="[^"]*")*? [\w:]+="(?:NaN|-?Infinity|undefined|-?[\d.]+e[+-]?\d+)"/g;

/** @returns what PowerPoint would not read, or repair */
export async function checkPptx(browser: Browser, file: string): Promise<readonly string[]> {
  const opened = new OpenedFile(readFileSync(file));
  const xml = opened.paths.filter((name) => /\.(?:xml|rels)$/.test(name));
  const parts = xml.map((name) => ({
    name,
    text: strFromU8(opened.parts[name] ?? new Uint8Array()),
  }));
  return [
    ...findProblems(opened),
    ...parts.flatMap(({ name, text }) =>
      [...text.matchAll(noNumber)].map(([tag]) => `${name} contains ${tag}`),
    ),
    ...(await malformed(browser, parts)),
  ];
}

/** As Chromium reads XML, which is as strict as PowerPoint. */
async function malformed(
  browser: Browser,
  parts: readonly { readonly name: string; readonly text: string }[],
): Promise<readonly string[]> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      (all) =>
        all.flatMap(({ name, text }) => {
          const parsed = new DOMParser().parseFromString(text, 'application/xml');
          const problem = parsed.querySelector('parsererror')?.textContent;
          return problem ? [`${name}: ${problem}`] : [];
        }),
      parts,
    );
  } finally {
    await page.close();
  }
}
