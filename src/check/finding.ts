import { codes, type Diagnostic, type Severity } from '../base/diagnostics/diagnostic.ts';
import {
  type Box,
  type CheckLevel,
  type CheckLevels,
  type CheckRule,
  checkRules,
} from '../model/check.ts';

/** What a check has found: a diagnostic, and where it is on a slide. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  /** The number of the slide, from 1; absent if it is about no slide. */
  readonly slide?: number;
  /** Absent if it is about the whole slide. */
  readonly box?: Box;
  /** Its severity is not that of its rule, and no setting changes it, other than `off`. */
  readonly isFixed?: true;
}

/** A finding that a comment excuses. */
export interface ExcusedFinding extends Finding {
  /** As the comment says; empty if it says none. */
  readonly reason: string;
}

/** What a rule says. */
type Found = Pick<Diagnostic, 'message' | 'span' | 'hint' | 'fix'> & {
  readonly rule: CheckRule;
  /** If not that of the rule. */
  readonly severity?: Severity;
};

export function findingOf({ rule, severity, message, span, hint, fix }: Found): Finding {
  const diagnostic = {
    code: rule,
    severity: severity ?? codes[rule],
    message,
    ...(span && { span }),
    ...(hint !== undefined && { hint }),
    ...(fix && { fix }),
  };
  return { diagnostic };
}

export interface JudgedFindings {
  readonly findings: readonly Finding[];
  readonly excused: readonly ExcusedFinding[];
}

/** Levels other than in `build` and `export`, where a build that loses nothing goes on. */
const usualLevels: CheckLevels = new Map([
  ['slide-overfull', 'error'],
  ['link-target', 'error'],
  ['link-file', 'error'],
]);

/**
 * Gives findings the severities that are set for their rules, and leaves out those that are off.
 *
 * @param settings those that come later win
 */
export function withLevels<Each extends Finding>(
  findings: readonly Each[],
  settings: readonly CheckLevels[],
): readonly Each[] {
  return findings.flatMap((finding) => {
    const { code } = finding.diagnostic;
    if (!isRule(code)) return [finding];
    const severity = levelOf(code, settings);
    if (severity === 'off') return [];
    if (finding.isFixed) return [finding];
    return [{ ...finding, diagnostic: { ...finding.diagnostic, severity } }];
  });
}

/** @param settings those that come later win */
export function levelOf(rule: CheckRule, settings: readonly CheckLevels[]): CheckLevel {
  const set = [usualLevels, ...settings].findLast((levels) => levels.has(rule));
  return set?.get(rule) ?? codes[rule];
}

export function isRule(name: string): name is CheckRule {
  return Object.hasOwn(checkRules, name);
}
