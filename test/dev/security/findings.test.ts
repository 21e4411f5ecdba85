import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/base/diagnostics/diagnostic.ts';
import { diagnosticPrinter } from '../../../src/base/diagnostics/print.ts';
import { baseOfAddress } from '../session.ts';
import { contentsOf, serveTalk, Visitor } from './visitor.ts';

const box = { x: 1, y: 2, width: 3, height: 4 };
const finding = { rule: 'contrast', slide: 1, text: '', box, message: 'hard to read' };

/** Serves a deck whose checks are on, and keeps what they find. */
async function serveChecked() {
  const found: Diagnostic[] = [];
  const onFindings = (_: string, diagnostics: readonly Diagnostic[]) =>
    void found.push(...diagnostics);
  const running = await serveTalk({ isOpen: true, onFindings });
  const page = await (await fetch(running.url)).text();
  const [, version = ''] = /"version":"([^"]+)"/.exec(page) ?? [];
  const base = { type: 'findings', token: running.token, version };
  return { ...running, found, base };
}

test('invalid findings end the connection', async () => {
  const { port, base, found } = await serveChecked();
  const invalid: readonly unknown[] = [
    undefined,
    {},
    'contrast',
    [undefined],
    [null],
    ['contrast'],
    [{}],
    [{ ...finding, rule: 'none' }],
    [{ ...finding, rule: '__proto__' }],
    [{ ...finding, rule: ['contrast'] }],
    [{ ...finding, slide: 1.5 }],
    [{ ...finding, slide: '1' }],
    [{ ...finding, text: 'x'.repeat(2001) }],
    [{ ...finding, text: { toString: 'x' } }],
    [{ ...finding, message: 'x'.repeat(2001) }],
    [{ ...finding, hint: 1 }],
    [{ ...finding, box: undefined }],
    [{ ...finding, box: [1, 2, 3, 4] }],
    [{ ...finding, box: { ...box, x: null } }],
    [{ ...finding, box: { ...box, width: '3' } }],
    [finding, { ...finding, rule: 'none' }],
    Array(2001).fill(finding),
  ];
  for (const findings of invalid) {
    const visitor = await Visitor.open(port);
    visitor.say({ ...base, findings });
    await visitor.hear('saved');
    expect(visitor.closed, JSON.stringify(findings)?.slice(0, 80)).toBe(1008);
  }
  expect(found).toEqual([]);
});

test('findings without the token for writing are not shown', async () => {
  const { port, base, found, session } = await serveChecked();
  const visitor = await Visitor.open(port);
  for (const token of ['', `${base.token}A`, 'null']) {
    const message = { ...base, token, findings: [finding] };
    expect(await visitor.ask(message, 'reload')).toEqual({ type: 'reload' });
  }
  const phone = new URL(session.remoteUrl).searchParams.get('token');
  expect(await baseOfAddress(session.remoteUrl)).not.toBe('');
  visitor.say({ ...base, token: phone, findings: [finding] });
  await visitor.ask({ type: 'edit', token: base.token, of: 0 }, 'text');
  expect(JSON.stringify(visitor.messages)).not.toContain('hard to read');
  expect(JSON.stringify(found)).not.toContain('hard to read');
});

test('a finding names only places of the deck, and prints nothing that a terminal obeys', async () => {
  const { port, base, found, folder } = await serveChecked();
  const before = contentsOf(folder);
  const visitor = await Visitor.open(port);
  const odd = '\u001b]0;title\u0007 \u009b31m \u202e <img src=x onerror=alert(1)> {{n}}';
  const huge = { x: -1e308, y: 1e308, width: 1e308, height: -1e308 };
  const slides = [1, 0, -1, 99, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
  const findings = slides.map((slide) => ({
    ...finding,
    slide,
    message: odd,
    hint: odd,
    text: odd,
    box: huge,
    source: '../../etc/passwd:1:1:5',
    file: '/etc/passwd',
    fix: [{ span: { file: 'talk.md', line: 1, column: 1, length: 3 }, was: '# A', text: 'Hacked' }],
  }));
  visitor.say({ ...base, findings });
  await expect.poll(() => found.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(slides.length);
  expect(JSON.stringify(found)).not.toMatch(/passwd|Hacked/);
  for (const { span } of found) expect(['talk.md', 'part.md', undefined]).toContain(span?.file);
  const print = diagnosticPrinter(folder, false);
  expect(found.map(print).join('')).not.toMatch(/[\u0007\u001b\u009b\u202e]/);
  expect(contentsOf(folder)).toEqual(before);
});
