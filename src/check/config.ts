import { type Config, readConfig } from '../1-load/config/config.ts';
import { type DeckPlace, findConfigFiles, readConfigFile } from '../1-load/config/find-config.ts';
import type { Report } from '../base/diagnostics/report.ts';
import type { PlannedDeck } from '../base/pipeline.ts';

/** The file with words that spelling knows: one on each line. */
const wordsName = 'lectern.words';

export type CheckConfig = Omit<Config, 'dialect'>;

/** Reads the settings that apply to a deck; errors in them are reported. */
export function readCheckConfig({ deck, options }: PlannedDeck, report: Report): CheckConfig {
  const place = { deck, cwd: options.cwd, root: options.root };
  const config = readConfig(place, report);
  return { ...config, words: [...config.words, ...readWords(place, report)] };
}

function readWords(place: DeckPlace, report: Report): readonly string[] {
  const [file] = findConfigFiles([wordsName], place);
  const text = file === undefined ? '' : (readConfigFile(file, place, report)?.text ?? '');
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((word) => word !== '');
}
