import path from 'node:path';
import { Report } from '../../../base/diagnostics/report.ts';
import { spanOfFile } from '../../../base/span.ts';
import { plainJson } from '../../../base/yaml/plain-json.ts';
import { parseYaml } from '../../../base/yaml/yaml.ts';
import type { TextFile } from '../../../model/source.ts';
import type { Project } from '../project.ts';
import type { TranslationContext } from '../translation.ts';

const endingsOfPrograms = ['.js', '.cjs', '.mjs', '.ts', '.mts', '.cts'];

/** The files in which tools keep the settings of a project. */
export const settingsFiles = {
  marp: ['.marprc', '.marprc.json', '.marprc.yml', '.marprc.yaml'],
  /** Those that are programs, and are not run. */
  marpPrograms: ['marp.config', '.marprc'].flatMap((name) =>
    endingsOfPrograms.map((ending) => name + ending),
  ),
  revealMd: ['reveal-md.json', 'reveal-md.json5'],
  reveal: ['reveal.json', 'reveal.json5'],
  quarto: ['_quarto.yml', '_quarto.yaml'],
  vscode: ['.vscode/settings.json'],
} as const;

/** Settings by their names. Values are as in YAML: mappings are Maps. */
export type Settings = ReadonlyMap<string, unknown>;

interface SettingsFile {
  readonly settings: Settings;
  /** The folder that the file is in. */
  readonly folder: string;
}

/** Reads the nearest file with one of these names, in YAML or JSON; one that is neither is reported. */
export function readSettings(
  names: readonly string[],
  { project, report }: TranslationContext,
): SettingsFile {
  const file = project.find(...names);
  const text = file === undefined ? undefined : readText(file, project, report);
  if (file === undefined || !text) return { settings: new Map(), folder: project.folder };
  const isJson = /\.json5?$/.test(file);
  const nowhere = spanOfFile('');
  const content = isJson ? plainJson(text.text) : text.text;
  const entries = parseYaml(content, () => nowhere, new Report());
  if (!entries) {
    const message = `${path.basename(text.path)} is not used: it is not ${isJson ? 'JSON' : 'YAML'}`;
    report.add('dialect-settings', spanOfFile(text.path), message, 'mend it');
  }
  const settings = new Map((entries ?? []).map(({ key, value }) => [key, value]));
  return { settings, folder: path.dirname(file) };
}

/** The value at a path of keys. */
export function settingAt(settings: Settings, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (value instanceof Map ? (value.get(key) as unknown) : undefined),
    settings,
  );
}

/** Settings such as `.marprc.yml` may be hidden; these are not carried by pages. */
function readText(file: string, project: Project, report: Report): TextFile | undefined {
  return project.mayShow(file) ? project.read(file, report) : project.readSettings(file, report);
}
