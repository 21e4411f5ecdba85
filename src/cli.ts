import { main } from './cli/main.ts';

void main(process.argv.slice(2), async () => (await import('../build.ts')).buildPage);
