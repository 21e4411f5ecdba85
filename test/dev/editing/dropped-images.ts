import type { Page } from 'playwright-core';

/** A dot of one color. */
export const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Another picture: bytes behind the end of one are not looked at. */
export const otherDot = Buffer.concat([dot, Buffer.from('more')]);

export const drawing = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
);

/** Drops a file on what is at a place of the window, as from the desktop; or pastes it where the focus is. */
export async function give(
  page: Page,
  how: 'drop' | 'paste',
  name: string,
  bytes: Buffer,
  {
    x = 100,
    y = 300,
    text,
  }: { readonly x?: number; readonly y?: number; readonly text?: string } = {},
): Promise<void> {
  const file = { name, base64: bytes.toString('base64') };
  await page.evaluate(
    ([kind, { name, base64 }, x, y, text]) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([content], name));
      if (text !== undefined) data.setData('text/plain', text);
      const deepest = (root: DocumentOrShadowRoot): Element | null => {
        const found = kind === 'drop' ? root.elementFromPoint(x, y) : root.activeElement;
        return found?.shadowRoot ? (deepest(found.shadowRoot) ?? found) : found;
      };
      const common = { bubbles: true, cancelable: true, composed: true };
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { ...common, dataTransfer: data, clientX: x, clientY: y })
          : new ClipboardEvent('paste', { ...common, clipboardData: data });
      deepest(document)?.dispatchEvent(event);
    },
    [how, file, x, y, text] as const,
  );
}
