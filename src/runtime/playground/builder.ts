import type { PlaygroundAnswer, PlaygroundRequest } from '../../model/playground.ts';

/** The files of the deck, by path. */
export type DeckFiles = ReadonlyMap<string, string | Uint8Array>;

/** The time limit of a build in milliseconds. */
const longestBuild = 60_000;

/** Why nothing was built. */
export interface Unbuilt {
  readonly reason: string;
  /** Whether the worker did not start, or ended. */
  readonly isCrash: boolean;
}

const tooSlow: Unbuilt = {
  reason: 'The build took too long and was stopped. Simplify the text.',
  isCrash: false,
};

/** Builds decks in a worker, which is stopped when a build exceeds the time limit. */
export class Builder {
  #worker: Promise<Worker> | undefined;
  readonly #waiting = new Map<number, (answer: PlaygroundAnswer | Unbuilt) => void>();
  #builds = 0;

  /** A worker that crashes, as where memory is short, is tried again. */
  async build(
    deck: string,
    files: DeckFiles,
    preview: boolean,
  ): Promise<PlaygroundAnswer | Unbuilt> {
    const first = await this.#attempt(deck, files, preview);
    return 'isCrash' in first && first.isCrash ? this.#attempt(deck, files, preview) : first;
  }

  async #attempt(
    deck: string,
    files: DeckFiles,
    preview: boolean,
  ): Promise<PlaygroundAnswer | Unbuilt> {
    let worker: Worker;
    try {
      this.#worker ??= this.#start();
      worker = await this.#worker;
    } catch (error) {
      this.#worker = undefined;
      return crashed(error instanceof Error ? error.message : String(error));
    }
    this.#builds++;
    const id = this.#builds;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#stop(tooSlow), longestBuild);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      send(worker, { type: 'build', id, deck, files, preview });
    });
  }

  async #start(): Promise<Worker> {
    const code = await unpackText(payload('worker'));
    const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    const worker = new Worker(url);
    worker.addEventListener('message', ({ data }: MessageEvent<PlaygroundAnswer>) => {
      this.#waiting.get(data.id)?.(data);
      this.#waiting.delete(data.id);
    });
    worker.addEventListener('error', ({ message }) => this.#stop(crashed(message)));
    const [library, cache, esbuild] = ['library', 'cache', 'esbuild'].map(payload);
    send(worker, {
      type: 'start',
      library: library ?? '',
      cache: cache ?? '',
      esbuild: esbuild ?? '',
    });
    return worker;
  }

  /** Ends the worker; the next build starts another one. */
  #stop(why: Unbuilt): void {
    void this.#worker?.then((worker) => worker.terminate());
    this.#worker = undefined;
    for (const resolve of this.#waiting.values()) resolve(why);
    this.#waiting.clear();
  }
}

function crashed(message: string | undefined): Unbuilt {
  const reason = `The build has failed${message ? `: ${message}` : ''}. Change the text to try again, or use a current Chrome, Edge or Firefox.`;
  return { reason, isCrash: true };
}

function send(worker: Worker, request: PlaygroundRequest): void {
  worker.postMessage(request);
}

/** The licenses of what the page contains. */
export function readLicenses(): Promise<string> {
  return unpackText(payload('licenses'));
}

/** Data in the page, packed with gzip, in base64. */
function payload(name: string): string {
  return document.getElementById(`lectern-${name}`)?.textContent?.trim() ?? '';
}

async function unpackText(packed: string): Promise<string> {
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).text();
}
