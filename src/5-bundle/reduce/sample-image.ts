import { planJob } from './plan-job.ts';
import type { Pixels } from './worker/pixels.ts';
import { runJob } from './worker-pool.ts';

/** On the longer side, in pixels: enough for the color of an area. */
const sampleSize = 64;
const wholeImage = { left: 0, top: 0, right: 0, bottom: 0 };

/** Decodes an upright, small copy of a JPEG, PNG or WebP. @returns `undefined` if that is not possible */
export async function sampleImage(bytes: Buffer, mime: string): Promise<Pixels | undefined> {
  const plan = planJob(bytes, mime, { max: sampleSize, quality: 100 }, wholeImage);
  if (typeof plan !== 'object') return undefined;
  const { width, height, orientation } = plan.job;
  const pixels = await runJob({ ...plan.job, isRaw: true }, bytes);
  if (!pixels) return undefined;
  const data = new Uint8ClampedArray(pixels);
  return orientation >= 5 ? { width: height, height: width, data } : { width, height, data };
}
