import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';

const hostile = '"&gt;&lt;meta http-equiv=refresh content=&quot;0;url=http://evil.test/&quot;';

test.each(['--share', '--quiet'])(
  'what reveal.js opens over a slide is left out: %s',
  async (flag) => {
    const deck = [
      '# Title',
      `<img src="a.svg" alt="A cat" data-preview-image="private/plan.png">`,
      `<a href="#2" data-preview-link="http://evil.test/page">Link</a>`,
      `<span data-preview-video='${hostile}'>Text</span>`,
      '[Attributes]{data-preview-link=http://evil.test/span}',
      '![A dog](a.svg){data-preview-image=private/dog.png}',
      '## Two',
    ].join('\n\n');
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>';
    const folder = temporaryFolder({ 'talk.md': deck, 'a.svg': svg });
    const { errors } = await lectern(['build', 'talk.md', flag], folder);
    const page = readFileSync(path.join(folder, 'dist/talk.html'), 'utf8');
    const slides = page.slice(page.indexOf('<div class="slides">'), page.indexOf('</main>'));
    expect(slides).toContain('Text');
    expect(slides).not.toMatch(/data-preview|evil\.test|private/);
    expect(errors).toContain('a page cannot open what data-preview-image names over a slide');
    // Each once, with the places of the others.
    expect(errors.match(/names over a slide/g)).toHaveLength(3);
    expect(errors).toContain('the same at 9:14');
    expect(errors).toContain('the same at 11:17');
  },
);
