import net from 'node:net';

/** Sends bytes and gives what comes back, as soon as there is an end or nothing more. */
export function ask(port: number, request: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(request));
    const end = (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      answer += text;
      const [head = '', body] = answer.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
      if (body !== undefined && body.length >= length) end();
    });
    socket.on('close', end);
    socket.on('error', end);
    // A server that waits for the rest of a broken request has not given anything.
    socket.setTimeout(300, end);
  });
}

/** Of an answer; `NaN` where there is none. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
