#!/usr/bin/env node
import module from 'node:module';

// What is compiled from here on starts faster the next time, where Node can do so (22.1 on);
// therefore nothing else is imported above.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();

const { main } = await import('./cli/main.ts');
await main(process.argv.slice(2), async () => (await import('../build.ts')).buildPage);
