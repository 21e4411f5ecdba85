import { type Element, readElement, segment } from '../formats/matroska.ts';
import { broken, type Damage, partial } from './kinds.ts';

/** Ids of elements. */
const [tracks, cluster] = [0x1654ae6b, 0x1f43b675];

/** Checks that there are tracks and frames, and no element is cut off. @throws RangeError */
export function checkWebm(bytes: Buffer): Damage | undefined {
  const header = readElement(bytes, 0);
  if (header.end > bytes.length) return broken('it ends within its header');
  const body = header.end < bytes.length ? readElement(bytes, header.end) : undefined;
  if (body?.id !== segment) return broken('it contains no film');
  const seen = new Set<number>();
  let isCut = Number.isFinite(body.end) && body.end > bytes.length;
  for (let at = body.inner; at < Math.min(body.end, bytes.length); ) {
    let element: Element;
    try {
      element = readElement(bytes, at);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      isCut = true;
      break;
    }
    seen.add(element.id);
    if (Number.isFinite(element.end) && element.end > bytes.length) isCut = true;
    // Of an unknown size: it ends somewhere where the next one begins.
    at = Number.isFinite(element.end) ? element.end : element.inner;
    if (!Number.isFinite(element.end) && element.id !== cluster) break;
  }
  if (!seen.has(tracks)) return broken('its header is missing');
  if (!seen.has(cluster)) return broken('it contains no film');
  return isCut ? partial('its end is missing') : undefined;
}
