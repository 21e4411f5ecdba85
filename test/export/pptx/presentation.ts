import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Document, Element } from 'domhandler';
import { strFromU8, unzipSync } from 'fflate';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect } from 'vitest';
import { sharedBrowser } from '../../support/export-flags.ts';
import { temporaryFolder } from '../../support/files.ts';
import { lectern } from '../../support/lectern.ts';

/** The parts of a file in Open Packaging Conventions, by their paths. */
export class OpenedFile {
  readonly bytes: Buffer;
  readonly parts: Readonly<Record<string, Uint8Array>>;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes);
    this.parts = unzipSync(bytes);
  }

  get paths(): readonly string[] {
    return Object.keys(this.parts);
  }

  text(name: string): string {
    const part = this.parts[name];
    if (!part) throw new Error(`no part ${name}`);
    return strFromU8(part);
  }

  xml(name: string): Document {
    return parseDocument(this.text(name), { xmlMode: true });
  }

  /** The parts whose paths begin with a stem and end with a number, in the order of the numbers. */
  numbered(stem: string): readonly string[] {
    const numberOf = (name: string): number => Number(/(\d+)\.\w+$/.exec(name)?.[1]);
    const own = this.paths.filter((name) => name.startsWith(stem) && !name.includes('_rels'));
    return own.sort((a, b) => numberOf(a) - numberOf(b));
  }

  get slides(): readonly Document[] {
    return this.numbered('ppt/slides/slide').map((name) => this.xml(name));
  }
}

export function elements(root: Document | Element, name: string): readonly Element[] {
  return DomUtils.getElementsByTagName(name, root.children, true);
}

/** The paragraphs of a part, each in one line. */
export function paragraphsOf(root: Document | Element): readonly string[] {
  return elements(root, 'a:p')
    .map(textOf)
    .filter((text) => text !== '');
}

/** The text of the runs of an element. */
export function textOf(element: Element | Document): string {
  return elements(element, 'a:t')
    .map((run) => DomUtils.textContent(run))
    .join('');
}

/** Exports a deck to PowerPoint, without a browser, which must not fail. */
export async function exportPptx(
  deck: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  ...flags: readonly string[]
): Promise<OpenedFile> {
  const { file } = await exportTo(
    temporaryFolder({ 'talk.md': deck, ...files }),
    'talk.md',
    ...flags,
  );
  return file;
}

/** Exports a deck in a folder. @returns the file, and what the command has said */
export async function exportTo(
  cwd: string,
  deck: string,
  ...flags: readonly string[]
): Promise<{ readonly file: OpenedFile; readonly path: string; readonly errors: string }> {
  const out = path.join(temporaryFolder(), `${path.parse(deck).name}.pptx`);
  const browser = flags.includes('--browser') ? [] : await sharedBrowser();
  const outcome = await lectern(['export', deck, '--out', out, ...browser, ...flags], cwd);
  expect(outcome.exitCode, outcome.errors).toBe(0);
  return { file: new OpenedFile(readFileSync(out)), path: out, errors: outcome.errors };
}
