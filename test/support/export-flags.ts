import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { browserFlags } from '../../src/6-export/browser/launch.ts';
import { removeFolder } from '../../src/6-export/browser/remove-folder.ts';
import { onEndOfProcess } from '../../src/base/end-of-process.ts';

/** Chromium's sandbox does not start as root, which is what containers run as. */
const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * What `lectern export` needs to start the tests' browser.
 *
 * @throws where there is none, with a line that says what to do
 */
export function ownBrowser(): readonly string[] {
  return ['--browser', browserFile(), ...sandboxFlags];
}

/**
 * What `lectern export` needs to connect to a browser that is started once for all tests of a worker:
 * starting one takes longer than most exports.
 *
 * @throws as {@link ownBrowser}
 */
export async function sharedBrowser(): Promise<readonly string[]> {
  started ??= startBrowser();
  return ['--browser-url', await started];
}

/** Files of a worker share their modules. */
let started: Promise<string> | undefined;

/** @returns the address of its socket */
function startBrowser(): Promise<string> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'lectern-export-'));
  const flags = ['--remote-debugging-port=0', `--user-data-dir=${profile}`, ...sandboxFlags];
  const browser = spawn(browserFile(), [...browserFlags, ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onEndOfProcess(() => {
    browser.kill('SIGKILL');
    removeFolder(profile);
  });
  return addressOf(browser);
}

function addressOf(browser: ChildProcess): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    browser.stderr?.on('data', (data) => {
      text += data;
      const address = /^DevTools listening on (ws:\S+)/m.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    browser.on('error', reject);
    browser.on('exit', () => reject(new Error(`the browser for exports has ended: ${text}`)));
  });
}

function browserFile(): string {
  const found = inject('browser');
  if ('problem' in found) throw new Error(found.problem);
  return found.path;
}
