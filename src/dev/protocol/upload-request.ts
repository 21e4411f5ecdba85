import type { IncomingMessage } from 'node:http';
import { type AuthSettings, checkOrigin, permissionOfToken, type Refusal } from './permissions.ts';

/** A picture, and the Markdown file that it is to lie beside. */
export interface ImageUpload {
  /** The name of the deck, as addresses say it. */
  readonly deck: string;
  /** As places name it. */
  readonly file: string;
  /** As the picture came; it may say anything. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** As large as a picture in a deck may be. */
const maxBytes = 25 * 1024 * 1024;

/** @param path decoded */
export function isUpload({ method }: IncomingMessage, path: string | undefined): boolean {
  return method === 'POST' && path === '/upload';
}

/**
 * Reads a picture that a page sends: in the body, with its names in headers, which no form and no page
 * of another site can set.
 */
export async function readUpload(
  request: IncomingMessage,
  auth: AuthSettings,
): Promise<ImageUpload | Refusal> {
  const refusal = checkOrigin(request) ?? checkToken(request, auth) ?? checkLength(request);
  if (refusal) return refusal;
  const [deck, file, name] = ['deck', 'file', 'name'].map((key) => readHeader(request, key));
  if (deck === undefined || file === undefined || name === undefined) {
    return { status: 400, reason: 'the names of the deck, its file and the picture are needed' };
  }
  const bytes = await readBody(request);
  return bytes ? { deck, file, name, bytes } : { status: 400, reason: 'the picture broke off' };
}

function checkToken({ headers }: IncomingMessage, auth: AuthSettings): Refusal | undefined {
  if (permissionOfToken(headers['x-lectern-token'], auth) === 'write') return undefined;
  return { status: 403, reason: 'reload the page: the server does not know it' };
}

function checkLength({ headers }: IncomingMessage): Refusal | undefined {
  const length = headers['content-length'];
  if (length === undefined) return { status: 411, reason: 'the length of the picture is needed' };
  if (Number(length) <= maxBytes) return undefined;
  return { status: 413, reason: 'the picture is larger than 25 MB' };
}

function readHeader({ headers }: IncomingMessage, key: string): string | undefined {
  const value = headers[`x-lectern-${key}`];
  if (typeof value !== 'string') return undefined;
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** Node ends a body at the length that its header says. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(parts);
}
