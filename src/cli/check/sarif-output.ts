import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Code, Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { hash } from '../../base/hash.ts';
import { packageInfo } from '../../base/package-info.ts';
import { visibleJson } from '../../base/text/visible-text.ts';
import type { ExcusedFinding, Finding } from '../../check/finding.ts';
import { locateFix } from '../../check/fix/located-fix.ts';
import { SourceLines } from '../../check/source-lines.ts';
import type { Span } from '../../model/source.ts';
import type { RunResult } from './deck-result.ts';
import { repositoryPath } from './repository-path.ts';
import { sarifRules } from './sarif-rules.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';

/** The root of the repository, by the name that code hosts know. */
const sourceRoot = '%SRCROOT%';

/** Findings in the format of static analysis: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export function sarifOutput({ decks, problems }: RunResult, cwd: string): string {
  const found = decks.flatMap(({ findings, excused }) => [...findings, ...excused]);
  const all = [...found, ...problems];
  const placed = all.filter(({ diagnostic }) => diagnostic.span);
  const unplaced = all.filter(({ diagnostic }) => !diagnostic.span);
  const { rules, indexes } = sarifRules(all.map(({ diagnostic }) => diagnostic.code));
  const { version, url } = packageInfo();
  const converter = new SarifResults(cwd, indexes);
  const run = {
    tool: {
      driver: {
        name: 'Lectern',
        version,
        semanticVersion: version,
        informationUri: url,
        rules,
      },
    },
    invocations: [
      {
        executionSuccessful: unplaced.every(({ diagnostic }) => diagnostic.severity !== 'error'),
        toolExecutionNotifications: unplaced.map(({ diagnostic }) => ({
          level: diagnostic.severity,
          message: { text: textOf(diagnostic) },
          associatedRule: { id: diagnostic.code, index: indexes.get(diagnostic.code) },
        })),
      },
    ],
    originalUriBaseIds: {
      [sourceRoot]: { description: { text: 'The root of the repository.' } },
    },
    columnKind: 'utf16CodeUnits',
    results: placed.map((finding) => converter.of(finding)),
  };
  return `${visibleJson({ $schema: schema, version: '2.1.0', runs: [run] })}\n`;
}

/** Converts findings to results. */
class SarifResults {
  readonly #cwd: string;
  readonly #ruleIndexes: ReadonlyMap<Code, number>;
  readonly #lines: SourceLines;
  /** How often a fingerprint has occurred. */
  readonly #counts = new Map<string, number>();

  constructor(cwd: string, ruleIndexes: ReadonlyMap<Code, number>) {
    this.#cwd = cwd;
    this.#ruleIndexes = ruleIndexes;
    this.#lines = new SourceLines(cwd);
  }

  of(finding: Finding | ExcusedFinding) {
    const { diagnostic, slide } = finding;
    const { code, severity, span } = diagnostic;
    const fixes = this.#fixes(diagnostic);
    return {
      ruleId: code,
      ruleIndex: this.#ruleIndexes.get(code),
      level: severity,
      message: { text: textOf(diagnostic) },
      ...(span && {
        locations: [this.#location(span, slide)],
        partialFingerprints: { primaryLocationLineHash: this.#fingerprint(code, span) },
      }),
      ...(fixes && { fixes }),
      ...('reason' in finding && {
        suppressions: [{ kind: 'inSource', justification: finding.reason || 'no reason is given' }],
      }),
    };
  }

  #location(span: Span, slide: number | undefined) {
    const logical = [
      ...(slide === undefined ? [] : [{ name: `slide ${slide}`, kind: 'element' }]),
      ...(span.cell === undefined ? [] : [{ name: span.cell, kind: 'element' }]),
    ];
    return {
      physicalLocation: {
        artifactLocation: artifactOf(span, this.#cwd),
        // Rows of a workbook are no lines.
        ...(span.cell === undefined && { region: this.#region(span) }),
      },
      ...(logical.length > 0 && { logicalLocations: logical }),
    };
  }

  /** One fix, whose changes belong together. */
  #fixes({ fix, hint, message }: Diagnostic) {
    const edits = fix && locateFix(fix, (file) => this.#lines.of(file));
    if (!edits) return undefined;
    const files = new Set(edits.map(({ span }) => span.file));
    const artifactChanges = [...files].map((file) => {
      const own = edits.filter(({ span }) => span.file === file);
      return {
        artifactLocation: artifactOf({ file }, this.#cwd),
        replacements: own.map(({ span: { line, column, length }, text }) => ({
          deletedRegion: { startLine: line, startColumn: column, endColumn: column + length },
          ...(text !== '' && { insertedContent: { text } }),
        })),
      };
    });
    return [{ description: { text: hint ?? message }, artifactChanges }];
  }

  /** Columns count UTF-16 code units, from 1; the end is the column after the last character. */
  #region({ file, line, column, length }: Span) {
    const text = this.#lines.of(file)[line - 1];
    const last = text === undefined ? column + length : Math.max(text.length + 1, column);
    const end = Math.min(column + length, last);
    return { startLine: line, startColumn: column, endColumn: end };
  }

  /** The same in the next version of the file, if only other lines have changed. */
  #fingerprint(code: Code, span: Span): string {
    const text = this.#lines.of(span.file)[span.line - 1] ?? '';
    const name = repositoryPath(span, this.#cwd) ?? span.file;
    const digest = hash(code, name, text.trim(), span.cell ?? '').slice(0, 16);
    const count = (this.#counts.get(digest) ?? 0) + 1;
    this.#counts.set(digest, count);
    return `${digest}:${count}`;
  }
}

function artifactOf(span: Pick<Span, 'file'>, cwd: string) {
  const name = repositoryPath(span, cwd);
  if (name === undefined) return { uri: pathToFileURL(path.resolve(cwd, span.file)).href };
  return { uri: name.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}

function textOf({ message, hint }: Diagnostic): string {
  return hint === undefined ? message : `${message}\n${hint}`;
}
