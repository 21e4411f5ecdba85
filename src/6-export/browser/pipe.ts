import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Wire } from './protocol.ts';

/** Connects to a browser started with `--remote-debugging-pipe`. Messages end with NUL. */
export function pipeWire(child: ChildProcess, explainEnd: () => string): Wire {
  const output = child.stdio[3] as Writable;
  const input = child.stdio[4] as Readable;
  let onMessage: (message: string) => void = () => {};
  let onEnd: (reason: string) => void = () => {};
  let parts: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let to = chunk.indexOf(0); to >= 0; to = chunk.indexOf(0, from)) {
      const message = Buffer.concat([...parts, chunk.subarray(from, to)]).toString('utf8');
      parts = [];
      from = to + 1;
      onMessage(message);
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  });
  // Writing to a browser that has ended; its end is reported once, below.
  for (const stream of [output, input]) stream.on('error', () => {});
  child.on('error', () => onEnd(explainEnd()));
  child.on('close', () => onEnd(explainEnd()));
  return {
    send: (message) => output.write(`${message}\0`),
    onMessage: (listener) => {
      onMessage = listener;
    },
    onEnd: (listener) => {
      onEnd = listener;
    },
    close: () => output.end(),
  };
}
