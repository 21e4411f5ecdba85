import path from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../files.ts';
import { test } from './browser.ts';

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http:">`;

test('what a deck must not do is on record', async ({ openDeck }) => {
  const folder = temporaryFolder({
    'deck.html': `<!doctype html>${policy}<title>x</title>
      <script>document.title = 'ran'</script><img src="http://example.invalid/a.png">`,
  });
  const deck = await openDeck(path.join(folder, 'deck.html'));
  expect(await deck.page.title()).toBe('x');
  expect(deck.requests).toEqual(['http://example.invalid/a.png']);
  expect(deck.consoleErrors.length).toBeGreaterThan(0);
  expect(await deck.violations()).toEqual(['script-src-elem: inline']);
});

test('a deck that does nothing leaves no record', async ({ openDeck }) => {
  const folder = temporaryFolder({
    'deck.html':
      '<!doctype html><title>x</title><img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">',
  });
  const deck = await openDeck(path.join(folder, 'deck.html'));
  expect(deck.requests).toEqual([]);
  expect(deck.consoleErrors).toEqual([]);
  expect(await deck.violations()).toEqual([]);
});
