import { Report } from '../../base/diagnostics/report.ts';
import { Inputs } from '../../base/inputs.ts';
import { reportInternalError } from '../../base/internal-error.ts';
import { BuildMemo } from '../../base/memo/memo.ts';
import type { BuildPage, LoadPipeline } from '../../base/pipeline.ts';
import { checkLive } from '../../check/live.ts';
import type { BuiltPage } from '../../model/page.ts';
import type { BuildOptions } from '../../model/source.ts';
import { rest } from '../text/rest.ts';
import type { DeckToBuild, WorkerAnswer, WorkerRequest } from './messages.ts';

/** Milliseconds without a change after a build before the deck is checked. */
const checkTime = 400;

/** Builds and checks decks for the process that has started this one, one after the other, until it ends. */
export function serveBuilds(loadPipeline: LoadPipeline): Promise<void> {
  const builds = new Builds(loadPipeline, (answer) => {
    if (process.connected) process.send?.(answer);
  });
  process.on('message', (request: WorkerRequest) => builds.handle(request));
  return new Promise((resolve) => process.on('disconnect', resolve));
}

class Builds {
  readonly #loadPipeline: LoadPipeline;
  readonly #answer: (answer: WorkerAnswer) => void;
  readonly #memos = new Map<string, BuildMemo>();
  readonly #running = new Map<number, AbortController>();
  /** Builds of a deck share a memo, and must not overlap. */
  #queue: Promise<void> = Promise.resolve();

  constructor(loadPipeline: LoadPipeline, answer: (answer: WorkerAnswer) => void) {
    this.#loadPipeline = loadPipeline;
    this.#answer = answer;
  }

  handle(request: WorkerRequest): void {
    switch (request.kind) {
      case 'build':
        void this.#run(request.id, request.deck);
        break;
      case 'stop':
        this.#running.get(request.id)?.abort();
        break;
      case 'forget':
        this.#memos.delete(request.file);
        break;
    }
  }

  async #run(id: number, { file, options, drafts }: DeckToBuild): Promise<void> {
    const end = new AbortController();
    const { signal } = end;
    this.#running.set(id, end);
    const report = new Report();
    const all = { ...options, drafts, share: false, isPreview: true, signal };
    const page = await this.#next(() => this.#build(file, all, report));
    if (page && !signal.aborted) {
      this.#answer({ kind: 'result', id, diagnostics: report.diagnostics });
      if (page !== 'none' && !report.hasErrors) {
        await rest(checkTime, signal);
        await this.#next(() => this.#check(id, file, all, page, report));
      }
    }
    this.#running.delete(id);
    this.#answer({ kind: 'end', id });
  }

  /** Runs work once that of the other builds is done. */
  #next<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  /** @returns `undefined` if the build was stopped, `none` if the deck cannot be read */
  async #build(
    file: string,
    options: BuildOptions & { readonly signal: AbortSignal },
    report: Report,
  ): Promise<BuiltPage | 'none' | undefined> {
    if (options.signal.aborted) return undefined;
    const buildPage: BuildPage<BuiltPage> = await this.#loadPipeline();
    const memo = this.#memos.get(file) ?? new BuildMemo();
    this.#memos.set(file, memo);
    memo.nextBuild();
    try {
      return (await buildPage(file, { ...options, memo }, report, new Inputs())) ?? 'none';
    } catch (error) {
      if (options.signal.aborted) return undefined;
      reportInternalError(error, 'building a deck for an editor', false, report);
      return 'none';
    }
  }

  async #check(
    id: number,
    file: string,
    options: BuildOptions & { readonly signal: AbortSignal },
    page: BuiltPage,
    report: Report,
  ): Promise<void> {
    const { signal } = options;
    if (signal.aborted) return;
    const memo = this.#memos.get(file);
    const planned = { deck: file, options: { ...options, ...(memo && { memo }) } };
    try {
      const judge = await checkLive(planned, page, signal);
      if (!judge || signal.aborted) return;
      const checked = judge([]).map(({ diagnostic }) => diagnostic);
      this.#answer({ kind: 'result', id, diagnostics: [...report.diagnostics, ...checked] });
    } catch (error) {
      if (signal.aborted) return;
      reportInternalError(error, 'checking a deck for an editor', false, report);
      this.#answer({ kind: 'result', id, diagnostics: report.diagnostics });
    }
  }
}
