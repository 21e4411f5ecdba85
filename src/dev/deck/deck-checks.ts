import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import type { Finding } from '../../check/finding.ts';
import { checkLive, type JudgeLive } from '../../check/live.ts';
import type { PageFinding } from '../../model/check.ts';
import type { PageDiagnostic } from '../protocol/messages.ts';
import type { Build, LiveDeck } from './live-deck.ts';

/** Milliseconds without a build before a deck is checked. */
const restTime = 1000;

interface DeckChecksOptions {
  /** Formats a diagnostic with its source line. */
  readonly printer: (drafts: ReadonlyMap<string, string>) => (diagnostic: Diagnostic) => string;
  readonly catchError: (error: unknown) => void;
  /** Called with the path of a deck and what was found in its files, and not in drafts. */
  readonly onFindings: (deck: string, diagnostics: readonly Diagnostic[]) => void;
}

/** Checks the decks of a session while nobody types, and shows what it finds in their pages. */
export class DeckChecks {
  readonly #options: DeckChecksOptions;
  readonly #checks = new Map<LiveDeck, DeckCheck>();

  constructor(options: DeckChecksOptions) {
    this.#options = options;
  }

  /** Checks a deck again once its author rests. */
  built({ deck, isShown }: Build): void {
    const before = this.#checks.get(deck);
    before?.stop();
    if (!isShown || !deck.shown || deck.shown.hasErrors) return;
    const { version } = deck.shown;
    // A build that changes nothing that is shown leaves what the page has found.
    const shown = before?.version === version ? before.shown : [];
    this.#checks.set(deck, new DeckCheck(deck, version, shown, this.#options));
  }

  /** Adds what a page has found. */
  add(deck: LiveDeck, version: string, findings: readonly PageFinding[]): void {
    const check = this.#checks.get(deck);
    if (check?.version === version) check.add(findings);
  }

  close(): void {
    for (const check of this.#checks.values()) check.stop();
  }
}

/** The check of a deck after a build. */
class DeckCheck {
  readonly version: string;
  /** What the page has found. */
  shown: readonly PageFinding[];
  readonly #deck: LiveDeck;
  readonly #options: DeckChecksOptions;
  readonly #end = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  #judge: JudgeLive | undefined;

  constructor(
    deck: LiveDeck,
    version: string,
    shown: readonly PageFinding[],
    options: DeckChecksOptions,
  ) {
    this.#deck = deck;
    this.version = version;
    this.shown = shown;
    this.#options = options;
    this.#timer = setTimeout(() => {
      this.#checkSource().catch(options.catchError);
    }, restTime);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#end.abort();
  }

  add(findings: readonly PageFinding[]): void {
    this.shown = findings;
    this.#show();
  }

  async #checkSource(): Promise<void> {
    const page = this.#deck.shown?.page;
    this.#judge = page && (await checkLive(this.#deck.planned, page, this.#end.signal));
    this.#show();
  }

  /** Whether the terminal has the same from the build, which has printed its diagnostics. */
  #isReported({ diagnostic: { code }, slide }: Finding): boolean {
    return code === 'slide-overfull' && slide !== undefined && this.#deck.isCrowded(slide);
  }

  /** Shows what was found once the source was checked. */
  #show(): void {
    if (!this.#judge || this.#end.signal.aborted) return;
    const all = this.#judge(this.shown);
    const findings = all.filter(({ diagnostic }) => diagnostic.severity !== 'note');
    const { drafts = new Map() } = this.#deck.planned.options;
    const toText = this.#options.printer(drafts);
    this.#deck.showFindings(findings.map((finding) => pageDiagnosticOf(finding, toText)));
    // The editor in the page shows what is found in drafts.
    if (drafts.size > 0) return;
    const added = findings.filter((finding) => !this.#isReported(finding));
    this.#options.onFindings(
      this.#deck.job.deck,
      added.map(({ diagnostic }) => diagnostic),
    );
  }
}

function pageDiagnosticOf(
  { diagnostic, slide, box }: Finding,
  toText: (diagnostic: Diagnostic) => string,
): PageDiagnostic {
  const { severity, code, message, hint, span } = diagnostic;
  return {
    severity: severity === 'error' ? 'error' : 'warning',
    code,
    text: toText(diagnostic),
    message,
    ...(hint !== undefined && { hint }),
    ...(span && { span }),
    ...(slide !== undefined && { slide: slide - 1 }),
    box: box ?? null,
  };
}
