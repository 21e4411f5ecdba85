import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { UploadResult } from '../../../dev/protocol/messages.ts';
import type { EditorContext } from './editor-context.ts';
import { rangeOf } from './slides.ts';
import type { FileBuffer } from './text/file-buffer.ts';

/** The maximum size of an image in a deck. */
const maxBytes = 25 * 1024 * 1024;

/** Uploads an image next to a file of the deck. */
export async function uploadImage(
  image: File,
  file: string,
  { settings: { base, token, deck } }: EditorContext,
): Promise<UploadResult> {
  if (image.size > maxBytes) return { reason: 'it is larger than 25 MB' };
  try {
    const names = { deck, file, name: image.name || 'image' };
    const response = await fetch(`${base}/upload`, {
      method: 'POST',
      headers: {
        'X-Lectern-Token': token,
        ...Object.fromEntries(
          Object.entries(names).map(([key, name]) => [
            `X-Lectern-${key}`,
            encodeURIComponent(name),
          ]),
        ),
      },
      body: image,
    });
    if (!response.ok) return { reason: (await response.text()).trim() };
    return (await response.json()) as UploadResult;
  } catch {
    return { reason: 'the server cannot be reached, or it is not a file' };
  }
}

const fence = /^ {0,3}(`{3,}|~{3,})/;
const notes = /^(?:Notes?:(?:[ \t]|$)|:{3,} *\{?\.?notes\b)/;

/** The end of a slide's text, before its notes. */
function endOfSlide(state: EditorState, slide: number): number {
  const { from, to } = rangeOf(state, slide) ?? { from: 0, to: state.doc.length };
  let [end, open] = [from, ''];
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    // The separator belongs to the next slide.
    if (line.from === to && to < state.doc.length) break;
    if (open === '' && notes.test(line.text)) break;
    const [, mark = ''] = fence.exec(line.text) ?? [];
    if (open === '') open = mark;
    else if (mark.startsWith(open)) open = '';
    if (line.text.trim() !== '') end = line.to;
    at = line.to + 1;
  }
  return end;
}

/** Inserts images into a text and moves the cursor to the alt text of the first one. */
export function insertImages(
  buffer: FileBuffer,
  paths: readonly string[],
  slide: number | undefined,
): void {
  const { state } = buffer;
  const end = slide === undefined ? undefined : endOfSlide(state, slide);
  const range = end === undefined ? state.selection.main : { from: end, to: end };
  const before = end === undefined || state.doc.length === 0 ? '' : '\n\n';
  const insert = `${before}${paths.map((path) => `![](${path})`).join('\n\n')}`;
  const anchor = range.from + before.length + 2;
  const effects = EditorView.scrollIntoView(anchor, { y: 'nearest', yMargin: 48 });
  const { from, to } = range;
  buffer.dispatch({ changes: { from, to, insert }, selection: { anchor }, effects });
}
