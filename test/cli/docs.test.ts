import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { readManual } from '../../src/base/manual/pages.ts';
import { layoutNames } from '../../src/model/deck.ts';
import { lectern } from '../support/lectern.ts';

const folder = path.join(packageRoot, 'docs');
const names = readdirSync(folder).flatMap((file) => /^([a-z-]+)\.md$/.exec(file)?.[1] ?? []);

function docs(...args: readonly string[]) {
  return lectern(['docs', ...args], packageRoot);
}

describe('lectern docs', () => {
  test('lists every page of the manual', async () => {
    const { output, exitCode } = await docs();
    expect(exitCode).toBe(0);
    const listed = [...output.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(names.toSorted());
  });

  test.each([['charts'], ['charts.md']])('%s prints the page as it is', async (name) => {
    const text = readFileSync(path.join(folder, 'charts.md'), 'utf8');
    expect(await docs(name)).toEqual({ exitCode: 0, output: text, errors: '' });
  });

  test('prints one section, however its name is written', async () => {
    for (const section of [['slide-settings'], ['Slide settings'], ['slide', 'settings']]) {
      const { output } = await docs('markdown', ...section);
      expect(output).toMatch(/^## Slide settings\n/);
      expect(output.match(/^## /gm)?.length).toBe(1);
    }
  });

  test('headings in examples end no section', async () => {
    const { output } = await docs('markdown', 'a-deck');
    expect(output).toContain('And one that was better.\n```\n\nThe file must be UTF-8.');
  });

  test('--all prints all pages', async () => {
    const { output } = await docs('--all');
    for (const { text } of readManual()) expect(output).toContain(text);
  });

  test.each([
    [['chart'], 'there is no topic "chart"\n  did you mean "charts"?'],
    [['markdown', 'layuots'], '"markdown" has no section "layuots"\n  did you mean "layouts"?'],
    [['charts', '--all'], 'choose one of --all, --skill, --llms and a topic'],
  ])('%j is refused', async (args, message) => {
    const { exitCode, errors } = await docs(...args);
    expect([exitCode, errors]).toEqual([2, expect.stringContaining(message)]);
  });

  test('--skill teaches an agent what it needs to write a deck', async () => {
    const { output } = await docs('--skill');
    const head = parse(/^---\n(.*?)\n---\n/s.exec(output)?.[1] ?? '') as Record<string, string>;
    expect(head.name).toBe('lectern');
    expect(head.description?.length).toBeLessThan(1024);
    for (const layout of layoutNames) expect(output).toContain(`\`${layout}\``);
    expect(output).toContain('lectern check slides/my-talk.md --json');
    expect(output).toContain('```chart line "Apples picked"\nyear,');
    expect(output).not.toMatch(/(?<!!\[[^\]]*)\]\((?!https?:)[a-z#]/);
  });

  test('--llms lists every page with its address', async () => {
    const { output } = await docs('--llms');
    expect(output).toMatch(/^# Lectern\n\n> /);
    for (const name of names) expect(output).toContain(`/docs/${name}.md)`);
  });
});
