import type { Rules } from './axe.ts';
import type { ConditionName } from './conditions.ts';
import type { Subject } from './rows.ts';
import type { Steps } from './slides.ts';
import { viewNames } from './views.ts';

/** What is looked at, where, and by which rules. */
export interface Row {
  readonly subject: Subject;
  readonly condition: ConditionName;
  readonly steps: Steps;
  readonly rules: Rules;
}

/** Paper does not depend on the window. */
const onScreen = viewNames.filter((name) => name !== 'print');
const styles: Rules = { only: 'styles' };

/**
 * What is looked at in a deck of one theme and language. Themes change colors and sizes, not elements: only in the first
 * one are all rules used, and all steps and windows looked at.
 */
export function planRows(isFirstTheme: boolean): readonly Row[] {
  if (!isFirstTheme)
    return [...rowsIn('plain', 'ends', styles), ...rowsIn('320 px', 'last', styles)];
  return [
    ...rowsIn('plain', 'all', {}),
    // Animations are at their ends in both, so that views look the same.
    { subject: 'slides', condition: 'reduced motion', steps: 'last', rules: styles },
    { subject: 'reading', condition: 'reduced motion', steps: 'last', rules: styles },
    ...rowsIn('200 %', 'last', styles),
    ...rowsIn('400 %', 'last', styles),
    ...rowsIn('320 px', 'last', styles),
  ];
}

function rowsIn(condition: ConditionName, steps: Steps, rules: Rules): readonly Row[] {
  const shown = condition === 'plain' ? viewNames : onScreen;
  return (['slides', ...shown] as const).map((subject) => ({ subject, condition, steps, rules }));
}
