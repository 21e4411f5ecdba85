import type { Protocol } from './protocol.ts';

/** Nothing has this name: https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
const address = 'https://deck.invalid/';

/** The address of a page in a tab; what its links name beside it is below. */
export const pageAddress: string = address;

/**
 * Lets a tab have one file, once, and nothing else, be it on the web, in the machine's own network or
 * on its disk: a page from the web may not even ask for a file.
 *
 * @returns the file's address
 */
export async function serveOnly(
  html: string,
  protocol: Protocol,
  sessionId: string,
): Promise<string> {
  const call = (method: string, params: Record<string, unknown>) =>
    // The tab may be closed, or gone, before it is told.
    protocol.call(method, params, sessionId).catch(() => {});
  let body: string | undefined = Buffer.from(html).toString('base64');
  protocol.on('Fetch.requestPaused', sessionId, ({ requestId, request }) => {
    const { url } = request as { readonly url: string };
    if (url !== address || body === undefined) {
      void call('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const type = { name: 'Content-Type', value: 'text/html; charset=utf-8' };
    const answer = { requestId, responseCode: 200, responseHeaders: [type], body };
    body = undefined;
    void call('Fetch.fulfillRequest', answer);
  });
  await protocol.call('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId);
  // Frames and workers of other origins, and windows, stay as they are made: empty.
  const windows = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await protocol.call('Target.setAutoAttach', windows, sessionId);
  return address;
}
