import {
  type CheckLevel,
  type CheckLevels,
  type CheckRule,
  checkLevels as levels,
  checkRules,
} from '../../model/check.ts';
import type { Report } from '../diagnostics/report.ts';
import { oneOf, type Reader, readKeys } from './schema.ts';

/** Reads the levels of checks: `{ contrast: error, density: off }`. */
export function checkLevels(report: Report): Reader<CheckLevels> {
  return {
    expected: `names of checks, each with ${levels.join(', ')}`,
    read: ({ value, items }) => {
      if (!(value instanceof Map)) return undefined;
      const names = Object.keys(checkRules);
      const readers = Object.fromEntries(names.map((name) => [name, oneOf(levels)]));
      const read = readKeys(items, readers, report) as Readonly<Record<CheckRule, CheckLevel>>;
      return new Map(Object.entries(read) as [CheckRule, CheckLevel][]);
    },
  };
}
