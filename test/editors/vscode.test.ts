import { readFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { PageProxy } from '../../editors/vscode/src/page-proxy.ts';
import { findProgram } from '../../editors/vscode/src/program.ts';
import { packageRoot } from '../../src/base/files/package-root.ts';
import { jsonSchema } from '../../src/schema/schemas.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

const folder = path.join(packageRoot, 'editors/vscode');
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** The extension, with these modules in place of those of VS Code. */
async function loadExtension(modules: Readonly<Record<string, object>>) {
  const { outputFiles } = await build({
    entryPoints: [path.join(folder, 'src/extension.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: Object.keys(modules),
    write: false,
  });
  const loaded = {
    exports: {} as { activate(context: object): Promise<void>; deactivate(): Promise<void> },
  };
  const load = createRequire(import.meta.url);
  const run = new Function('require', 'module', 'exports', outputFiles[0]?.text ?? '');
  run((name: string) => modules[name] ?? load(name), loaded, loaded.exports);
  return loaded.exports;
}

test('the extension registers the commands of its manifest, and starts the server of the project', async () => {
  const project = temporaryFolder({ 'node_modules/lectern/lib/cli.cjs': '' });
  const registered: string[] = [];
  const started: unknown[] = [];
  const nothing = () => ({ dispose: () => undefined });
  class LanguageClient {
    constructor(_id: string, _name: string, server: object) {
      started.push(server);
    }
    async start() {}
    async stop() {}
  }
  const vscode = {
    commands: {
      registerCommand: (name: string) => registered.push(name),
      executeCommand: async () => undefined,
    },
    window: { onDidChangeActiveTextEditor: nothing, onDidChangeTextEditorSelection: nothing },
    workspace: {
      onDidChangeTextDocument: nothing,
      onDidSaveTextDocument: nothing,
      onDidCloseTextDocument: nothing,
      workspaceFolders: [{ uri: { fsPath: project } }],
      getConfiguration: () => ({ get: () => undefined }),
    },
  };
  const languageClient = { LanguageClient, TransportKind: { stdio: 0 } };
  const extension = await loadExtension({ vscode, 'vscode-languageclient/node': languageClient });
  await extension.activate({ subscriptions: [] });
  await extension.deactivate();
  const contributed: readonly { command: string }[] = manifest.contributes.commands;
  expect(registered.sort()).toEqual(contributed.map(({ command }) => command).sort());
  const main = path.join(project, 'node_modules/lectern/lib/cli.cjs');
  expect(started).toMatchObject([{ command: 'node', args: [main, 'lsp', '--stdio'] }]);
});

test('the manifest names commands, files and settings that exist', () => {
  const { commands, menus, keybindings, grammars, jsonValidation } = manifest.contributes;
  const names = commands.map(({ command }: { command: string }) => command);
  const used = [...Object.values<{ command: string }[]>(menus).flat(), ...keybindings];
  for (const { command } of used) expect(names).toContain(command);
  for (const { path: file } of grammars) JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
  const [{ url }] = jsonValidation;
  const schema = JSON.parse(readFileSync(path.join(folder, url), 'utf8'));
  expect(schema).toEqual(JSON.parse(JSON.stringify(jsonSchema('config'))));
});

test('a program that the user names is used, or else npx', () => {
  const project = temporaryFolder();
  const file = path.join(project, 'a.md');
  expect(findProgram(file, ['my', 'lectern'])).toEqual({ command: 'my', args: ['lectern'] });
  expect(findProgram(file, []).args).toEqual(['--yes', 'lectern']);
  writeFiles(project, { 'node_modules/lectern/lib/cli.cjs': '' });
  expect(findProgram(file, []).command).toBe('node');
});

test('the panel reaches pages that need a cookie, and nobody else does', async () => {
  const seen: unknown[] = [];
  const server = createServer(({ headers, url }, response) => {
    seen.push([url, headers.cookie ?? '', headers.host]);
    response.writeHead(200, {
      'Set-Cookie': 'token=x; HttpOnly',
      'Content-Security-Policy': "frame-ancestors 'self'",
    });
    response.end('page');
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { headers }) =>
    socket.send(`${headers.cookie} ${headers.origin}`),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const proxy = new PageProxy({ url: new URL(`http://${host}/talk/`), cookie: 'token=w' });
  onTestFinished(() => {
    proxy.close();
    sockets.close();
    server.close();
  });
  const address = new URL(proxy.addressAt(`http://127.0.0.1:${await proxy.listen()}/`) ?? '');
  expect(proxy.addressAt('https://example-1234.app.github.dev/')).toBeUndefined();
  const read = (url: string, name: string) =>
    new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      get(`http://127.0.0.1:${address.port}${url}`, { headers: { host: name } }, (response) => {
        response.resume();
        resolve([response.statusCode, response.headers['content-security-policy']?.toString()]);
      }).on('error', reject);
    });
  const [status, policy] = await read('/talk/', address.host);
  expect([status, policy]).toEqual([200, expect.stringContaining('vscode-webview:')]);
  await read('/script.js', address.host);
  expect(seen).toEqual([
    ['/talk/', 'token=w', host],
    ['/script.js', 'token=x', host],
  ]);
  expect(await read('/talk/', `127.0.0.1:${address.port}`)).toEqual([421, undefined]);
  const socket = new WebSocket(`ws://127.0.0.1:${address.port}/live`, {
    headers: { host: address.host, origin: address.origin },
  });
  const said = await new Promise((resolve, reject) => {
    socket.on('message', (data) => resolve(String(data)));
    socket.on('error', reject);
  });
  socket.close();
  expect(said).toBe(`token=x http://${host}`);
});
