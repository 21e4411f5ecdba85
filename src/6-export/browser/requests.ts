import type { Parameters, Protocol } from './protocol.ts';

/** A reserved name that never resolves: https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
export const pageAddress = 'https://deck.invalid/';

/** The response to a request; `undefined` rejects it. */
type Answer = (url: string) => Parameters | undefined;

/**
 * Serves one file to a tab, once, and refuses every other request: to the web, the local network and
 * the disk.
 *
 * @returns the address of the file
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

/** Intercepts the requests of a tab, and of each frame and window that it opens. */
async function guard(protocol: Protocol, sessionId: string, answer: Answer): Promise<void> {
  protocol.on('Fetch.requestPaused', sessionId, ({ requestId, request }) => {
    const given = answer((request as { readonly url: string }).url);
    const [method, params] = given
      ? ['Fetch.fulfillRequest', given]
      : ['Fetch.failRequest', { errorReason: 'Aborted' }];
    // The tab may be closed before it receives the answer.
    protocol.call(method, { requestId, ...params }, sessionId).catch(() => {});
  });
  protocol.on('Target.attachedToTarget', sessionId, ({ sessionId: child }) => {
    // Targets without request interception, such as workers, stay paused.
    guard(protocol, String(child), () => undefined).catch(() => {});
  });
  await protocol.call('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, sessionId);
  const children = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true };
  await protocol.call('Target.setAutoAttach', children, sessionId);
  await protocol.call('Runtime.runIfWaitingForDebugger', {}, sessionId);
}
