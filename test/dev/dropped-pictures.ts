import type { Page } from 'playwright-core';

/** A dot of one colour. */
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
  [x, y] = [100, 300],
): Promise<void> {
  const file = { name, base64: bytes.toString('base64') };
  await page.evaluate(
    ([kind, { name, base64 }, x, y]) => {
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([content], name));
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
    [how, file, x ?? 0, y ?? 0] as const,
  );
}
