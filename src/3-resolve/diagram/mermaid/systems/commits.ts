import type { Commit, CommitSpec } from '../../../../model/diagram/commits.ts';
import { readLabel } from '../../label.ts';
import type { MermaidSource } from '../mermaid-source.ts';
import { type MermaidDatabase, readerOf } from '../reader.ts';
import { setting } from '../settings.ts';
import type { Explain } from '../syntax-error.ts';

interface GitDatabase extends MermaidDatabase {
  getCommitsArray(): readonly GitCommit[];
  getBranchesAsObjArray(): readonly { readonly name: string }[];
  getDirection(): string;
  branch(branch: { readonly name: string; readonly order: number }): void;
  readonly commitType: Readonly<Record<string, number>>;
}

interface GitCommit {
  /** Chosen by Mermaid at random if the author gave none. */
  readonly id: string;
  readonly message: string;
  readonly type: number;
  /** The author's type of a merge. */
  readonly customType?: number;
  readonly tags: readonly string[];
  readonly parents: readonly string[];
  readonly branch: string;
}

const marks: Readonly<Record<string, Commit['mark']>> = {
  REVERSE: 'reverse',
  HIGHLIGHT: 'highlight',
  MERGE: 'merge',
  CHERRY_PICK: 'cherry-pick',
};

const maxCommits = 100;
const form = 'write commit, branch name, checkout name, merge name or cherry-pick id: "…"';

const explain: Explain = ({ message = '' }, source) => {
  const [, missing] =
    /checkout branch which is not yet created\. \(Help try using "branch (.*)"\)/.exec(message) ??
    [];
  if (missing !== undefined)
    return {
      message: `there is no branch "${missing}" to check out`,
      hint: `create it by: branch ${missing}`,
      ...lineOf(['checkout', 'switch'], missing, source),
    };
  const [, existing] = /existing branch\..*"checkout (.*)"/.exec(message) ?? [];
  if (existing !== undefined)
    return {
      message: `the branch "${existing}" exists already`,
      hint: `write checkout ${existing}`,
    };
  const [, reason] = /^Incorrect usage of "?[\w-]+"?[.:] (.*)/.exec(message) ?? [];
  return {
    message: reason === undefined ? 'this gitGraph cannot be read' : lower(reason),
    hint: form,
  };
};

/** The first line with one of these words before a name. */
function lineOf(words: readonly string[], name: string, source: MermaidSource) {
  const lines = source.text.text.matchAll(/^[^\S\n]*(?<word>\w+)[^\S\n]+"?(?<name>[^\s"]+).*$/gm);
  const line = [...lines].find(
    ({ groups }) => words.includes(groups?.word ?? '') && groups?.name === name,
  );
  if (!line) return {};
  const [text] = line;
  return { index: line.index + text.search(/\S/), length: text.trim().length };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export const readCommits = readerOf<GitDatabase>('git', convert, explain, nameMainBranch);

/** Mermaid knows no settings here, so that its main branch is `main`. */
function nameMainBranch(database: GitDatabase, { config }: MermaidSource): void {
  const name = setting(config, 'gitGraph.mainBranchName');
  if (typeof name === 'string' && name !== 'main') database.branch({ name, order: 0 });
}

function convert(database: GitDatabase, source: MermaidSource): CommitSpec | undefined {
  const list = database.getCommitsArray();
  if (list.length === 0) {
    source.fail('', 'there is nothing in this diagram', form);
    return undefined;
  }
  if (list.length > maxCommits) {
    const hint = 'nobody reads so many from a slide: show a part, or divide it over several slides';
    source.refuse('', `more than ${maxCommits} commits in a diagram`, hint);
  }
  const isRenamed = setting(source.config, 'gitGraph.mainBranchName') !== undefined;
  const isUsed = (name: string) => list.some(({ branch }) => branch === name);
  const branches = database
    .getBranchesAsObjArray()
    .map(({ name }) => name)
    .filter((name) => !isRenamed || name !== 'main' || isUsed(name));
  const indexes = new Map(list.map(({ id }, i) => [id, i]));
  const types = new Map(Object.entries(database.commitType).map(([name, type]) => [type, name]));
  const direction = (['TB', 'BT'] as const).find((each) => each === database.getDirection());
  const showsLabels = setting(source.config, 'gitGraph.showCommitLabel') !== false;
  return {
    kind: 'commits',
    direction: direction ?? 'LR',
    branches: branches.map(readLabel),
    commits: list.map((commit) => {
      const { id, message, type, customType, tags, parents, branch } = commit;
      const label = showsLabels ? labelOf(id, message) : undefined;
      return {
        ...(label !== undefined && { label }),
        branch: Math.max(0, branches.indexOf(branch)),
        parents: parents.flatMap((parent) => indexes.get(parent) ?? []),
        mark: marks[types.get(customType ?? type) ?? ''] ?? 'normal',
        tags: tags.map((tag) => readLabel(withoutRandomIds(tag))).filter((tag) => tag !== ''),
      };
    }),
  };
}

/** An id that Mermaid chose is not shown, as it is another one each time. */
const randomId = /\d+-[0-9a-f]{7}/;

function labelOf(id: string, message: string): string | undefined {
  if (!new RegExp(`^${randomId.source}$`).test(id)) return readLabel(id);
  const isChosen = /^(?:merged branch|cherry-picked)\b/.test(message);
  return message === '' || isChosen ? undefined : readLabel(message);
}

function withoutRandomIds(tag: string): string {
  return tag.replace(
    new RegExp(`^cherry-pick:${randomId.source}(?:\\|parent:${randomId.source})?$`),
    '',
  );
}
