import {
  type CheckLevel,
  type CheckLevels,
  type CheckRule,
  checkRules,
  checkLevels as levels,
} from '../../model/check.ts';
import type { Report } from '../diagnostics/report.ts';
import { oneOf, type Reader, readKeys } from './schema.ts';
import { mappingOf } from './value-schema.ts';

/** What other programs call a level. */
const levelsElsewhere: ReadonlyMap<string, CheckLevel> = new Map([
  ...['false', 'no', 'none', 'never', 'disable', 'disabled', 'ignore', 'skip', '0'].map(
    (name) => [name, 'off'] as const,
  ),
  ...['info', 'information', 'hint', 'suggestion'].map((name) => [name, 'note'] as const),
  ...['warn', '1', 'true', 'yes', 'on'].map((name) => [name, 'warning'] as const),
  ...['fatal', 'critical', 'fail', '2'].map((name) => [name, 'error'] as const),
]);

const levelOf: Reader<CheckLevel> = {
  ...oneOf(levels, levelsElsewhere),
  nameOf: { name: 'level', key: 'check' },
};

/** Reads the levels of checks: `{ contrast: error, density: off }`. */
export function checkLevels(report: Report): Reader<CheckLevels> {
  const rules = Object.entries(checkRules).map(([name, description]) => {
    return [name, { ...levelOf.schema, description }] as const;
  });
  return {
    schema: mappingOf(Object.fromEntries(rules)),
    expected: `names of checks, each with ${levels.join(', ')}`,
    read: ({ value, items }) => {
      if (!(value instanceof Map)) return undefined;
      const names = Object.keys(checkRules);
      const readers = Object.fromEntries(names.map((name) => [name, levelOf]));
      const read = readKeys(items, readers, report) as Readonly<Record<CheckRule, CheckLevel>>;
      return new Map(Object.entries(read) as [CheckRule, CheckLevel][]);
    },
  };
}
