import path from 'node:path';
import { expect, test } from 'vitest';
import { isDeck } from '../../src/1-load/is-deck.ts';
import { temporaryFolder } from '../support/files.ts';

const projectOf = () => temporaryFolder({ 'talks/lectern.config.json': '{}' });

test.each([
  ['slides/a.md', '# A\n'],
  ['talks/a.md', '# A\n'],
  ['notes/slides.md', '---\ntitle: A\n---\n\n+++\n\n# A\n'],
  ['a.md', '---\r\ntheme: ink\r\n---\r\n'],
  ['a.md', '---\nmarp: true\n---\n'],
  ['a.md', '---\ntitle: A\n---\n\n# A\n\n---\n\n# B\n'],
  ['a.md', '<!-- _class: lead -->\n\n# A\n\n---\n\n![bg](a.png)\n'],
])('%s is a deck: %j', (file, text) => {
  const project = projectOf();
  expect(isDeck(path.join(project, file), text, project)).toBe(true);
});

test.each([
  ['a.md', '---\ntitle: Post\n---\n'],
  ['README.md', '# A tool\n\n---\n\n- [x] done\n\n```mermaid\ngraph TD\n```\n\n> [!NOTE]\n> a\n'],
])('%s is none: %j', (file, text) => {
  const project = projectOf();
  expect(isDeck(path.join(project, file), text, project)).toBe(false);
});
