import { cacheEntry } from '../../base/cache/cache.ts';
import type { ImageSettings } from '../../model/front-matter.ts';
import { FileContent } from '../assets/file-contents.ts';
import { addProfile } from './color-profile.ts';
import { isReducible, type Plan, planJob } from './plan-job.ts';
import type { Crop } from './worker/job.ts';
import { runJob } from './worker-pool.ts';
import { reductionFingerprint } from './worker-script.ts';

/** An image as the page shows it. */
export interface Reduced {
  readonly content: FileContent;
  /** As in `image/webp`. */
  readonly mime: string;
  /** Why the image stays as it is though it is large, as in "it is damaged". */
  readonly problem?: string;
}

const reductions = new WeakMap<FileContent, Map<string, Promise<Reduced>>>();

/**
 * Scales a large JPEG, PNG or WebP down and encodes it again: JPEG as JPEG, the others as WebP. Its orientation
 * is applied, its color profile stays, other metadata is omitted. What is animated, or would not become
 * smaller, stays as it is. Computed once for each content, and cached.
 *
 * @param mime the type of the image
 * @param settings without them, every image stays as it is
 */
export function reduceImage(
  content: FileContent,
  mime: string,
  settings: ImageSettings | undefined,
): Promise<Reduced> {
  if (!settings || !isReducible(mime)) return Promise.resolve({ content, mime });
  const known = reductions.get(content) ?? new Map<string, Promise<Reduced>>();
  reductions.set(content, known);
  const key = JSON.stringify([mime, settings.max, settings.quality]);
  const reduction = known.get(key) ?? reduce(content, mime, settings);
  known.set(key, reduction);
  return reduction;
}

async function reduce(
  content: FileContent,
  mime: string,
  settings: ImageSettings,
): Promise<Reduced> {
  const plan = planJob(content.bytes, mime, settings);
  if (plan === undefined) return { content, mime };
  if (typeof plan === 'string') return { content, mime, problem: plan };
  const result = await cachedJob(plan, content.bytes);
  if (!result) return { content, mime, problem: 'it is damaged, or takes too much memory' };
  if (result.length >= content.bytes.length) return { content, mime };
  return { content: new FileContent(result), mime: resultType(mime) };
}

/** The quality of an image that is encoded again only to cut something off. */
const cropSettings = { max: Number.POSITIVE_INFINITY, quality: 92 };

/**
 * The type of an image when parts of it are cut off: JPEG stays JPEG, PNG and WebP become WebP.
 *
 * @returns `undefined` if that is not possible: it has another type, is animated, or its colors would be lost
 */
export function croppedType(bytes: Buffer, mime: string, crop: Crop): string | undefined {
  const plan = planJob(bytes, mime, cropSettings, crop);
  return typeof plan === 'object' ? resultType(mime) : undefined;
}

/** Cuts off parts of an image that has a {@link croppedType}. @returns `undefined` if it is damaged */
export async function cropImage(
  bytes: Buffer,
  mime: string,
  crop: Crop,
): Promise<Buffer | undefined> {
  const plan = planJob(bytes, mime, cropSettings, crop);
  return typeof plan === 'object' ? cachedJob(plan, bytes) : undefined;
}

function resultType(mime: string): string {
  return mime === 'image/jpeg' ? 'image/jpeg' : 'image/webp';
}

async function cachedJob({ job, profile }: Plan, bytes: Buffer): Promise<Buffer | undefined> {
  const entry = cacheEntry('image', [reductionFingerprint(), JSON.stringify(job), bytes]);
  const known = entry.readBytes();
  if (known) return known;
  const result = await runJob(job, bytes);
  if (!result) return undefined;
  const encoded = Buffer.from(result);
  const finished = profile ? addProfile(encoded, resultType(job.mime), profile) : encoded;
  entry.write(finished);
  return finished;
}
