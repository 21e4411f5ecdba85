import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';
import { compiledModule } from '../support/compiled.ts';

export interface Outcome {
  readonly text: string;
  readonly isError: boolean;
  /** The bytes of an image, if it is one. */
  readonly png: Buffer | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: what a tool answers is data from outside
  readonly data: any;
}

interface Agent {
  readonly client: Client;
  call(name: string, values: Readonly<Record<string, unknown>>): Promise<Outcome>;
}

/** Starts `lectern mcp` in a folder and connects the official client to it. */
export async function startAgent(cwd: string, ...flags: readonly string[]): Promise<Agent> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const args = [await compiledModule('src/cli.ts'), 'mcp', ...flags];
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
  );
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args, cwd, env, stderr: 'inherit' }),
  );
  onTestFinished(() => client.close());
  return {
    client,
    call: async (name, values) =>
      outcomeOf((await client.callTool({ name, arguments: values })) as CallToolResult),
  };
}

function outcomeOf({ content, isError, structuredContent }: CallToolResult): Outcome {
  const texts = content.flatMap((each) => (each.type === 'text' ? [each.text] : []));
  const [image] = content.flatMap((each) => (each.type === 'image' ? [each.data] : []));
  return {
    text: texts.join('\n'),
    isError: isError ?? false,
    png: image === undefined ? undefined : Buffer.from(image, 'base64'),
    data: structuredContent,
  };
}
