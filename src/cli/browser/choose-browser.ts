import type { BrowserSettings } from '../../6-export/browser/browser.ts';
import { UsageError } from '../usage-error.ts';

interface BrowserFlags {
  readonly browser?: string;
  readonly 'browser-url'?: string;
  readonly 'no-sandbox'?: boolean;
}

/** @throws {UsageError} if the address of the browser is invalid */
export function chooseBrowser(
  flags: BrowserFlags,
  environment: NodeJS.ProcessEnv,
): BrowserSettings {
  const file = flags.browser ?? environment.LECTERN_BROWSER;
  const url = flags['browser-url'];
  if (url !== undefined && !(/^(?:ws|http)s?:\/\//i.test(url) && URL.canParse(url))) {
    throw new UsageError('invalid address in --browser-url', 'it begins with ws:// or http://');
  }
  return {
    ...(file && { file }),
    ...(url !== undefined && { url }),
    sandbox: !(flags['no-sandbox'] || environment.LECTERN_NO_SANDBOX === '1'),
  };
}
