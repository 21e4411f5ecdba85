import path from 'node:path';
import { buildPage } from '../../build.ts';
import { checkDeck } from '../../src/check/check.ts';
import type { Extras } from '../../src/check/source/rule.ts';
import type { CheckLevels, CheckRule } from '../../src/model/check.ts';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';

/**
 * Checks the source of a deck, without a browser.
 *
 * @param files besides the deck, by path
 * @returns what was found, as in `12:3 [alt-text] message`
 */
export async function checkSource(
  text: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  levels: CheckLevels = new Map(),
  extras: Extras = {},
): Promise<readonly string[]> {
  const image = png(4, 4);
  const own = { 'a.png': image, 'b.png': image, 'deck.md': text, 'package.json': '{}' };
  const cwd = temporaryFolder({ ...own, ...files });
  const options = { cwd, root: cwd, allowRemote: false, share: false };
  const planned = { deck: path.join(cwd, 'deck.md'), options };
  const { findings, page } = await checkDeck(planned, { buildPage, levels, extras });
  if (!page) throw new Error(JSON.stringify(findings, undefined, 2));
  return findings.map(({ diagnostic: { code, message, span } }) => {
    const file = span && span.file !== 'deck.md' ? `${span.file}:` : '';
    return `${file}${span?.line}:${span?.column} [${code}] ${message}`;
  });
}

/** What one rule finds, as in `12:3 message`. */
export async function findingsOf(
  rule: CheckRule,
  ...args: Parameters<typeof checkSource>
): Promise<readonly string[]> {
  const found = await checkSource(...args);
  const mark = ` [${rule}] `;
  return found.filter((line) => line.includes(mark)).map((line) => line.replace(mark, ' '));
}
