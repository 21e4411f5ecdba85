import { parentPort } from 'node:worker_threads';
import { decode, toJpeg, toWebp } from './codecs.ts';
import type { Job, JobResult } from './job.ts';
import { applyOrientation, cropPixels, type Pixels } from './pixels.ts';
import { resize } from './resize.ts';

parentPort?.on('message', async ({ job, bytes }: { job: Job; bytes: Uint8Array }) => {
  parentPort?.postMessage(await run(job, bytes));
});

async function run(job: Job, bytes: Uint8Array): Promise<JobResult> {
  let image: Pixels;
  try {
    image = await decode(bytes, job.mime);
  } catch {
    return undefined;
  }
  const upright = applyOrientation(resize(image, job.width, job.height), job.orientation);
  const small = job.crop ? cropPixels(upright, job.crop) : upright;
  if (job.isRaw) return Uint8Array.from(small.data);
  if (job.mime === 'image/jpeg') return toJpeg(small, job);
  return toWebp(small, { quality: job.quality, isLossless: job.isDrawing });
}
