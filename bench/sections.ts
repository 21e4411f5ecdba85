/** Puts a section into a report, into the place of the one of this heading if it stands there. */
export function replaceSection(report: string, heading: string, section: string): string {
  const start = report.indexOf(`${heading}\n`);
  if (start < 0) return `${report.trimEnd()}\n\n${section}`;
  const end = report.indexOf('\n## ', start + heading.length);
  return report.slice(0, start) + section + (end < 0 ? '' : report.slice(end));
}
