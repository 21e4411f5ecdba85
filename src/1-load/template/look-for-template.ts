import type { Report } from '../../base/diagnostics/report.ts';
import { locateFile } from '../../base/files/locate-file.ts';
import { Inputs } from '../../base/inputs.ts';
import type { AssetRef } from '../../model/source.ts';

/** Warns if the template that a deck names for PowerPoint files is not there. Pages neither need nor contain it. */
export function lookForTemplate(ref: AssetRef, root: string, inputs: Inputs, report: Report): void {
  const looked = new Inputs();
  const warnings = report.changing((diagnostic) => ({
    ...diagnostic,
    code: 'template-missing',
    severity: 'warning',
  }));
  locateFile(ref, root, looked, warnings);
  for (const file of looked.files) inputs.addSettings(file);
}
