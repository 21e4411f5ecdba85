import type { Report } from '../../base/diagnostics/report.ts';
import { escapeHtml } from '../../base/html.ts';
import type { AssetRef } from '../../model/source.ts';

/** The URL of a remote reference. */
export function remoteUrl(reference: string): URL | undefined {
  if (!/^(?:https?:)?\/\//i.test(reference)) return undefined;
  const absolute = reference.startsWith('//') ? `https:${reference}` : reference;
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}

/**
 * The address of a file on the web, if the user allows it.
 *
 * @param origins to which its origin is added, for the page's policy
 */
export function remoteAsset(
  url: URL,
  ref: AssetRef,
  allowRemote: boolean | undefined,
  origins: Set<string>,
  report: Report,
): string | undefined {
  if (!allowRemote) {
    const hint = 'download it and name the file, or let the build do so with --fetch-remote';
    report.add('image-remote', ref.span, 'this file is on the web; a deck carries its files', hint);
    return undefined;
  }
  // The origin becomes part of the page's policy, where some characters that a URL may contain have a meaning.
  if (!/^(?:[\w-]+(?:\.[\w-]+)*\.?|\[[\da-f:.]+\])$/i.test(url.hostname)) {
    const message = `"${ref.path}" has no valid host: ${url.hostname}`;
    report.add('image-remote', ref.span, message, 'write the host as in https://example.org/a.png');
    return undefined;
  }
  if (url.username !== '' || url.password !== '') return reportCredentials(ref, report);
  origins.add(url.origin);
  // Escaped for an attribute and for `url()` in styles.
  const href = url.href.replace(
    /['()\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return escapeHtml(href);
}

export function reportCredentials({ span }: AssetRef, report: Report): undefined {
  const message =
    'this address has a user name or a password, which everyone with the deck could read';
  report.add('image-remote', span, message, 'download the file and name it');
}
