import { lookup as resolve } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { packageInfo } from '../package-info.ts';
import { isPrivateHost, isPrivateIp } from './private-address.ts';

/** The answer of a server, without its content. */
export interface Answer {
  readonly status: number;
  /** Of a redirect, as the server wrote it. */
  readonly location?: string;
  readonly retryAfter?: string;
}

export interface RequestLimits {
  /** Milliseconds until an answer must be there. */
  readonly timeout: number;
  /** Whether servers in private networks may be asked. */
  readonly allowsPrivate: boolean;
}

/** A server that is not asked, as it is in a private network. */
export class PrivateServerError extends Error {}

/** A server that has not answered in time. */
export class NoAnswerError extends Error {}

/** Of the answers before the one that counts, such as "100 Continue". Servers send none or a few. */
const maxEarlyAnswers = 20;

/**
 * Sends a request, and closes the connection once the status is known.
 *
 * @throws as {@link send} does
 */
export function request(
  method: 'HEAD' | 'GET',
  url: URL,
  { timeout, allowsPrivate }: RequestLimits,
): Promise<Answer> {
  const signal = AbortSignal.timeout(timeout);
  const purpose = 'link check';
  return send({ method, url, purpose, allowsPrivate, signal }, async (response) => {
    response.destroy();
    return answerOf(response);
  });
}

export function answerOf({ statusCode = 0, headers }: IncomingMessage): Answer {
  return {
    status: statusCode,
    ...(headers.location !== undefined && { location: headers.location }),
    ...(headers['retry-after'] !== undefined && { retryAfter: headers['retry-after'] }),
  };
}

interface Sending {
  readonly method: 'HEAD' | 'GET';
  readonly url: URL;
  /** For those who read the logs of the server. */
  readonly purpose: string;
  readonly allowsPrivate: boolean;
  /** Ends the request, which then throws a {@link NoAnswerError}. */
  readonly signal: AbortSignal;
  /** Milliseconds without any data after which the request ends in the same way. */
  readonly idle?: number;
}

/**
 * Sends a request without cookies and credentials.
 *
 * @param read the answer
 * @throws {PrivateServerError}
 * @throws {NoAnswerError}
 * @throws {NodeJS.ErrnoException} if there is no connection
 */
export function send<T>(
  { method, url, purpose, allowsPrivate, signal, idle }: Sending,
  read: (response: IncomingMessage) => Promise<T>,
): Promise<T> {
  if (!allowsPrivate && isPrivateHost(url.hostname)) {
    return Promise.reject(new PrivateServerError());
  }
  const { protocol, hostname, port, pathname, search } = url;
  const options: https.RequestOptions = {
    method,
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    path: pathname + search,
    headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': userAgent(purpose) },
    signal,
    ...(!allowsPrivate && !hasProxy(protocol) && { lookup: lookUpPublic }),
  };
  return new Promise((done, fail) => {
    const receive = (response: IncomingMessage) => read(response).then(done, explain);
    const sent = (protocol === 'https:' ? https : http).request(options, receive);
    // Without a listener, Node closes the connection to a server that changes the protocol, and reports nothing.
    sent.on('upgrade', receive);
    let earlyAnswers = 0;
    sent.on('information', () => {
      if (++earlyAnswers > maxEarlyAnswers) end();
    });
    let isSilent = false;
    const explain = (error: unknown) =>
      fail(signal.aborted || isSilent ? new NoAnswerError() : error);
    const end = () => {
      isSilent = true;
      sent.destroy();
    };
    sent.on('error', explain);
    if (idle !== undefined) sent.setTimeout(idle, end);
    sent.end();
  });
}

function userAgent(purpose: string): string {
  const { version, issuesUrl } = packageInfo();
  return `lectern/${version} (${purpose}; ${issuesUrl})`;
}

/** The address is checked when it is connected to: a name may lead elsewhere a moment after it was looked up. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return callback(error, '', 0);
    const addresses = found.filter(({ address }) => !isPrivateIp(address));
    const [first] = addresses;
    if (!first) callback(new PrivateServerError(), '', 0);
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Whether Node sends requests to a proxy, which then looks names up itself. */
function hasProxy(protocol: string): boolean {
  const flag = '--use-env-proxy';
  const { env, execArgv, allowedNodeEnvironmentFlags } = process;
  const isOn =
    env.NODE_USE_ENV_PROXY === '1' ||
    execArgv.includes(flag) ||
    (env.NODE_OPTIONS?.split(/\s+/).includes(flag) ?? false);
  const name = `${protocol.slice(0, -1)}_proxy`;
  const proxy = env[name] ?? env[name.toUpperCase()];
  return isOn && allowedNodeEnvironmentFlags.has(flag) && Boolean(proxy);
}
