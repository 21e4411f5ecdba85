import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { test } from '../support/browser/browser.ts';
import { compiledModule } from '../support/compiled.ts';
import { temporaryFolder } from '../support/files.ts';

interface TextDocument {
  readonly uri: { readonly scheme: string };
  readonly languageId: string;
  readonly fileName: string;
  readonly isDirty: boolean;
  getText(): string;
}

interface Preview {
  follow(hash: string): void;
  note(document: TextDocument): void;
}

type PreviewClass = new (
  file: string,
  program: { readonly command: string; readonly args: readonly string[] },
  cwd: string,
  onClose: () => void,
) => Preview;

/** Where a window of VS Code shows its panels. */
const panelAddress = 'https://panel.vscode-cdn.net/';

/** The preview of the extension, in a window whose panel is a page of a browser. */
async function openPreview(page: Page, file: string, cwd: string): Promise<Preview> {
  let html = '';
  let dispose = (): void => undefined;
  const shown = new Promise<void>((resolve) => {
    const webview = {
      set html(text: string) {
        html = text;
        if (text.includes('<iframe')) resolve();
      },
      postMessage: (message: object) => page.evaluate((data) => postMessage(data), message),
    };
    const panel = { webview, onDidDispose: (end: () => void) => (dispose = end) };
    Object.assign(vscode.window, { createWebviewPanel: () => panel });
  });
  const Preview = await loadPreview();
  const program = { command: process.execPath, args: [await compiledModule('src/cli.ts')] };
  const preview = new Preview(file, program, cwd, () => undefined);
  onTestFinished(() => dispose());
  await shown;
  await page.route(panelAddress, (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  // Other than VS Code, Chromium asks before a page of the web shows one of this machine.
  await page.context().grantPermissions(['local-network-access']);
  await page.goto(panelAddress);
  return preview;
}

const vscode = {
  window: {},
  workspace: { asRelativePath: (file: string) => path.basename(file), textDocuments: [] },
  env: { asExternalUri: async (uri: object) => uri },
  Uri: { parse: (text: string) => ({ toString: () => text }) },
  ViewColumn: { Beside: -2 },
};

async function loadPreview(): Promise<PreviewClass> {
  const { outputFiles } = await build({
    entryPoints: [path.join(packageRoot, 'editors/vscode/src/preview.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    write: false,
  });
  const loaded = { exports: {} as { readonly Preview: PreviewClass } };
  const load = createRequire(import.meta.url);
  const run = new Function('require', 'module', 'exports', outputFiles[0]?.text ?? '');
  run((name: string) => (name === 'vscode' ? vscode : load(name)), loaded, loaded.exports);
  return loaded.exports.Preview;
}

test('the preview shows what is saved, what is not, and the slide at the cursor', async ({
  browser,
}) => {
  const folder = temporaryFolder({
    'package.json': '{}',
    'slides/talk.md': '# Talk\n\n---\n\n## Two\n\n---\n\n## Three\n',
  });
  const file = path.join(folder, 'slides/talk.md');
  const page = await browser.openWindow();
  const preview = await openPreview(page, file, folder);
  const deck = page.frameLocator('iframe');
  const slide = (text: string) => deck.getByRole('heading', { name: text, exact: true });
  await slide('Talk').waitFor();
  const loads: string[] = [];
  page.on('framenavigated', (frame) => loads.push(frame.url()));

  preview.follow('#/3');
  await slide('Three').waitFor();
  preview.follow('#/2');
  await slide('Two').waitFor();
  const [before] = await deck.locator('html').evaluateAll(() => [performance.timeOrigin]);

  writeFileSync(file, readFileSync(file, 'utf8').replace('Two', 'Two, saved'));
  await slide('Two, saved').waitFor();

  const draft = (text: string, isDirty: boolean): TextDocument => ({
    uri: { scheme: 'file' },
    languageId: 'markdown',
    fileName: file,
    isDirty,
    getText: () => text,
  });
  preview.note(draft('# Talk\n\n---\n\n## Two, typed\n\n---\n\n## Three\n', true));
  await slide('Two, typed').waitFor();
  preview.note(draft('', false));
  await slide('Two, saved').waitFor();
  const [after] = await deck.locator('html').evaluateAll(() => [performance.timeOrigin]);
  expect(after).toBe(before);
  expect(loads.every((url) => /#\/\d$/.test(url))).toBe(true);
});
