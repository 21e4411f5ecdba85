import { createHash } from 'node:crypto';

/** What a page's policy must let through. */
interface PolicyNeeds {
  readonly scripts: readonly string[];
  readonly style: string;
  /** Origins of images, video and audio that are left on the web. */
  readonly origins: readonly string[];
}

/**
 * The page's Content-Security-Policy: its own scripts and styles by their hashes, what it carries as
 * `data:` URLs, and nothing else. Only `style` attributes are free.
 */
export function writePolicy({ scripts, style, origins }: PolicyNeeds): string {
  const media = ['data:', ...origins].join(' ');
  return [
    `default-src 'none'`,
    `script-src ${[...new Set(scripts.map(hashSource))].join(' ')}`,
    `style-src ${hashSource(style)}`,
    `style-src-attr 'unsafe-inline'`,
    `img-src ${media}`,
    'font-src data:',
    `media-src ${media}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join(';');
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
