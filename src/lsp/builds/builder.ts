import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import type { DeckToBuild, WorkerAnswer, WorkerRequest } from './messages.ts';

/** Milliseconds without an answer after which a process is taken for hanging; a quarter of it for what was overtaken. */
const defaultPatience = 60_000;
/** How often a build is tried that ends its process. */
const maxAttempts = 2;

/** Set for a process that builds decks instead of serving an editor; no setting of users. */
export const builderVariable = 'lectern_lsp_builder';

/** How much builds give way to answers; see `nice`. */
const builderPriority = 5;

/** Runs the program of this process again. */
export function startBuilder(): ChildProcess {
  const child = fork(process.argv[1] ?? '', ['lsp'], {
    env: { ...process.env, [builderVariable]: '1' },
    serialization: 'advanced',
    // The standard streams of this process are the connection with the editor.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    if (child.pid !== undefined) setPriority(child.pid, builderPriority);
  } catch {
    // Some systems do not permit it.
  }
  return child;
}

interface Job {
  readonly deck: DeckToBuild;
  readonly notify: (diagnostics: readonly Diagnostic[]) => void;
  readonly resolve: () => void;
  readonly signal: AbortSignal;
  attempts: number;
}

/**
 * Builds and checks decks in a process of its own, so that requests are answered meanwhile. A process that hangs or ends is
 * replaced by a new one, which builds again what was not finished.
 */
export class Builder {
  readonly #start: () => ChildProcess;
  readonly #patience: number;
  readonly #jobs = new Map<number, Job>();
  #worker: ChildProcess | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(start: () => ChildProcess = startBuilder, patience = defaultPatience) {
    this.#start = start;
    this.#patience = patience;
  }

  /**
   * @param notify called with the diagnostics of the build, and again with those of the check
   * @param signal ends the build between two stages
   * @returns resolves once it is finished or has been ended
   */
  build(
    deck: DeckToBuild,
    notify: (diagnostics: readonly Diagnostic[]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#jobs.set(id, {
        deck,
        resolve,
        signal,
        attempts: 0,
        notify: (diagnostics) => (signal.aborted ? undefined : notify(diagnostics)),
      });
      this.#send(id, deck);
      const stop = (): void => {
        if (!this.#jobs.has(id)) return;
        this.#worker?.send({ kind: 'stop', id } satisfies WorkerRequest);
        this.#watch();
      };
      signal.addEventListener('abort', stop, { once: true });
    });
  }

  /** Frees what is kept of a deck that nobody has open. */
  forget(file: string): void {
    this.#worker?.send({ kind: 'forget', file } satisfies WorkerRequest);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const { resolve } of this.#jobs.values()) resolve();
    this.#jobs.clear();
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.kill('SIGKILL');
  }

  #send(id: number, deck: DeckToBuild): void {
    this.#worker ??= this.#create();
    this.#worker.send({ kind: 'build', id, deck } satisfies WorkerRequest);
    if (this.#jobs.size === 1) this.#watch();
  }

  #create(): ChildProcess {
    const worker = this.#start();
    worker.on('message', (answer: WorkerAnswer) => {
      if (worker === this.#worker) this.#receive(answer);
    });
    worker.on('error', (error) => this.#replace(worker, error));
    // Such as too little memory.
    worker.on('exit', (code, signal) => {
      this.#replace(worker, new Error(`the process ended with ${signal ?? code}`));
    });
    return worker;
  }

  #receive(answer: WorkerAnswer): void {
    const job = this.#jobs.get(answer.id);
    if (answer.kind === 'result') job?.notify(answer.diagnostics);
    else {
      this.#jobs.delete(answer.id);
      job?.resolve();
    }
    this.#watch();
  }

  /** Waits for the next answer, if there is one to come. */
  #watch(): void {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    if (this.#jobs.size === 0 || !worker) return;
    const isOvertaken = [...this.#jobs.values()].some(({ signal }) => signal.aborted);
    const patience = isOvertaken ? this.#patience / 4 : this.#patience;
    const late = (): void => {
      this.#replace(worker, new Error(`no answer in ${patience / 1000} seconds`));
      worker.kill('SIGKILL');
    };
    this.#timer = setTimeout(late, patience);
  }

  #replace(worker: ChildProcess, error: Error): void {
    if (worker !== this.#worker) return;
    clearTimeout(this.#timer);
    this.#worker = undefined;
    const unfinished = [...this.#jobs];
    this.#jobs.clear();
    for (const [id, job] of unfinished) {
      if (!job.signal.aborted && ++job.attempts < maxAttempts) {
        this.#jobs.set(id, job);
        this.#send(id, job.deck);
        continue;
      }
      const report = new Report();
      reportInternalError(error, 'building a deck for an editor', false, report);
      job.notify(report.diagnostics);
      job.resolve();
    }
  }
}
