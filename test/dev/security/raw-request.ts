import net from 'node:net';

/** Sends bytes and gives the answer, which must come: whole, or as much as there is before the end. */
export function ask(port: number, request: string): Promise<string> {
  return new Exchange(port, request).end;
}

/**
 * Sends bytes that may be no whole request, and gives what comes back: nothing, where the server still
 * waits for the rest after it has answered several other requests.
 */
export async function attack(port: number, request: string): Promise<string> {
  const exchange = new Exchange(port, request);
  const other = `GET /no/such/page HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
  for (let i = 0; i < 10 && !exchange.isOver; i++) await ask(port, other);
  exchange.close();
  return exchange.end;
}

class Exchange {
  readonly #socket: net.Socket;
  readonly end: Promise<string>;
  isOver = false;

  constructor(port: number, request: string) {
    this.#socket = net.connect(port, '127.0.0.1', () => this.#socket.write(request));
    this.#socket.setEncoding('latin1');
    let answer = '';
    this.#socket.on('data', (text) => {
      answer += text;
      if (isWhole(answer)) this.close();
    });
    this.#socket.on('error', () => {});
    this.end = new Promise((resolve) => {
      this.#socket.on('close', () => {
        this.isOver = true;
        resolve(answer);
      });
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}

function isWhole(answer: string): boolean {
  const [head = '', body] = answer.split('\r\n\r\n');
  const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN);
  return body !== undefined && body.length >= length;
}

/** Of an answer; `NaN` where there is none. */
export const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
