import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { BrowserError } from '../../6-export/browser/browser-error.ts';
import { ExportError } from '../../6-export/exporter.ts';
import { UsageError } from '../usage-error.ts';
import type { Session } from './session.ts';
import { ToolError } from './tool-error.ts';

/** What a tool answers: data, a text, or an image with a line about it. */
export type Answer =
  | { readonly data: object }
  | { readonly text: string }
  | { readonly png: Buffer; readonly about: object };

interface ToolOptions<Input extends z.ZodRawShape> {
  readonly name: string;
  /** For models: what it does, and the exact form of what it takes. */
  readonly description: string;
  readonly input: Input;
  /** Whether it changes files, and is therefore offered with `--write` only. */
  readonly writes: boolean;
  run(input: z.infer<z.ZodObject<Input>>, session: Session): Promise<Answer>;
}

export interface Tool {
  readonly name: string;
  readonly writes: boolean;
  /** @param inTurn runs one call after the other */
  register(server: McpServer, session: Session, inTurn: InTurn): void;
}

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

export function defineTool<Input extends z.ZodRawShape>(options: ToolOptions<Input>): Tool {
  const { name, description, input, writes, run } = options;
  const schema = z.object(input);
  const inputSchema: z.ZodRawShape = input;
  const annotations = { readOnlyHint: !writes, destructiveHint: writes, openWorldHint: false };
  return {
    name,
    writes,
    register(server, session, inTurn) {
      server.registerTool(
        name,
        { description, inputSchema, annotations },
        async (values): Promise<CallToolResult> =>
          inTurn(async () => answerOf(() => run(schema.parse(values), session))),
      );
    },
  };
}

async function answerOf(run: () => Promise<Answer>): Promise<CallToolResult> {
  try {
    return resultOf(await run());
  } catch (error) {
    const text = explain(error);
    if (text === undefined) throw error;
    return { content: [{ type: 'text', text }], isError: true };
  }
}

function resultOf(answer: Answer): CallToolResult {
  if ('text' in answer) return { content: [{ type: 'text', text: answer.text }] };
  if ('png' in answer) {
    const data = answer.png.toString('base64');
    return {
      content: [
        { type: 'image', data, mimeType: 'image/png' },
        { type: 'text', text: JSON.stringify(answer.about) },
      ],
    };
  }
  return {
    content: [{ type: 'text', text: JSON.stringify(answer.data) }],
    structuredContent: { ...answer.data },
  };
}

/** What a model can act on; `undefined` for an error of our own. */
function explain(error: unknown): string | undefined {
  if (error instanceof ToolError) return error.message;
  if (
    error instanceof UsageError ||
    error instanceof BrowserError ||
    error instanceof ExportError
  ) {
    return error.hint === undefined ? error.message : `${error.message}\n${error.hint}`;
  }
  return undefined;
}
