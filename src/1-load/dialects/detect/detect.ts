import { basename } from 'node:path';
import type { TextFile } from '../../../model/source.ts';
import type { Project } from '../project.ts';
import { certainEvidence } from './certain.ts';
import { takeApart } from './deck-text.ts';
import { evidenceByPoints } from './points.ts';
import { projectEvidence } from './project-evidence.ts';
import type { Evidence } from './tool.ts';

/**
 * The tool that a deck was written for: by what only its decks have, by marks that speak for it together, or else
 * by the files of its project. A plain Markdown file is a deck of Lectern.
 */
export function detectTool({ path, text }: TextFile, project: Project): Evidence {
  const parts = takeApart(path, text);
  const own: Evidence = { tool: 'lectern', reason: 'nothing in it is of another tool' };
  return (
    certainEvidence(parts) ??
    evidenceByPoints(parts) ??
    projectEvidence(project, basename(path)) ??
    own
  );
}
