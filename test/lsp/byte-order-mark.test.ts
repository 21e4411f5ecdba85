import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { type Message, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { messageStreams } from '../../src/lsp/text/byte-order-mark.ts';

const uri = 'file:///slides/mark.md';

test('an answer has the columns of its text also after a request of the server with the same id', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const { reader, writer } = messageStreams(input, output);
  const editor = {
    reader: new StreamMessageReader(output),
    writer: new StreamMessageWriter(input),
  };
  const arrived = arrivals(reader, 2);
  await editor.writer.write(
    message({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, text: '\uFEFF# A' } },
    }),
  );
  await editor.writer.write(
    message({ id: 1, method: 'textDocument/hover', params: { textDocument: { uri } } }),
  );
  await arrived;

  const sent = arrivals(editor.reader, 2);
  await writer.write(message({ id: 1, method: 'workspace/applyEdit', params: {} }));
  await writer.write(message({ id: 1, result: { line: 0, character: 2 } }));
  expect((await sent)[1]).toMatchObject({ result: { line: 0, character: 3 } });
});

function message(content: object): Message {
  return { jsonrpc: '2.0', ...content };
}

function arrivals(reader: StreamMessageReader, count: number): Promise<readonly Message[]> {
  return new Promise((resolve) => {
    const all: Message[] = [];
    reader.listen((each) => {
      all.push(each);
      if (all.length === count) resolve(all);
    });
  });
}
