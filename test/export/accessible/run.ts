import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../../src/base/files/package-root.ts';
import { writeFiles } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';
import { type Claim, readClaims } from './claims.ts';
import { constructFiles, readConstructs } from './decks.ts';

/*
 * Exports a deck of each construct, and the shipped decks as slides, steps, notes and handouts, validates all PDFs
 * with veraPDF, and prints those that are not what they say, or are not PDF/UA: npm run test:pdf. --browser names the
 * browser that prints them: each version writes other tags.
 */

/** Where the decks are, and what is exported of them. */
interface Export {
  readonly folder: string;
  readonly files: readonly string[];
  readonly flags: readonly string[];
  /** Of each PDF, after the name of its deck. */
  readonly suffix: string;
}

const { values } = parseArgs({ options: { browser: { type: 'string' } } });
const browser = [
  ...(values.browser === undefined ? [] : ['--browser', path.resolve(values.browser)]),
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

async function exportAll({ folder, files, flags, suffix }: Export, out: string): Promise<string[]> {
  const target = path.join(out, suffix || 'slides');
  const args = ['export', ...files, '--out', target, ...flags, ...browser];
  const { exitCode, errors } = await lectern(args, folder);
  if (exitCode !== 0) throw new Error(errors);
  const ending = flags.includes('handout') ? '-handout.pdf' : '.pdf';
  return files.map((file) => path.join(target, path.basename(file, '.md') + ending));
}

const out = mkdtempSync(path.join(os.tmpdir(), 'lectern-pdf-'));
try {
  const decks = readConstructs();
  const folder = path.join(out, 'decks');
  writeFiles(folder, constructFiles(decks));
  symlinkSync(path.join(packageRoot, 'node_modules'), path.join(folder, 'node_modules'));
  const constructs = decks.map(({ name }) => `${name}.md`);
  const shipped = ['how-aws-was-born', 'charts', 'guide'].map((name) => `slides/${name}.md`);
  const [aws = ''] = shipped;
  const exports: readonly Export[] = [
    { folder, files: constructs, flags: [], suffix: 'constructs' },
    { folder: packageRoot, files: shipped, flags: [], suffix: 'slides' },
    { folder: packageRoot, files: [aws], flags: ['--steps'], suffix: 'steps' },
    { folder: packageRoot, files: [aws], flags: ['--notes'], suffix: 'notes' },
    { folder: packageRoot, files: shipped, flags: ['--to', 'handout'], suffix: 'handout' },
    {
      folder: packageRoot,
      files: [aws],
      flags: ['--to', 'handout', '--per-page', '3'],
      suffix: 'handout-3',
    },
  ];
  const pdfs: string[] = [];
  for (const each of exports) pdfs.push(...(await exportAll(each, out)));
  const unclaimed = new Set(
    decks.filter((deck) => !deck.isAccessible).map(({ name }) => `${name}.md`),
  );
  // A PDF that is not one on this machine, such as for want of an emoji font, must not say so.
  const isRight = ({ file, isClaimed, problems }: Claim): boolean =>
    isClaimed === (problems.length === 0) &&
    (isClaimed || !constructs.includes(nameOf(file)) || unclaimed.has(nameOf(file)));
  const claims = readClaims(pdfs);
  const wrong = claims.filter((claim) => !isRight(claim));
  for (const claim of claims.filter(({ problems }) => problems.length > 0)) print(claim);
  for (const claim of wrong.filter(({ problems }) => problems.length === 0)) print(claim);
  const passed = claims.filter(({ problems }) => problems.length === 0).length;
  console.log(`${claims.length} PDFs, ${passed} valid, ${wrong.length} not as they should be`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  rmSync(out, { recursive: true, force: true });
}

function nameOf(file: string): string {
  return `${path.basename(file, '.pdf')}.md`;
}

function print({ file, isClaimed, problems }: Claim): void {
  const name = path.relative(out, file);
  console.log(`${name}: ${isClaimed ? 'says' : 'does not say'} that it is PDF/UA`);
  for (const problem of problems) console.log(`  ${problem}`);
}
