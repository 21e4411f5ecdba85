import path from 'node:path';
import { elements, type OpenedFile } from './opened-file.ts';

/**
 * Finds what PowerPoint repairs, or refuses, although it follows the schema: relationships that lead nowhere,
 * parts that nothing leads to, ids that are used twice, parts without a type, layouts and masters that do not
 * know each other.
 */
export function findProblems(file: OpenedFile): readonly string[] {
  return [
    ...relationProblems(file),
    ...typeProblems(file),
    ...idProblems(file),
    ...layoutProblems(file),
  ];
}

interface Relation {
  readonly id: string;
  readonly type: string;
  /** The path of a part; `undefined` if it is outside of the file. */
  readonly target: string | undefined;
}

function relationsPath(name: string): string {
  const { dir, base } = path.posix.parse(name);
  return path.posix.join(dir, '_rels', `${base}.rels`);
}

export function relationsOf(file: OpenedFile, name: string): readonly Relation[] {
  const rels = relationsPath(name);
  if (!file.paths.includes(rels)) return [];
  return elements(file.xml(rels), 'Relationship').map(({ attribs }) => {
    const { Id = '', Type = '', Target = '', TargetMode } = attribs;
    const inside = Target.startsWith('/')
      ? Target.slice(1)
      : path.posix.join(path.posix.dirname(name), Target);
    return {
      id: Id,
      type: Type.replace(/^.*\//, ''),
      target: TargetMode === 'External' ? undefined : inside,
    };
  });
}

function contentParts(file: OpenedFile): readonly string[] {
  return file.paths.filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml');
}

function relationProblems(file: OpenedFile): readonly string[] {
  const problems: string[] = [];
  const reached = new Set<string>();
  const visit = (name: string): void => {
    for (const { id, target } of relationsOf(file, name)) {
      if (target === undefined || reached.has(target)) continue;
      if (!file.paths.includes(target))
        problems.push(`${name}: ${id} leads to ${target}, which is missing`);
      else {
        reached.add(target);
        visit(target);
      }
    }
  };
  visit('');
  for (const name of contentParts(file)) {
    if (!reached.has(name)) problems.push(`nothing leads to ${name}`);
    if (!name.endsWith('.xml')) continue;
    const known = new Set(relationsOf(file, name).map(({ id }) => id));
    for (const [, id = ''] of file.text(name).matchAll(/\br:(?:id|embed|link)="([^"]*)"/g)) {
      // An action such as playing a video has an empty id.
      if (id !== '' && !known.has(id))
        problems.push(`${name} uses ${id}, which is no relationship`);
    }
  }
  return problems;
}

function typeProblems(file: OpenedFile): readonly string[] {
  const types = file.xml('[Content_Types].xml');
  const defaults = new Set(elements(types, 'Default').map(({ attribs }) => attribs.Extension));
  const own = new Set(elements(types, 'Override').map(({ attribs }) => attribs.PartName?.slice(1)));
  const untyped = contentParts(file).filter(
    (name) =>
      !own.has(name) && (name.endsWith('.xml') || !defaults.has(path.extname(name).slice(1))),
  );
  const extra = [...own].filter((name) => name !== undefined && !file.paths.includes(name));
  return [
    ...untyped.map((name) => `${name} has no content type`),
    ...extra.map((name) => `${name} has a content type, but is missing`),
  ];
}

function idProblems(file: OpenedFile): readonly string[] {
  const problems: string[] = [];
  const unique = (where: string, ids: readonly (string | undefined)[]): void => {
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    if (twice.length > 0) problems.push(`${where}: ${twice.join(', ')} used twice`);
  };
  const root = file.xml('ppt/presentation.xml');
  unique(
    'slides',
    elements(root, 'p:sldId').map(({ attribs }) => attribs.id),
  );
  const masters = file.numbered('ppt/slideMasters/slideMaster').map((name) => file.xml(name));
  const layoutIds = masters.flatMap((master) => elements(master, 'p:sldLayoutId'));
  unique(
    'masters and layouts',
    [...elements(root, 'p:sldMasterId'), ...layoutIds].map(({ attribs }) => attribs.id),
  );
  for (const name of contentParts(file).filter(
    (each) => /slide|notes/i.test(each) && each.endsWith('.xml'),
  )) {
    const xml = file.xml(name);
    unique(
      name,
      elements(xml, 'p:cNvPr').map(({ attribs }) => attribs.id),
    );
    unique(
      `${name}: times`,
      elements(xml, 'p:cTn').map(({ attribs }) => attribs.id),
    );
    const shapes = new Set(elements(xml, 'p:cNvPr').map(({ attribs }) => attribs.id));
    for (const { attribs } of [...elements(xml, 'p:spTgt'), ...elements(xml, 'p:bldP')]) {
      if (!shapes.has(attribs.spid))
        problems.push(`${name} animates shape ${attribs.spid}, which is missing`);
    }
  }
  return problems;
}

function layoutProblems(file: OpenedFile): readonly string[] {
  const problems: string[] = [];
  const masters = file.numbered('ppt/slideMasters/slideMaster');
  const layouts = file.numbered('ppt/slideLayouts/slideLayout');
  for (const master of masters) {
    const listed = new Set(
      elements(file.xml(master), 'p:sldLayoutId').map(({ attribs }) => attribs['r:id']),
    );
    const known = relationsOf(file, master).filter(({ type }) => type === 'slideLayout');
    if (known.some(({ id }) => !listed.has(id)))
      problems.push(`${master} does not list all its layouts`);
    for (const { target = '' } of known) {
      const back = relationsOf(file, target).filter(({ type }) => type === 'slideMaster');
      if (back.length !== 1 || back[0]?.target !== master)
        problems.push(`${target} does not know ${master}`);
    }
  }
  for (const slide of file.numbered('ppt/slides/slide')) {
    const own = relationsOf(file, slide).filter(({ type }) => type === 'slideLayout');
    const [layout] = own;
    if (own.length !== 1 || !layouts.includes(layout?.target ?? ''))
      problems.push(`${slide} has no layout`);
    else problems.push(...placeholderProblems(file, slide, layout?.target ?? ''));
  }
  return problems;
}

/** A placeholder of a slide inherits its place from one of the layout. */
function placeholderProblems(file: OpenedFile, slide: string, layout: string): readonly string[] {
  const keyOf = ({ attribs }: { attribs: Record<string, string> }): string =>
    `${attribs.type ?? 'obj'} ${attribs.idx ?? 0}`;
  const known = new Set(elements(file.xml(layout), 'p:ph').map(keyOf));
  const used = elements(file.xml(slide), 'p:ph').map(keyOf);
  const twice = used.filter((key, index) => used.indexOf(key) !== index);
  return [
    ...used
      .filter((key) => !known.has(key))
      .map((key) => `${slide}: its layout has no placeholder ${key}`),
    ...twice.map((key) => `${slide} fills the placeholder ${key} twice`),
  ];
}
