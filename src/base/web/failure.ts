import { STATUS_CODES } from 'node:http';
import { NoAnswerError, PrivateServerError } from './request.ts';

/** Why an address gave no page. */
export interface Failure {
  readonly kind:
    | 'dead'
    /** Whether it is alive cannot be told from here. */
    | 'unknown'
    /** It is in a private network, and was not asked for. */
    | 'private';
  readonly reason: string;
  /** Whether a second attempt may succeed. */
  readonly mayPass?: true;
}

/** @param error as {@link request} throws it */
export function explainFailure(error: unknown, { hostname }: URL): Failure {
  if (error instanceof PrivateServerError) {
    return { kind: 'private', reason: `"${hostname}" is in a private network` };
  }
  if (error instanceof NoAnswerError) {
    return { kind: 'unknown', reason: 'the server does not answer in time', mayPass: true };
  }
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOTFOUND') return { kind: 'dead', reason: `there is no server "${hostname}"` };
  const certificate = certificateErrors[code];
  if (certificate)
    return { kind: 'dead', reason: `the certificate of "${hostname}" ${certificate}` };
  if (issuerErrors.includes(code)) {
    return {
      kind: 'unknown',
      reason: `the certificate of "${hostname}" is of an unknown authority`,
    };
  }
  const reason = failures[code] ?? `the connection fails${code && ` (${code})`}`;
  return { kind: 'unknown', reason, mayPass: true };
}

/** @param status of 400 or more */
export function explainStatus(status: number): Failure {
  const name = STATUS_CODES[status];
  const reason = `the server answers ${status}${name === undefined ? '' : ` (${name})`}`;
  return { kind: status === 404 || status === 410 ? 'dead' : 'unknown', reason };
}

/** The codes of OpenSSL and Node: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const certificateErrors: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  CERT_REVOKED: 'was revoked',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another server',
  HOSTNAME_MISMATCH: 'is for another server',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'was signed by itself',
};

/** Browsers look for a certificate that is missing in between; networks of companies put in their own. */
const issuerErrors: readonly string[] = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_UNTRUSTED',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

const failures: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the server refuses the connection',
  ECONNRESET: 'the server ends the connection',
  EAI_AGAIN: 'its name cannot be looked up now',
  EHOSTUNREACH: 'the server cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'the server does not answer in time',
};
