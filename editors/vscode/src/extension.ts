import path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { isDeck } from '../../../src/1-load/is-deck.ts';
import { findRoot } from '../../../src/base/files/project-root.ts';
import { Preview } from './preview.ts';
import { findProgram, type Program } from './program.ts';

let client: LanguageClient | undefined;
const previews = new Map<string, Preview>();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const commands: Readonly<Record<string, (file: string) => unknown>> = {
    'lectern.preview': openPreview,
    'lectern.present': (file) => run('Present', ['dev', file], file),
    'lectern.export': exportDeck,
    'lectern.check': (file) => run('Check', ['check', file], file),
    'lectern.slideUp': () => moveSlide('lectern.moveSlideUp'),
    'lectern.slideDown': () => moveSlide('lectern.moveSlideDown'),
  };
  for (const [name, work] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(name, () => withDeck(work)));
  }
  context.subscriptions.push(
    vscode.commands.registerCommand('lectern.new', newDeck),
    vscode.window.onDidChangeActiveTextEditor(noteDeck),
    vscode.workspace.onDidChangeTextDocument(({ document }) => noteText(document)),
    vscode.workspace.onDidSaveTextDocument(noteText),
    vscode.workspace.onDidCloseTextDocument(noteText),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => void follow(textEditor)),
  );
  noteDeck(vscode.window.activeTextEditor);
  await startServer();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function startServer(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const { command, args } = programFor(path.join(folder?.uri.fsPath ?? process.cwd(), 'deck.md'));
  const settings = vscode.workspace.getConfiguration('lectern');
  client = new LanguageClient(
    'lectern',
    'Lectern',
    { command, args: [...args, 'lsp', '--stdio'], transport: TransportKind.stdio },
    {
      documentSelector: ['markdown', 'csv', 'css'].flatMap((language) => [
        { scheme: 'file', language },
        { scheme: 'untitled', language },
      ]),
      initializationOptions: { allowRemote: settings.get('allowRemote') },
    },
  );
  await client.start();
}

function programFor(file: string): Program {
  return findProgram(
    file,
    vscode.workspace.getConfiguration('lectern').get<string[]>('command') ?? [],
  );
}

/** Shows commands only for decks. */
function noteDeck(editor: vscode.TextEditor | undefined): void {
  const { document } = editor ?? {};
  const is = document?.languageId === 'markdown' && isDeckText(document);
  void vscode.commands.executeCommand('setContext', 'lectern.isDeck', is);
}

function isDeckText(document: vscode.TextDocument): boolean {
  const { fileName } = document;
  return isDeck(fileName, document.getText(), findRoot(fileName, path.dirname(fileName)));
}

async function withDeck(work: (file: string) => unknown): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== 'markdown') {
    void vscode.window.showInformationMessage('Open the Markdown file of a deck first.');
    return;
  }
  if (document.isUntitled) {
    void vscode.window.showInformationMessage('Save the deck first.');
    return;
  }
  await work(document.fileName);
}

function openPreview(file: string): void {
  const open = previews.get(file);
  if (open) {
    open.reveal();
    return;
  }
  const close = (): void => void previews.delete(file);
  previews.set(file, new Preview(file, programFor(file), folderOf(file), close));
}

/** Shows what is not saved in the previews. */
function noteText(document: vscode.TextDocument): void {
  for (const preview of previews.values()) preview.note(document);
}

/** Shows the slide at the cursor in the preview. */
async function follow({ document, selection }: vscode.TextEditor): Promise<void> {
  const preview = previews.get(document.fileName);
  if (!preview || !client) return;
  const { line, character } = selection.active;
  const hash = await client.sendRequest('workspace/executeCommand', {
    command: 'lectern.slideHash',
    arguments: [document.uri.toString(), { line, character }],
  });
  if (typeof hash === 'string') preview.follow(hash);
}

async function moveSlide(command: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !client) return;
  const { line, character } = editor.selection.active;
  await client.sendRequest('workspace/executeCommand', {
    command,
    arguments: [editor.document.uri.toString(), { line, character }],
  });
}

async function exportDeck(file: string): Promise<void> {
  const formats = ['pdf', 'pptx', 'handout', 'notes', 'png'];
  const format = await vscode.window.showQuickPick(formats, { placeHolder: 'Format' });
  if (format !== undefined) run('Export', ['export', file, '--to', format], file);
}

async function newDeck(): Promise<void> {
  const name = await vscode.window.showInputBox({ prompt: 'Name of the deck', value: 'my-talk' });
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (name && folder) run('New Deck', ['new', name], path.join(folder.uri.fsPath, 'deck.md'));
}

/** Runs a command of Lectern where its output can be read. */
function run(title: string, args: readonly string[], file: string): void {
  const program = programFor(file);
  const all = [...program.args, ...args];
  const execution = new vscode.ProcessExecution(program.command, all, { cwd: folderOf(file) });
  const scope =
    vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file)) ?? vscode.TaskScope.Workspace;
  void vscode.tasks.executeTask(
    new vscode.Task({ type: 'lectern' }, scope, title, 'lectern', execution),
  );
}

function folderOf(file: string): string {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(file));
  return folder?.uri.fsPath ?? path.dirname(file);
}
