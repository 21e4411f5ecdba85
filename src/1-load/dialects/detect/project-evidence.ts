import path from 'node:path';
import { Report } from '../../../base/diagnostics/report.ts';
import type { Project } from '../project.ts';
import { settingsFiles } from '../shared/settings-files.ts';
import type { Evidence, Tool } from './tool.ts';

/** Files that only one tool has, in the deck's folder or above it. */
const toolFiles: readonly (readonly [Tool, readonly string[]])[] = [
  ['marp', [...settingsFiles.marp, ...settingsFiles.marpPrograms]],
  ['reveal', [...settingsFiles.revealMd, ...settingsFiles.reveal]],
  ['quarto', settingsFiles.quarto],
];

/** Packages in `package.json` that only the decks of one tool need. */
const toolPackages: readonly (readonly [Evidence['tool'], RegExp])[] = [
  ['lectern', /^lectern$/],
  ['marp', /^@marp-team\//],
  ['slidev', /^@slidev\/cli$/],
  ['reveal', /^reveal-md$/],
];

/** The tool of the project that a deck is in, if there is one only. @param deck the name of its file */
export function projectEvidence(project: Project, deck: string): Evidence | undefined {
  const found = [
    ...byFiles(project),
    ...byPage(project, deck),
    ...byPackages(project),
    ...byCommands(project, deck),
  ];
  const tools = new Set(found.map(({ tool }) => tool));
  return tools.size === 1 ? found[0] : undefined;
}

function byFiles(project: Project): readonly Evidence[] {
  return toolFiles.flatMap(([tool, names]) => {
    const file = project.find(...names);
    const reason = file === undefined ? '' : `${path.basename(file)} is in its project`;
    return file === undefined ? [] : [{ tool, reason }];
  });
}

/** A page that shows the deck with the Markdown plugin of reveal.js. */
function byPage(project: Project, deck: string): readonly Evidence[] {
  const file = project.find('index.html');
  const text = file === undefined ? undefined : project.readSettings(file, new Report())?.text;
  const sources = [...(text ?? '').matchAll(/\bdata-markdown=["']([^"']+)["']/g)];
  const isShown = sources.some(([, source = '']) => path.basename(source) === deck);
  return isShown ? [{ tool: 'reveal', reason: 'index.html shows it with reveal.js' }] : [];
}

/** Files with commands that make slides. */
const commandFiles = ['Makefile', 'makefile', 'justfile', 'package.json', 'build.sh', 'compile.sh'];

/** A command that makes slides of the deck, or of each Markdown file; `slidefactory` is Pandoc in a container. */
function byCommands(project: Project, deck: string): readonly Evidence[] {
  const file = project.find(...commandFiles);
  const text = file === undefined ? '' : (project.readSettings(file, new Report())?.text ?? '');
  const isPandoc =
    /\bpandoc\b[\s\S]{0,400}?(?:-t|-w|--to|--write)[ =]*(?:revealjs|beamer|slidy|dzslides|s5|slideous)\b|\bslidefactory\b/;
  const names = [deck, path.basename(deck, path.extname(deck)), '%.md', '*.md', '.md=', '$<'];
  if (file === undefined || !isPandoc.test(text) || !names.some((name) => text.includes(name)))
    return [];
  const reason = `${path.basename(file)} makes slides with Pandoc`;
  return [{ tool: 'pandoc', reason }];
}

function byPackages(project: Project): readonly Evidence[] {
  const file = project.find('package.json');
  const text = file === undefined ? undefined : project.readSettings(file, new Report())?.text;
  const names = [...(text ?? '').matchAll(/"([@\w./-]+)"\s*:/g)].map(([, name = '']) => name);
  return toolPackages.flatMap(([tool, pattern]) => {
    const name = names.find((each) => pattern.test(each));
    return name === undefined ? [] : [{ tool, reason: `package.json names ${name}` }];
  });
}
