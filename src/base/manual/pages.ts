import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../files/package-root.ts';
import { slugOf } from '../text/slug.ts';

/** A page of the manual. */
export interface Topic {
  /** The name of its file, without the extension. */
  readonly name: string;
  readonly title: string;
  /** What it is about, in one line; empty if the title says it. */
  readonly summary: string;
  /** Markdown. */
  readonly text: string;
}

/** A heading of a page and the text below it, as far as the next heading of its level or above. */
interface Section {
  readonly title: string;
  readonly slug: string;
  readonly level: number;
  readonly text: string;
}

const folder = path.join(packageRoot, 'docs');

/** The pages of the manual: first those that its contents describe, in their order. */
export function readManual(): readonly Topic[] {
  const contents = readPage('README.md');
  const described = [...contents.matchAll(/^- \[[^\]]*\]\(([\w-]+)\.md\): (.*)$/gm)].map(
    ([, name = '', summary = '']) => [name, summary] as const,
  );
  const summaries = new Map(described);
  const files = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');
  const others = files.map((file) => file.slice(0, -'.md'.length)).sort();
  return [...new Set([...summaries.keys(), ...others])].map((name) => {
    const text = readPage(`${name}.md`);
    const title = /^# (.*)$/m.exec(text)?.[1] ?? name;
    return { name, title, summary: summaries.get(name) ?? '', text };
  });
}

/** @param file its name in `docs/`: `markdown.md` */
export function readPage(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** A page up to its first section, without images of the repository and links to the sections. */
export function introductionOf(text: string): string {
  const first = sectionsOf(text)[0];
  const start = first === undefined ? text : text.slice(0, text.indexOf(first.text.trimEnd()));
  return `${start.replace(/^(?:!\[.*\]\(.*\)\n+|- \[.*\]\(#.*\)\n)/gm, '').trim()}\n`;
}

/** The sections of a page, those within others included. */
export function sectionsOf(text: string): readonly Section[] {
  const lines = text.split('\n');
  const headings: { readonly line: number; readonly level: number; readonly title: string }[] = [];
  let fence: string | undefined;
  for (const [line, content] of lines.entries()) {
    const marks = /^`{3,}/.exec(content)?.[0];
    if (marks !== undefined && (fence === undefined || content === fence)) {
      fence = fence === undefined ? marks : undefined;
    }
    const [, hashes, title] = /^(#{2,4}) (.*)$/.exec(content) ?? [];
    if (fence !== undefined || hashes === undefined || title === undefined) continue;
    headings.push({ line, level: hashes.length, title });
  }
  return headings.map(({ line, level, title }, i) => {
    const next = headings.slice(i + 1).find((other) => other.level <= level);
    const body = lines.slice(line, next?.line).join('\n');
    return { title, slug: slugOf(title), level, text: `${body.trimEnd()}\n` };
  });
}
