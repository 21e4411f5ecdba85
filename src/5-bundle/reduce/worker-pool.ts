import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Job, JobResult } from './worker/job.ts';
import { workerScript } from './worker-script.ts';

interface Task {
  readonly job: Job;
  readonly bytes: Uint8Array;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (error: Error) => void;
}

const maxWorkers = 4;

/**
 * The images of all builds in this process that wait for a worker. Each worker ends when none is left, so that
 * the memory of the decoded images is freed.
 */
const waiting: Task[] = [];
let running = 0;

/** Reduces an image in a worker. @returns `undefined` if it cannot be decoded */
export function runJob(job: Job, bytes: Uint8Array): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    waiting.push({ job, bytes, resolve, reject });
    if (running < Math.min(availableParallelism(), maxWorkers)) void startWorker();
  });
}

async function startWorker(): Promise<void> {
  running++;
  let worker: Worker | undefined;
  for (let task = waiting.shift(); task; task = waiting.shift()) {
    try {
      worker ??= await createWorker();
      const result = await runIn(worker, task);
      task.resolve(result);
      if (result) continue;
      // A codec that failed is in no state for the next image.
      await worker.terminate();
      worker = undefined;
    } catch (error) {
      worker = undefined;
      task.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }
  running--;
  await worker?.terminate();
}

/** Node's module is loaded here, as it takes 2 ms and most decks have no large images. */
async function createWorker(): Promise<Worker> {
  const { Worker } = await import('node:worker_threads');
  return new Worker(await workerScript(), { eval: true });
}

function runIn(worker: Worker, { job, bytes }: Task): Promise<JobResult> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (result: JobResult) => {
      worker.off('error', reject);
      resolve(result);
    });
    worker.postMessage({ job, bytes });
  });
}
