import { maxEditedText } from '../../base/files/edit/edited-file.ts';
import type { EditRequest } from './messages.ts';

/** Validates a request of the editor in the page; `undefined` if it is invalid. */
export function readEditRequest(value: Readonly<Record<string, unknown>>): EditRequest | undefined {
  const { type, token, file, id, version, of } = value;
  if (typeof token !== 'string') return undefined;
  if (type === 'close') return { type, token };
  if (type === 'edit') return isFileOrSlide(of) ? { type, token, of } : undefined;
  if (typeof file !== 'string') return undefined;
  const text = readText(value.text);
  if (type === 'draft' && typeof id === 'string' && id.length <= 64) {
    if (value.text === undefined) return { type, token, file, id };
    return text === undefined ? undefined : { type, token, file, id, text };
  }
  if (type === 'save' && typeof version === 'string' && text !== undefined) {
    return { type, token, file, text, version };
  }
  return undefined;
}

function isFileOrSlide(value: unknown): value is string | number {
  return typeof value === 'string' || (Number.isSafeInteger(value) && Number(value) >= 0);
}

/** Normalizes line ends to LF. */
function readText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > maxEditedText) return undefined;
  return value.replace(/\r\n?/g, '\n');
}
