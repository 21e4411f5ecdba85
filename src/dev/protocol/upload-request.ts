import type { IncomingMessage } from 'node:http';
import { uploadPath } from './address.ts';
import type { Areas } from './areas.ts';
import { checkOrigin, type Refusal } from './permissions.ts';

/** An uploaded image, and the Markdown file next to which it is saved. */
export interface ImageUpload {
  /** The name of the deck, as in URLs. */
  readonly deck: string;
  /** As named in spans. */
  readonly file: string;
  /** The name of the uploaded file; not validated. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** The largest image that a deck may contain. */
const maxBytes = 25 * 1024 * 1024;

/** @param path in its area */
export function isUpload({ method }: IncomingMessage, path: string): boolean {
  return method === 'POST' && path === uploadPath;
}

/**
 * Reads an uploaded image: its bytes are the body, its names are in headers, which neither forms nor
 * pages of other sites can set.
 */
export async function readUpload(
  request: IncomingMessage,
  areas: Areas,
): Promise<ImageUpload | Refusal> {
  const refusal = checkOrigin(request) ?? checkToken(request, areas) ?? checkLength(request);
  if (refusal) return refusal;
  const [deck, file, name] = ['deck', 'file', 'name'].map((key) => readHeader(request, key));
  if (deck === undefined || file === undefined || name === undefined) {
    return { status: 400, reason: 'the names of the deck, its file and the image are required' };
  }
  const bytes = await readBody(request);
  return bytes ? { deck, file, name, bytes } : { status: 400, reason: 'the upload is incomplete' };
}

function checkToken({ headers }: IncomingMessage, areas: Areas): Refusal | undefined {
  if (areas.permissionOf(headers['x-lectern-token']) === 'write') return undefined;
  return { status: 403, reason: 'invalid token: reload the page' };
}

function checkLength({ headers }: IncomingMessage): Refusal | undefined {
  const length = headers['content-length'];
  if (length === undefined) return { status: 411, reason: 'a Content-Length is required' };
  if (Number(length) <= maxBytes) return undefined;
  return { status: 413, reason: 'the image is larger than 25 MB' };
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

/** Node ends the body at its `Content-Length`. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part as Buffer);
  } catch {
    return undefined;
  }
  return Buffer.concat(parts);
}
