import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
} from 'vscode-languageserver-protocol';
import type { Code, Diagnostic, Severity } from '../../base/diagnostics/diagnostic.ts';
import { packageInfo } from '../../base/package-info.ts';
import type { Span } from '../../model/source.ts';
import { Builder } from '../builds/builder.ts';
import type { OpenDeck } from '../decks/open-deck.ts';
import type { Workspace } from '../decks/workspace.ts';
import { lineRange, rangeOf } from '../text/positions.ts';
import { rest } from '../text/rest.ts';

/** Milliseconds without a change before a deck is built: as long as its last build took, within these limits. */
const restTime = 150;
const maxRestTime = 1000;

/** A diagnostic of a deck, and the file that it is about. */
export interface PlacedDiagnostic {
  readonly diagnostic: Diagnostic;
  /** Its real path. */
  readonly file: string;
}

type Publish = (uri: string, diagnostics: LspDiagnostic[]) => void;

/** Builds and checks decks while their authors rest, and publishes what is wrong with them. */
export class Diagnostics {
  readonly #workspace: Workspace;
  readonly #publish: Publish;
  readonly #builder = new Builder();
  readonly #runs = new Map<OpenDeck, Run>();

  constructor(workspace: Workspace, publish: Publish) {
    this.#workspace = workspace;
    this.#publish = publish;
  }

  /** Builds a deck once nothing has changed for a while; ends what is computed of an older text. */
  schedule(deck: OpenDeck): void {
    const before = this.#runs.get(deck);
    before?.stop();
    const run = new Run(before, () => this.#build(deck, run));
    this.#runs.set(deck, run);
  }

  /** What was published of a deck last. */
  of(deck: OpenDeck): readonly PlacedDiagnostic[] {
    return this.#runs.get(deck)?.found ?? [];
  }

  /** Withdraws what was published of a deck that nobody has open. */
  forget(deck: OpenDeck): void {
    const run = this.#runs.get(deck);
    run?.stop();
    for (const file of run?.files ?? []) this.#publish(this.#workspace.uriOf(file), []);
    this.#runs.delete(deck);
    this.#builder.forget(deck.file);
  }

  close(): void {
    for (const run of this.#runs.values()) run.stop();
    this.#builder.close();
  }

  async #build(deck: OpenDeck, run: Run): Promise<void> {
    if (!this.#workspace.isDeckTooLong(deck)) await this.#workspace.contentsOf(deck);
    if (run.isOver) return;
    const start = performance.now();
    let isFirst = true;
    const show = (diagnostics: readonly Diagnostic[]): void => {
      if (isFirst) run.buildTime = performance.now() - start;
      isFirst = false;
      this.#show(deck, run, diagnostics);
    };
    await this.#builder.build(deck.toBuild, show, run.signal);
  }

  #show(deck: OpenDeck, run: Run, diagnostics: readonly Diagnostic[]): void {
    run.found = diagnostics.map((diagnostic) => {
      const { span } = diagnostic;
      return { diagnostic, file: span ? deck.pathOf(span) : deck.file };
    });
    const files = new Set([deck.file, ...run.found.map(({ file }) => file)]);
    for (const file of new Set([...run.files, ...files])) {
      const all = run.found.filter((each) => each.file === file);
      this.#publish(
        this.#workspace.uriOf(file),
        all.map(({ diagnostic }) => this.#toProtocol(diagnostic, deck)),
      );
    }
    run.files = files;
  }

  #toProtocol(diagnostic: Diagnostic, deck: OpenDeck): LspDiagnostic {
    const { code, severity, message, hint, span } = diagnostic;
    const related = relatedSpans(diagnostic, deck).map((other) => ({
      location: { uri: this.#workspace.uriOf(deck.pathOf(other)), range: rangeOf(other) },
      message: 'the same id',
    }));
    const place = span?.cell === undefined ? '' : `${span.cell}: `;
    return {
      code,
      source: 'lectern',
      severity: severities[severity],
      range: span ? rangeOf(span) : lineRange(0, 0, 0),
      message: `${place}${message}${hint === undefined ? '' : `\n${hint}`}`,
      codeDescription: { href: `${packageInfo().url}/blob/main/docs/diagnostics.md` },
      ...(withoutEffect.has(code) && { tags: [DiagnosticTag.Unnecessary] }),
      ...(related.length > 0 && { relatedInformation: related }),
    };
  }
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** What could be removed: it changes nothing. */
const withoutEffect: ReadonlySet<Code> = new Set<Code>([
  'footnote-unused',
  'chart-option',
  'comment-settings',
  'include-settings',
  'token-unknown',
]);

/** The other places of an id that exists twice. */
function relatedSpans({ code, span }: Diagnostic, { last }: OpenDeck): readonly Span[] {
  if (code !== 'id-duplicate' || !span) return [];
  const ids = last?.deck.ids ?? [];
  const isHere = (other: Span): boolean =>
    other.file === span.file && other.line === span.line && other.column === span.column;
  const own = ids.find((id) => isHere(id.span));
  return ids
    .filter(({ value, span: other }) => value === own?.value && !isHere(other))
    .map((id) => id.span);
}

/** A build of a deck and its check, unless a newer one overtakes it. */
class Run {
  found: readonly PlacedDiagnostic[];
  /** The files about which something was published, or nothing any more. */
  files: ReadonlySet<string>;
  /** How long the last build took, in milliseconds. */
  buildTime: number;
  readonly #end = new AbortController();

  /** @param before the run that it overtakes */
  constructor(before: Run | undefined, work: () => Promise<void>) {
    this.found = before?.found ?? [];
    this.files = before?.files ?? new Set();
    this.buildTime = before?.buildTime ?? 0;
    const time = Math.min(Math.max(restTime, this.buildTime), maxRestTime);
    void rest(time, this.signal).then(() => (this.isOver ? undefined : work()));
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  get isOver(): boolean {
    return this.#end.signal.aborted;
  }

  stop(): void {
    this.#end.abort();
  }
}
