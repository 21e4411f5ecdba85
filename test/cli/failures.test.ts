import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { png } from '../support/images.ts';
import { lectern } from '../support/lectern.ts';

/** What a build says of a deck, without the lines of the source. */
async function build(text: string, ...args: readonly string[]): Promise<string> {
  const cwd = temporaryFolder({ 'talk.md': text, 'a.png': png(4, 4), 'package.json': '{}' });
  const { errors } = await lectern(['build', 'talk.md', ...args], cwd);
  return errors.replace(/^ .*│.*\n/gm, '');
}

const incomplete = `# Orchard

Text and ![](a.png) text

#### Deep

[](https://example.org)

Name: <input>
`;

test('a build names images, links and controls without a text, and skipped levels', async () => {
  const said = await build(incomplete);
  expect(said.match(/^talk.*/gm)).toEqual([
    'talk.md:3:14: warning: the text alternative of this image is empty [alt-text]',
    'talk.md:5:1: warning: "####" after "#" skips a level [heading-levels]',
    'talk.md:7:1: warning: this link has no text [link-text]',
    'talk.md:9:7: warning: this text field has no label [control-name]',
  ]);
});

test('a deck that has all of them builds in silence, also without its decoration', async () => {
  const html = '<img src="a.png" alt="">';
  const text = `# Orchard\n\n![](a.png){.decorative} ![Trees](a.png) ${html}\n\n## Near\n\n[It](#/1) <label>Name <input></label>\n`;
  expect(await build(text, '--strict')).toBe('');
});

test('a label names the control of another slide', async () => {
  const text =
    '# Orchard\n\n<label for="kind">Kind</label>\n\n---\n\n## Near\n\nHere: <input id="KIND">\n';
  expect(await build(text.replace('KIND', 'kind'), '--strict')).toBe('');
  expect(await build(text)).toContain('this text field has no label');
});

test('comments excuse what a build names, and settings turn it off', async () => {
  const excused = incomplete.replace('####', '<!-- check-ignore heading-levels: small -->\n\n####');
  const off = `---\ncheck: { alt-text: off, control-name: off, link-text: note }\n---\n\n${excused}`;
  expect((await build(off)).match(/^talk.*/gm)).toEqual([
    'talk.md:13:1: note: this link has no text [link-text]',
  ]);
});

test('a deck of another tool gets one message of each kind, with their count', async () => {
  const slide = '## Near\n\nText ![](a.png) and ![](a.png) <input>\n';
  const marp = `---\nmarp: true\n---\n\n# Talk\n\n---\n\n${slide}\n---\n\n${slide}`;
  const said = await build(marp);
  expect(said.match(/\[alt-text\]/g)).toHaveLength(1);
  expect(said.match(/\[control-name\]/g)).toHaveLength(1);
  expect(said).toContain('"lectern check" lists 3 more of this kind');
});
