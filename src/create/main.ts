#!/usr/bin/env node
import { createProject } from './create-project.ts';

process.exitCode = await createProject(process.argv.slice(2), {
  cwd: process.cwd(),
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
});
