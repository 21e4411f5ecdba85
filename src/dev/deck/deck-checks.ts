import { checkLive } from '../../check/live.ts';
import type { Finding } from '../../check/finding.ts';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
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
  readonly #states = new Map<LiveDeck, CheckState>();

  constructor(options: DeckChecksOptions) {
    this.#options = options;
  }

  /** Checks a deck again once its author rests. */
  built({ deck, isShown }: Build): void {
    const state = this.#stateOf(deck);
    state.stop();
    if (!isShown) return;
    if (state.version !== deck.good?.version) state.shown = [];
    this.#start(deck, state, restTime);
  }

  /** Adds what a page has found. */
  add(deck: LiveDeck, version: string, findings: readonly PageFinding[]): void {
    if (version !== deck.good?.version) return;
    const state = this.#stateOf(deck);
    state.stop();
    state.version = version;
    state.shown = findings;
    this.#start(deck, state, 0);
  }

  close(): void {
    for (const state of this.#states.values()) state.stop();
  }

  #stateOf(deck: LiveDeck): CheckState {
    const state = this.#states.get(deck) ?? new CheckState();
    this.#states.set(deck, state);
    return state;
  }

  #start(deck: LiveDeck, state: CheckState, delay: number): void {
    const { signal } = state.start();
    state.timer = setTimeout(() => {
      this.#check(deck, state, signal).catch(this.#options.catchError);
    }, delay);
  }

  async #check(deck: LiveDeck, state: CheckState, signal: AbortSignal): Promise<void> {
    const page = deck.good?.page;
    if (!page) return;
    const { planned } = deck;
    const { drafts = new Map() } = planned.options;
    const all = await checkLive(planned, page, state.shown, signal);
    if (!all || signal.aborted) return;
    const findings = all.filter(({ diagnostic }) => diagnostic.severity !== 'note');
    const toText = this.#options.printer(drafts);
    deck.showFindings(findings.map((finding) => pageDiagnosticOf(finding, toText)));
    if (drafts.size > 0) return;
    this.#options.onFindings(
      deck.job.deck,
      findings.map(({ diagnostic }) => diagnostic),
    );
  }
}

/** What is known about a deck, and its check that is under way. */
class CheckState {
  /** The version of the deck that the page has checked. */
  version = '';
  shown: readonly PageFinding[] = [];
  timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  start(): AbortController {
    this.#running = new AbortController();
    return this.#running;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.#running?.abort();
  }
}

function pageDiagnosticOf(
  { diagnostic, slide, box }: Finding,
  toText: (diagnostic: Diagnostic) => string,
): PageDiagnostic {
  const { severity, message, hint, span } = diagnostic;
  return {
    severity: severity === 'error' ? 'error' : 'warning',
    text: toText(diagnostic),
    message,
    ...(hint !== undefined && { hint }),
    ...(span && { span }),
    ...(slide !== undefined && { slide: slide - 1 }),
    box: box ?? null,
  };
}
