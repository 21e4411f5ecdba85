import { type Code, codes } from '../../base/diagnostics/diagnostic.ts';
import { packageInfo } from '../../base/package-info.ts';
import { isRule } from '../../check/finding.ts';
import { checkRules } from '../../model/check.ts';

/**
 * The descriptions of rules: of all checks, and of what else was found.
 *
 * @param found the codes of what was found
 * @returns also the index of each rule by its code
 */
export function sarifRules(found: readonly Code[]) {
  const checks = Object.keys(checkRules) as Code[];
  const all = [...new Set([...checks, ...found.toSorted()])];
  return { rules: all.map(ruleOf), indexes: new Map(all.map((code, index) => [code, index])) };
}

function ruleOf(code: Code) {
  const { url, version } = packageInfo();
  const isCheck = isRule(code);
  const text = isCheck ? sentence(checkRules[code]) : 'An error or a warning of the build.';
  const page = isCheck ? 'docs/checking.md#what-is-checked' : 'docs/diagnostics.md';
  const helpUri = `${url}/blob/v${version}/${page}`;
  const help = isCheck
    ? `${text} A comment ignores a finding: <!-- check-ignore ${code}: why -->. "check:" in the front matter or in lectern.config.json sets its level.`
    : `${text} See "${code}" in docs/diagnostics.md.`;
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text },
    fullDescription: { text },
    help: { text: help, markdown: `${escapeMarkdown(help)}\n\n[${page}](${helpUri})` },
    helpUri,
    defaultConfiguration: { level: codes[code] },
    properties: { tags: [isCheck ? 'presentation' : 'build'] },
  };
}

/** Shows the comment in it as it is written. */
function escapeMarkdown(text: string): string {
  return text.replace(/<!--.*?-->/, (comment) => `\`${comment}\``);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** `AltText` */
function pascalCase(code: string): string {
  return code.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}
