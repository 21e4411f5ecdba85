import { type Box, type CheckRule, checkRules, type PageFinding } from '../../model/check.ts';
import type { FindingsMessage } from './messages.ts';

/** More than any deck has. */
const maxFindings = 2000;
const maxText = 2000;

/** Reads what a page has found; `undefined` if it is invalid. */
export function readFindings(
  value: Readonly<Record<string, unknown>>,
): FindingsMessage | undefined {
  const { type, token, version, findings } = value;
  if (type !== 'findings' || typeof token !== 'string' || typeof version !== 'string')
    return undefined;
  if (!Array.isArray(findings) || findings.length > maxFindings) return undefined;
  const read = findings.flatMap((finding) => readFinding(finding) ?? []);
  return read.length === findings.length ? { type, token, version, findings: read } : undefined;
}

function readFinding(value: unknown): PageFinding | undefined {
  const { rule, slide, text, box, message, hint } = (value ?? {}) as Record<string, unknown>;
  const own = readBox(box);
  const isValid = isRule(rule) && Number.isSafeInteger(slide) && isText(text) && isText(message);
  if (!isValid || !own || (hint !== undefined && !isText(hint))) return undefined;
  const found = { rule, slide: Number(slide), text, box: own, message };
  return hint === undefined ? found : { ...found, hint };
}

function isRule(value: unknown): value is CheckRule {
  return typeof value === 'string' && Object.hasOwn(checkRules, value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= maxText;
}

function readBox(value: unknown): Box | undefined {
  const { x, y, width, height } = (value ?? {}) as Record<string, unknown>;
  const areNumbers = [x, y, width, height].every(Number.isFinite);
  return areNumbers ? ({ x, y, width, height } as Box) : undefined;
}
