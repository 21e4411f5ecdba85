import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const svg = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${color}"/></svg>`;

/** The WAV file of a silent second. */
function silence(): Buffer {
  const bytes = Buffer.alloc(44 + 8000, 128);
  bytes.write(
    'RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\x01\0\x08\0data',
    'latin1',
  );
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt32LE(8000, 40);
  return bytes;
}

const deck = `# Lazy

<img data-src="red.svg" alt="Red"> <IMG DATA-SRC=blue.svg alt="Blue">

<audio data-src="a.wav" controls></audio>

<audio controls><source data-src="a.wav" type="audio/wav"></audio>

<p data-src="kept">Text</p>
`;

test('files that reveal.js would load with their slide are in the page', async () => {
  const cwd = temporaryFolder({
    'deck.md': deck,
    'red.svg': svg('red'),
    'blue.svg': svg('blue'),
    'a.wav': silence(),
  });
  const { exitCode, errors } = await lectern(['build', 'deck.md', '--share'], cwd);
  expect(errors).not.toContain('error');
  expect(exitCode).toBe(0);
  const page = readFileSync(path.join(cwd, 'dist', 'deck.html'), 'utf8');
  const slides = page.slice(page.indexOf('class="slides"'));
  expect(slides).not.toMatch(/red\.svg|blue\.svg|a\.wav/);
  expect(slides).not.toMatch(/<(?:img|audio|source)[^>]*data-src/i);
  expect(slides.match(/<img[^>]* src="data:image\/svg\+xml;base64/g)).toHaveLength(2);
  expect(page).toContain(silence().toString('base64').slice(0, 60));
  expect(slides).toContain('<p data-src="kept"');
});

test('a file that is missing is an error, an address too, and a second source a warning', async () => {
  const html = `<img data-src="none.png" alt="None">

<video data-src="https://a.example/x.mp4" aria-label="Far"></video>

<img src="red.svg" data-src="red.svg" alt="Red">`;
  const cwd = temporaryFolder({ 'deck.md': `# Lazy\n\n${html}\n`, 'red.svg': svg('red') });
  const { errors } = await lectern(['build', 'deck.md'], cwd);
  expect(errors).toContain('deck.md:3:16');
  expect(errors).toContain('file-missing');
  expect(errors).toContain('deck.md:5:18');
  expect(errors).toContain('browsers ignore the second "src"');
});
