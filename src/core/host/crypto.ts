/** What the stages use of `node:crypto`. */
import { sha256 } from '@noble/hashes/sha2.js';

interface Hash {
  update(data: string | Uint8Array): Hash;
  digest(encoding: 'hex' | 'base64'): string;
}

/** @param algorithm the only one in use is `sha256` */
export function createHash(algorithm: string): Hash {
  if (algorithm !== 'sha256') throw new Error(`the hash ${algorithm} is not available`);
  const state = sha256.create();
  const hash: Hash = {
    update: (data) => {
      state.update(typeof data === 'string' ? new TextEncoder().encode(data) : data);
      return hash;
    },
    digest: (encoding) => Buffer.from(state.digest()).toString(encoding),
  };
  return hash;
}
