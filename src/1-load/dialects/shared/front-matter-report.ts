import type { Report } from '../../../base/diagnostics/report.ts';

/** A report for the front matter of a deck of another tool, of which nothing is used if its YAML is broken. */
export function frontMatterReport(report: Report): Report {
  return report.changing((diagnostic) => {
    if (diagnostic.code !== 'yaml-syntax') return diagnostic;
    const message = `${diagnostic.message}; no setting of this front matter is used`;
    return { ...diagnostic, message };
  });
}
