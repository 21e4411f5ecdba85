import type { BrowserSettings } from '../../6-export/browser/browser.ts';
import { UsageError } from '../usage-error.ts';

/** The options of commands that use a browser. */
export const browserOptions = {
  browser: { type: 'string', value: 'FILE', help: 'path of the Chrome, Chromium or Edge to use' },
  'browser-url': {
    type: 'string',
    value: 'URL',
    help: 'a running browser to connect to: ws://… or http://…',
  },
  'no-sandbox': { type: 'boolean', help: 'start the browser without its sandbox' },
} as const;

export interface BrowserFlags {
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
