import path from 'node:path';
import { spanAt } from '../../../base/span.ts';
import { parseYaml, type YamlEntry } from '../../../base/yaml/yaml.ts';
import { frontMatterReport } from '../shared/front-matter-report.ts';
import type { TranslationContext } from '../translation.ts';

/**
 * What the files around a deck say about it: `_metadata.yml` in its folder and those above, then `_quarto.yml` of the
 * project. What is in the deck's own front matter, and in a nearer file, counts more.
 */
export function projectSettings({
  project,
  report,
}: TranslationContext): readonly (readonly YamlEntry[])[] {
  const files = project.folders.flatMap((folder) =>
    ['_metadata.yml', '_metadata.yaml'].map((name) => path.join(folder, name)),
  );
  const main = project.find('_quarto.yml', '_quarto.yaml');
  return [...files, ...(main === undefined ? [] : [main])].flatMap((name) => {
    const file = project.readSettings(name, report);
    if (file === undefined) return [];
    const span = (offset: number, length: number) => spanAt(file, offset, length);
    const entries = parseYaml(file.text, span, frontMatterReport(report)) ?? [];
    return [entries.filter(({ key }) => !ofProject.has(key))];
  });
}

/** Keys for the project as a whole. */
const ofProject = new Set(['project', 'website', 'book', 'manuscript', 'title', 'profile']);
