import { marked } from 'marked';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { readText, temporaryFolder } from '../../support/files.ts';
import { png } from '../../support/images.ts';
import { lectern } from '../../support/lectern.ts';

/** What a blog that trusts the text makes of a deck: attributes and elements that run code, and links that do. */
async function dangers(text: string) {
  const folder = temporaryFolder({ 'talk.md': text, 'dot.png': png(4, 4) });
  const done = await lectern(['export', 'talk.md', '--to', 'markdown', '--out', 'out'], folder);
  expect(done.exitCode, done.errors).toBe(0);
  const written = readText(folder, 'out/talk.md');
  const found: string[] = [];
  const visit = (node: object): void => {
    const {
      tagName,
      attrs = [],
      childNodes = [],
    } = node as {
      readonly tagName?: string;
      readonly attrs?: readonly { readonly name: string; readonly value: string }[];
      readonly childNodes?: readonly object[];
    };
    if (tagName && /^(?:script|iframe|form|style)$/.test(tagName)) found.push(`<${tagName}>`);
    for (const { name, value } of attrs) {
      if (/^on/.test(name) || /^\s*(?:javascript|vbscript|data:text)/i.test(value))
        found.push(name);
    }
    childNodes.forEach(visit);
  };
  visit(parseFragment(await marked(written, { gfm: true })));
  return { found, written };
}

test.each([
  ['the tag of an equation', '$$ x \\tag{<img src=x onerror=a()>} \\label{e}\n$$\n\nSee \\ref{e}'],
  ['a formula', '$$\n\\text{<img src=x onerror=a()>}\n$$'],
  ['a link in a formula', '$$\n[x](javascript:a())\n$$'],
  ['a definition in a formula', '$$\n[x]: javascript:a()\n[x]\n$$'],
  ['the title of an image', '![a](dot.png "x&#10;&#10;<img src=x onerror=a()>")'],
  ['a language with a backtick', '~~~ a`b\n<img src=x onerror=a()>\n~~~'],
  ['an attribute with lines', '<div title="a&#10;&#10;[x](javascript:a())&#10;">t</div>'],
])('a text in Markdown runs no code where its reader knows no formulas: %s', async (_, text) => {
  const { found } = await dangers(`# A\n\n${text}\n`);
  expect(found).toEqual([]);
});

test.each([
  [
    'links',
    '[a](javascript:a()) [b](vbscript:a()) [c](&#106;avascript:a()) ![d](javascript:a.mp4)',
  ],
  ['a link to more than its address', '[x](<a\\>) <img src=x onerror=a()>>)'],
  ['HTML that looks like a formula', '$<img src=dot.png onerror=a()>$'],
  [
    'HTML',
    '<b onclick=a()>b</b> <a href="javascript:a()">c</a> <iframe srcdoc="<script>a()</script>">',
  ],
])('nor of a deck of another tool, in which an error is a warning: %s', async (_, text) => {
  const { found } = await dangers(`---\nmarp: true\n---\n\n# A\n\n${text}\n`);
  expect(found).toEqual([]);
});

test('HTML keeps what is safe, and names its files', async () => {
  const { written } = await dangers(
    '# A\n\nx <kbd title="a &amp; b">E</kbd> <img src="dot.png" alt=""> <a href="https://e.org/">e</a>\n\n<pre>\na\n\n[b](c)\n</pre>\n',
  );
  expect(written).toContain(
    '<kbd title="a &amp; b">E</kbd> <img src="talk-dot.png" alt=""> <a href="https://e.org/">e</a>',
  );
  expect(await marked(written)).toMatch(/<pre>\na(?:&#10;)?\n+(?:&#10;)?\n*&#91;b]\(c\)\n<\/pre>/);
});

test('an address that cannot be decoded ends no export', async () => {
  const { written } = await dangers('---\nmarp: true\n---\n\n# A\n\n[x](#%E0)\n');
  expect(written).toContain('x');
});
