import { createHash } from 'node:crypto';

/** A digest that tells apart `('ab', 'c')` and `('a', 'bc')`; 64 hexadecimal digits. */
export function hash(...inputs: readonly (string | Uint8Array)[]): string {
  const digest = createHash('sha256');
  for (const input of inputs) {
    digest.update(`${Buffer.byteLength(input)}\n`).update(input);
  }
  return digest.digest('hex');
}
