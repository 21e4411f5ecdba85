import { Worker } from 'node:worker_threads';
import type { Diagnostic } from '../../base/diagnostics/diagnostic.ts';
import { Report } from '../../base/diagnostics/report.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import type { DeckToBuild, WorkerAnswer, WorkerRequest } from './messages.ts';

/** Milliseconds without an answer after which a worker is taken for hanging; a quarter of it for what was overtaken. */
const defaultPatience = 60_000;
/** How often a build is tried that ends its worker. */
const maxAttempts = 2;

/** What the worker is given, so that the command that it runs builds decks instead of serving an editor. */
export const builderRole = 'lectern-builder';

/** The program of this process in a worker thread. */
export function startBuilder(): Worker {
  return new Worker(process.argv[1] ?? '', {
    argv: process.argv.slice(2),
    workerData: builderRole,
    // The standard output of the process is the connection with the editor.
    stdout: true,
  });
}

interface Job {
  readonly deck: DeckToBuild;
  readonly notify: (diagnostics: readonly Diagnostic[]) => void;
  readonly resolve: () => void;
  readonly signal: AbortSignal;
  attempts: number;
}

/**
 * Builds and checks decks in a worker thread, so that requests are answered meanwhile. A worker that hangs or ends is
 * replaced by a new one, which builds again what was not finished.
 */
export class Builder {
  readonly #start: () => Worker;
  readonly #patience: number;
  readonly #jobs = new Map<number, Job>();
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(start: () => Worker = startBuilder, patience = defaultPatience) {
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
        this.#worker?.postMessage({ kind: 'stop', id } satisfies WorkerRequest);
        this.#watch();
      };
      signal.addEventListener('abort', stop, { once: true });
    });
  }

  /** Frees what is kept of a deck that nobody has open. */
  forget(file: string): void {
    this.#worker?.postMessage({ kind: 'forget', file } satisfies WorkerRequest);
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const { resolve } of this.#jobs.values()) resolve();
    this.#jobs.clear();
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }

  #send(id: number, deck: DeckToBuild): void {
    this.#worker ??= this.#create();
    this.#worker.postMessage({ kind: 'build', id, deck } satisfies WorkerRequest);
    if (this.#jobs.size === 1) this.#watch();
  }

  #create(): Worker {
    const worker = this.#start();
    worker.on('message', (answer: WorkerAnswer) => {
      if (worker === this.#worker) this.#receive(answer);
    });
    // Such as too little memory. The thread ends as well.
    worker.on('error', (error) => this.#replace(worker, error));
    worker.on('exit', () => this.#replace(worker, new Error('the worker has ended')));
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
      void worker.terminate();
    };
    this.#timer = setTimeout(late, patience);
  }

  #replace(worker: Worker, error: Error): void {
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
