import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Inputs } from '../../src/base/inputs.ts';
import { githubOutput } from '../../src/cli/check/github-output.ts';
import { sarifOutput } from '../../src/cli/check/sarif-output.ts';
import { checkRules } from '../../src/model/check.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { lectern } from '../support/lectern.ts';

const talk = `# One

A [pear, 100 % dead: “🦋”](#nothing)

---

## Two

<!-- check-ignore link-target: it is filled later -->
[Cherries](#missing)
`;

/** A repository with decks two folders below its root, where the command runs. */
function repository(decks: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  mkdirSync(path.join(root, '.git'));
  const folder = path.join(root, 'my talks/2026');
  writeFiles(folder, decks);
  return folder;
}

async function sarifOf(decks: Readonly<Record<string, string>>) {
  const folder = repository(decks);
  const args = ['check', ...Object.keys(decks), '--no-browser', '--format', 'sarif'];
  const { output, exitCode } = await lectern(args, folder);
  const [run] = JSON.parse(output).runs;
  return { output, exitCode, run };
}

test('--sarif writes the findings next to what is printed, and replaces no other file', async () => {
  const folder = repository({ 'talk.md': talk, 'more.md': talk });
  const args = ['check', 'talk.md', 'more.md', '--no-browser'];
  const printed = await lectern([...args, '--format', 'sarif'], folder);
  const both = [...args, '--format', 'github', '--sarif', 'out/found.sarif'];
  const { output, exitCode } = await lectern(both, folder);
  expect([output.match(/^::error file=/gm)?.length, exitCode]).toEqual([2, 1]);
  expect(readFileSync(path.join(folder, 'out/found.sarif'), 'utf8')).toBe(printed.output);
  const one = await lectern([...args, '--sarif', 'one.html', '--report', './one.html'], folder);
  expect(one.exitCode).toBe(2);
  expect(one.errors).toContain('--report and --sarif name the same file');
  const refused = await lectern([...args, '--sarif', 'talk.md', '--format', 'json'], folder);
  expect(refused.output).toContain('talk.md is used by the deck and not replaced');
  expect(readFileSync(path.join(folder, 'talk.md'), 'utf8')).toBe(talk);
});

describe('--format sarif', () => {
  test('names places from the root of the repository on, in UTF-16', async () => {
    const { run } = await sarifOf({ 'a talk.md': talk });
    const [found] = run.results;
    expect(found).toMatchObject({
      ruleId: 'link-target',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20talks/2026/a%20talk.md', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 28, endColumn: 36 },
          },
          logicalLocations: [{ name: 'slide 1' }],
        },
      ],
    });
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.originalUriBaseIds['%SRCROOT%']).toBeDefined();
  });

  test('describes each rule that a result refers to', async () => {
    const { run } = await sarifOf({ 'talk.md': `${talk}\n![](gone.png)\n` });
    const { rules, version } = run.tool.driver;
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex].id).toBe(ruleId);
    const ids = rules.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([...new Set([...Object.keys(checkRules), 'file-missing'])]);
    for (const rule of rules) {
      expect(rule.shortDescription.text).toMatch(/^[A-Z].*\.$/);
      expect(rule.help.text).toContain(rule.id);
      expect(rule.helpUri).toMatch(`/v${version}/docs/`);
      expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level);
    }
  });

  test('says what --fix would change', async () => {
    const text = '# Orchard\n\n#### 🦋 Too deep\n\nA 🦋 [pear](#orchad) and a [plum](#gone)\n';
    const { run } = await sarifOf({ 'a talk.md': text });
    const fixes = run.results.map(
      ({ ruleId, fixes: own }: { ruleId: string; fixes?: readonly object[] }) => [ruleId, own],
    );
    const location = { uri: 'my%20talks/2026/a%20talk.md', uriBaseId: '%SRCROOT%' };
    const fix = (text: string, line: number, from: number, to: number, inserted?: string) => ({
      description: { text },
      artifactChanges: [
        {
          artifactLocation: location,
          replacements: [
            {
              deletedRegion: { startLine: line, startColumn: from, endColumn: to },
              ...(inserted !== undefined && { insertedContent: { text: inserted } }),
            },
          ],
        },
      ],
    });
    expect(fixes).toEqual([
      ['heading-levels', [fix(expect.any(String), 3, 1, 5, '##')]],
      ['link-target', [fix('did you mean "#orchard"?', 5, 14, 20, 'orchard')]],
      ['link-target', undefined],
    ]);
  });

  test('suppresses what a comment excuses', async () => {
    const { run, exitCode } = await sarifOf({ 'talk.md': talk });
    const suppressions = run.results.map(
      ({ suppressions: found }: { suppressions?: unknown }) => found,
    );
    const excuse = { kind: 'inSource', justification: 'it is filled later' };
    expect(suppressions).toEqual([undefined, [excuse]]);
    expect(exitCode).toBe(1);
  });

  test('gives findings fingerprints that stay when lines are added above', async () => {
    const fingerprints = async (text: string) => {
      const { run } = await sarifOf({ 'talk.md': text });
      return run.results.map(
        ({ partialFingerprints: prints }: { partialFingerprints: object }) => prints,
      );
    };
    const before = await fingerprints(`${talk}\n[Cherries](#missing)\n`);
    const after = await fingerprints(`# Zero\n\n---\n\n${talk}\n[Cherries](#missing)\n`);
    expect(after).toEqual(before);
    expect(new Set(before.map(String)).size).toBeGreaterThan(0);
    expect(new Set(before.map((print: object) => JSON.stringify(print))).size).toBe(3);
  });

  test('reports what has no place as notifications of the run', async () => {
    const folder = repository({ 'talk.md': '# Fine\n' });
    const { output } = await lectern(
      ['check', 'talk.md', '--format', 'sarif', '--browser', 'no'],
      folder,
    );
    const [run] = JSON.parse(output).runs;
    expect(run.results).toEqual([]);
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain(
      'browser not found',
    );
  });

  test('is deterministic, and names no folder of this machine', async () => {
    const [one, two] = [await sarifOf({ 'talk.md': talk }), await sarifOf({ 'talk.md': talk })];
    expect(one.output).toBe(two.output);
    expect(one.output).not.toContain('lectern-test-');
  });
});

describe('--format github', () => {
  test('escapes properties and messages, and names files from the root of the repository on', async () => {
    const folder = repository({ 'a,b: 100%.md': talk, 'gone.md': '![x](y,z.png)\n' });
    const args = ['check', 'a,b: 100%.md', 'gone.md', '--no-browser', '--format', 'github'];
    const { output, errors, exitCode } = await lectern(args, folder);
    expect(output.split('\n')).toEqual([
      '::error file=my talks/2026/a%2Cb%3A 100%25.md,line=3,endLine=3,col=28,endColumn=36,title=Lectern%3A link-target::"#nothing" leads nowhere%0Alink to a heading by its text: #two-words for "Two words", to a slide by its number: #/2',
      expect.stringMatching(
        /^::error file=my talks\/2026\/gone\.md,line=1,endLine=1,col=\d+,endColumn=\d+,title=Lectern%3A file-missing::/,
      ),
      '',
    ]);
    expect(errors).toBe('');
    expect(exitCode).toBe(1);
  });

  test('names the cell of a workbook, and no line', () => {
    const span = { file: 'q3.xlsx', line: 7, column: 2, length: 1, cell: 'Sheet1!B7' };
    const diagnostic = {
      code: 'data-rows',
      severity: 'note',
      message: 'an empty row',
      span,
    } as const;
    const result = { deck: '/talks/talk.md', findings: [{ diagnostic }], excused: [], images: [] };
    const rest = { written: [], off: [], wasShown: true, inputs: new Inputs(), milliseconds: 1 };
    const whole = { decks: [{ ...result, ...rest }], problems: [], milliseconds: 1 };
    expect(githubOutput(whole, '/talks')).toBe(
      '::notice file=q3.xlsx,title=Lectern%3A data-rows::an empty row%0Aat Sheet1!B7\n',
    );
    const [run] = JSON.parse(sarifOutput(whole, '/talks')).runs;
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: 'q3.xlsx', uriBaseId: '%SRCROOT%' } },
        logicalLocations: [{ name: 'Sheet1!B7', kind: 'element' }],
      },
    ]);
  });
});

test('an unknown format is invalid usage', async () => {
  const folder = repository({ 'talk.md': talk });
  const { errors, exitCode } = await lectern(['check', 'talk.md', '--format', 'sarf'], folder);
  expect(errors).toBe('lectern: unknown format "sarf"\n  did you mean "sarif"?\n');
  expect(exitCode).toBe(2);
});
