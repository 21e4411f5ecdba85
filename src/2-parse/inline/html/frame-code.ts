import { encode } from 'uqr';
import { qrPaths, quietZone } from '../../../base/qr-path.ts';

/** The longest address, in bytes, whose code a phone can read off paper at the size of a box. */
const maxBytes = 200;

/** The QR code of the address of a page, which is shown in print only; empty for what no phone opens. */
export function frameCode(href: string): string {
  if (!/^https?:/i.test(href) || Buffer.byteLength(href) > maxBytes) return '';
  const { data } = encode(href, { ecc: 'L', boostEcc: true, border: 0 });
  const size = data.length + 2 * quietZone;
  const attributes = `class="frame-code" viewBox="0 0 ${size} ${size}" aria-hidden="true" shape-rendering="crispEdges"`;
  return `<svg ${attributes}>${qrPaths(data)}</svg>`;
}
