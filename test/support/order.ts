import { existsSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest. They run first, as one that starts last would run alone. Between those that compute are
 * those that wait.
 */
const first = [
  'package.test.ts',
  'core/playground.test.ts',
  'looks/tool-themes.test.ts',
  'dev/remote/remote.test.ts',
  'axe/axe.test.ts',
  'dev/remote/link.test.ts',
  'memory.test.ts',
  'export/pptx/validity.test.ts',
  'dev/editing/kept-drafts.test.ts',
  'looks/themes.test.ts',
  'diagnostics.test.ts',
  'export/browser.test.ts',
  'safety/dialect-growth.test.ts',
  'export/pptx/office.test.ts',
  'dev/remote/control.test.ts',
  'export/pdf/viewers.test.ts',
  'export/pdf/claims.test.ts',
  'export/pdf/ua.test.ts',
  'export/pptx/template/templates.test.ts',
  'dialects/convert.test.ts',
  'dev/files/watch.test.ts',
  'safety/growth.test.ts',
  'dev/editing/editor.test.ts',
  'chart/pixels.test.ts',
  'chart/live.test.ts',
  'lsp/large.test.ts',
  'dialects/long-styles.test.ts',
  'core/core.test.ts',
  'dev/editing/saving.test.ts',
  'check/sound-decks.test.ts',
  'looks/colors/readable-backgrounds.test.ts',
  'dev/deck/live.test.ts',
  'remote/fetch.test.ts',
  'docs/examples.test.ts',
  'fit/shrink.test.ts',
  'render/frame-codes.test.ts',
  'safety/files/templates.test.ts',
  'bundle/fonts/theme-symbols.test.ts',
  'dev/editing/conflicts.test.ts',
  'export/pptx/words.test.ts',
  'mcp/session.test.ts',
  'create.test.ts',
  'safety/markup/dialect-styles.test.ts',
  'cli/process.test.ts',
  'shipped-deck.test.ts',
];

/** Runs the long files first, and the others as Vitest does. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const missing = first.filter(
      (name) => !existsSync(path.resolve(import.meta.dirname, '..', name)),
    );
    if (missing.length > 0) throw new Error(`test/support/order.ts names no file: ${missing}`);
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const index = first.findIndex((name) => moduleId.endsWith(`/test/${name}`));
      return index === -1 ? first.length : index;
    };
    return sorted.sort((a, b) => place(a) - place(b));
  }
}
