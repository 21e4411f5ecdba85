import { createHash } from 'node:crypto';

/** What the policy of a page must allow. */
interface PolicyNeeds {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Origins of remote images, video and audio. */
  readonly origins: readonly string[];
}

/**
 * The page's Content-Security-Policy: allows its own scripts and styles by their hashes and
 * embedded `data:` URLs, and nothing else. Only `style` attributes are not restricted.
 */
export function writePolicy({ scripts, styles, origins }: PolicyNeeds): string {
  const media = ['data:', ...origins].join(' ');
  return [
    `default-src 'none'`,
    `script-src ${[...new Set(scripts.map(hashSource))].join(' ')}`,
    `style-src ${styles.map(hashSource).join(' ')}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src ${media}`,
    'font-src data:',
    `media-src ${media}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join(';');
}

/** The source of a policy that allows a script or style with this text. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
