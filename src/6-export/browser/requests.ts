import type { Parameters, Protocol } from './protocol.ts';

/** Nothing has this name: https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
export const pageAddress = 'https://deck.invalid/';

/** What a request is answered with; without an answer it is refused. */
type Answer = (url: string) => Parameters | undefined;

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
  let body: string | undefined = Buffer.from(html).toString('base64');
  await guard(protocol, sessionId, (url) => {
    if (url !== pageAddress || body === undefined) return undefined;
    const type = { name: 'Content-Type', value: 'text/html; charset=utf-8' };
    const answer = { responseCode: 200, responseHeaders: [type], body };
    body = undefined;
    return answer;
  });
  return pageAddress;
}

/** Stands before a tab, and before each frame and window that it opens. */
async function guard(protocol: Protocol, sessionId: string, answer: Answer): Promise<void> {
  protocol.on('Fetch.requestPaused', sessionId, ({ requestId, request }) => {
    const given = answer((request as { readonly url: string }).url);
    const [method, params] = given
      ? ['Fetch.fulfillRequest', given]
      : ['Fetch.failRequest', { errorReason: 'Aborted' }];
    // The tab may be closed, or gone, before it is told.
    protocol.call(method, { requestId, ...params }, sessionId).catch(() => {});
  });
  protocol.on('Target.attachedToTarget', sessionId, ({ sessionId: child }) => {
    // What cannot be guarded, such as a worker, stays as it is made: it waits.
    guard(protocol, String(child), () => undefined).catch(() => {});
  });
  await protocol.call('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId);
  const children = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await protocol.call('Target.setAutoAttach', children, sessionId);
  await protocol.call('Runtime.runIfWaitingForDebugger', {}, sessionId);
}
