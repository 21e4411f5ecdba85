import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { builderVariable } from '../../src/lsp/builds/builder.ts';
import { compiledModule } from '../support/compiled.ts';
import { writeFiles } from '../support/files.ts';

type Edit = { readonly range: Range; readonly newText: string };
interface Place {
  readonly line: number;
  readonly character: number;
}
interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** Has a server, but not the process that builds for it, say how much processor time it has taken. */
const clock = `if (!process.env.${builderVariable}) {
  process.on('message', () => process.send(process.cpuUsage()));
}`;

/** An editor that is connected to `lectern lsp`, with a folder of its own. */
export class Editor {
  readonly folder: string;
  readonly connection: ReturnType<typeof createProtocolConnection>;
  readonly published = new Map<string, readonly Diagnostic[]>();
  readonly applied: unknown[] = [];
  /** What the editor is asked to show. */
  readonly messages: string[] = [];
  /** Resolves with the exit code of the server. */
  readonly #ended: Promise<number | null>;
  readonly #waiting = new Set<() => void>();
  readonly #texts = new Map<string, { version: number; text: string }>();
  readonly #child: ChildProcess;

  private constructor(folder: string, connection: Editor['connection'], child: ChildProcess) {
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
    // A server that ends while something is asked would otherwise never answer.
    void this.#ended.then(() => connection.dispose());
    this.#child = child;
    this.folder = folder;
    this.connection = connection;
    connection.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => {
        this.published.set(params.uri, params.diagnostics);
        for (const notify of this.#waiting) notify();
      },
    );
    connection.onNotification('window/showMessage', ({ message }) => {
      this.messages.push(message);
    });
    connection.onRequest('workspace/applyEdit', ({ edit }) => {
      this.applied.push(edit);
      return { applied: true };
    });
    connection.onRequest('client/registerCapability', () => null);
  }

  /** Starts a server for a folder with these files. */
  static async start(files: Readonly<Record<string, string>>): Promise<Editor> {
    const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lectern-editor-')));
    writeFiles(folder, { 'package.json': '{}', ...files });
    const cli = await compiledModule('src/cli.ts');
    const preload = `data:text/javascript,${encodeURIComponent(clock)}`;
    const args = ['--import', preload, cli, 'lsp', '--stdio'];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
    if (!child.stdout || !child.stdin) throw new Error('the server has no streams');
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const editor = new Editor(folder, connection, child);
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true } },
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'project' }],
    });
    await connection.sendNotification('initialized', {});
    return editor;
  }

  /** The processor time that the server has taken, in microseconds. */
  async processorTime(): Promise<number> {
    this.#child.send('clock');
    const [{ user, system }] = (await once(this.#child, 'message')) as [NodeJS.CpuUsage];
    return user + system;
  }

  /** Ends the server as editors do. @returns its exit code */
  async close(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const exitCode = await this.#ended;
    rmSync(this.folder, { recursive: true, force: true });
    return exitCode;
  }

  uri(name: string): string {
    return name.includes(':') ? name : pathToFileURL(path.join(this.folder, name)).href;
  }

  /** Opens a file as it is on disk, or with another text. */
  async open(
    name: string,
    text = readFileSync(path.join(this.folder, name), 'utf8'),
  ): Promise<void> {
    const uri = this.uri(name);
    this.#texts.set(uri, { version: 1, text });
    const languageId = /\.(?:md|qmd)$|^untitled:/.test(name) ? 'markdown' : 'plaintext';
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces the whole text. */
  async write(name: string, text: string): Promise<void> {
    const uri = this.uri(name);
    const version = (this.#texts.get(uri)?.version ?? 0) + 1;
    this.#texts.set(uri, { version, text });
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  textOf(name: string): string {
    return this.#texts.get(this.uri(name))?.text ?? '';
  }

  /** Asks about the place at which `|` would be in the text that `marked` is, or about the end of it. */
  async ask<T>(method: string, name: string, marked = '', more: object = {}): Promise<T> {
    const textDocument = { uri: this.uri(name) };
    const position = this.#placeOf(name, marked);
    return this.connection.sendRequest(`textDocument/${method}`, {
      textDocument,
      position,
      ...more,
    });
  }

  #placeOf(name: string, marked: string): Place {
    const text = this.textOf(name);
    const plain = marked.replace('|', '');
    const mark = marked.includes('|') ? marked.indexOf('|') : plain.length;
    const at = text.indexOf(plain);
    if (at < 0) throw new Error(`there is no "${plain}" in ${name}`);
    const before = text.slice(0, at + mark).split(/\r\n|\n/);
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  }

  /** The names that are offered at a place. */
  async complete(name: string, marked: string): Promise<readonly string[]> {
    const all = await this.ask<{ readonly label: string }[]>('completion', name, marked);
    return all.map(({ label }) => label);
  }

  /** What is published about a file, once it satisfies a condition. @throws if the server ends before */
  diagnostics(
    name: string,
    isDone: (all: readonly Diagnostic[]) => boolean,
  ): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    return new Promise((resolve, reject) => {
      void this.#ended.then((code) => reject(new Error(`the server has ended: ${code}`)));
      const look = (): void => {
        const all = this.published.get(uri);
        if (!all || !isDone(all)) return;
        this.#waiting.delete(look);
        resolve(all);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** The text after edits. */
  edited(name: string, edits: readonly Edit[]): string {
    const lines = this.textOf(name).split('\n');
    const offset = ({ line, character }: Place): number =>
      lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + character;
    const sorted = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
    return sorted.reduce(
      (text, { range, newText }) =>
        text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end)),
      this.textOf(name),
    );
  }
}
