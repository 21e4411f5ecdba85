import path from 'node:path';
import { mediaExtensions } from '../../base/files/media-types.ts';
import type { SourceFile } from '../../6-export/source.ts';

/** Why a file is not written; `undefined` if it is. */
type Refusal = string | undefined;

/**
 * Returns the function that decides which files of an embedded source are written. A page may come from anyone, so
 * these are only kinds of files that a deck uses; whatever another program would run or obey without being asked
 * (git, a shell, an editor, a package manager) is refused.
 */
export function refusalsOf(files: readonly SourceFile[]): (file: SourceFile) => Refusal {
  // Most sources contain no code samples.
  let named: ReadonlySet<string> | undefined;
  const folders = new Map<string, Refusal>();
  return ({ path: name, bytes }) => {
    const end = name.lastIndexOf('/') + 1;
    const folder = name.slice(0, end);
    if (!folders.has(folder)) folders.set(folder, refusalOfNames(folder.split('/').slice(0, -1)));
    const base = name.slice(end);
    const refusal = folders.get(folder) ?? refusalOfNames([base]);
    if (refusal !== undefined) return refusal;
    const extension = extensionOf(comparable(base));
    if (documents.has(extension) || inert.has(extension)) return undefined;
    if (extension === '' || programs.has(extension)) return 'a deck uses no files of that kind';
    named ??= namedFiles(files);
    if (!named.has(name)) return 'the deck does not use it';
    return bytes.includes(0) ? 'it is neither text nor a kind of file that a deck uses' : undefined;
  };
}

/** Why no file with these names in its path is written. */
function refusalOfNames(names: readonly string[]): Refusal {
  const parts = names.map(comparable);
  if (parts.some((part) => part.startsWith('.'))) return 'its path contains a hidden name';
  return parts.some((part) => foreignNames.has(part) || foreignPattern.test(part))
    ? 'another program may run or obey a file of that name'
    : undefined;
}

/** As file systems compare names: some ignore case, others characters without width. */
function comparable(part: string): string {
  if (/^[!-~]*$/.test(part)) return part.toLowerCase();
  return part
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .toLowerCase();
}

function extensionOf(name: string): string {
  return path.posix.extname(name).slice(1);
}

/** Markdown, and text as Markdown. */
const documents = new Set('md markdown mdown mkd mkdn qmd rmd txt'.split(' '));

/** Styles, fonts, data, images and media: no program runs them. */
const inert = new Set([
  ...'css woff woff2 ttf otf csv tsv tab psv dat xlsx bib'.split(' '),
  ...mediaExtensions,
]);

/** What a system runs or follows when it is opened. */
const programs = new Set(
  `app appimage appref-ms bash_profile bat chm cmd com command cpl deb desktop dll dylib exe fish gadget hta inf iso
  jar jse lib library-ms lnk mof msc msi msp pif pkg prg pth reg rpm scf scpt scr search-ms service so sys terminal
  theme tool url vbe vbs vhd website webloc workflow ws wsc wsf wsh xpi zsh_history code-workspace sublime-project
  sublime-workspace iml`.split(/\s+/),
);

/** Names that programs read in a folder without being asked, in lower case. */
const foreignNames = new Set(
  `node_modules bower_components site-packages __pycache__ venv
  package.json package-lock.json npm-shrinkwrap.json bower.json lerna.json nx.json turbo.json rush.json
  pnpm-workspace.yaml pnpm-lock.yaml composer.json deno.json deno.jsonc deno.lock bun.lock bunfig.toml
  tsconfig.json jsconfig.json tsdoc.json biome.json biome.jsonc dprint.json angular.json nest-cli.json
  firebase.json vercel.json now.json netlify.toml wrangler.toml wrangler.json eas.json
  gulpfile.js gruntfile.js webpack.mix.js karma.conf.js protractor.conf.js wdio.conf.js
  conftest.py setup.py sitecustomize.py usercustomize.py noxfile.py fabfile.py tasks.py conf.py
  pyproject.toml setup.cfg tox.ini pytest.ini mypy.ini pylintrc.toml ruff.toml environment.yml requirements.txt
  pipfile.lock poetry.toml uv.toml uv.lock pixi.toml
  cargo.toml cargo.lock build.rs rust-toolchain.toml rustfmt.toml clippy.toml go.mod go.sum go.work
  pom.xml build.xml build.gradle build.gradle.kts settings.gradle settings.gradle.kts gradle.properties init.gradle
  build.sbt build.sc build.zig project.clj deps.edn shadow-cljs.edn bb.edn mix.exs rebar.config stack.yaml
  package.swift podfile.lock package.yaml cabal.project dune-project
  cmakelists.txt cmakepresets.json cmakeuserpresets.json makefile.am makefile.in configure.ac meson.build
  meson.options build.ninja xmake.lua premake5.lua module.bazel workspace.bazel build.bazel conanfile.py
  conanfile.txt vcpkg.json platformio.ini
  directory.build.props directory.build.targets directory.packages.props global.json nuget.config
  docker-compose.yml docker-compose.yaml compose.yml compose.yaml docker-bake.hcl devcontainer.json
  action.yml action.yaml azure-pipelines.yml appveyor.yml bitbucket-pipelines.yml cloudbuild.yaml buildspec.yml
  codecov.yml lefthook.yml lefthook.yaml lefthook.toml taskfile.yml taskfile.yaml justfile.just
  flake.nix flake.lock default.nix shell.nix devenv.nix devenv.yaml mise.toml wallaby.js
  serverless.yml skaffold.yaml tiltfile.star ansible.cfg terraform.tfvars
  _quarto.yml _quarto.yaml _metadata.yml _metadata.yaml _config.yml _config.yaml _extension.yml _output.yml
  mkdocs.yml book.toml hugo.toml hugo.yaml config.toml antora.yml antora-playbook.yml renv.lock
  agents.md agent.md claude.md claude.local.md gemini.md codex.md copilot-instructions.md skill.md
  mcp.json settings.json tasks.json launch.json extensions.json keybindings.json
  desktop.ini autorun.inf thumbs.db profile.ps1 microsoft.powershell_profile.ps1 init.lua init.vim init.el
  phpunit.xml phpstan.neon php.ini user.ini web.config app.config log4j2.xml log4j.properties
  binding.gyp config.gypi`.split(/\s+/),
);

/** `vite.config.ts`, `jest.setup.js`; `review.prompt.md`; and `GIT~1`, the short form of `.git` on Windows. */
const foreignPattern =
  /[._-](?:config|conf|workspace|setup|rc)\.(?:[cm]?[jt]sx?|json[c5]?|toml|ya?ml|py|lua|rb|php)$|\.(?:prompt|instructions|chatmode|agent)\.md$|^[^.]{1,6}~\d/;

/**
 * The paths that the documents mention, whatever for: `src=../code/a.ts#main`, `data: b.json`, `scripts: [c.js]`.
 * A code sample is written only if it is among them.
 */
function namedFiles(files: readonly SourceFile[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { path: name, bytes } of files) {
    if (!documents.has(extensionOf(name.toLowerCase()))) continue;
    const folder = path.posix.dirname(name);
    const text = bytes.toString('utf8');
    // Quoted ones may contain spaces.
    for (const [, mention = ''] of [...text.matchAll(words), ...text.matchAll(quoted)]) {
      const file = mention.replace(/#.*$/, '');
      // Code samples have an extension.
      if (!file.includes('.')) continue;
      named.add(path.posix.join(folder, file));
      if (file.includes('%')) named.add(path.posix.join(folder, decode(file)));
    }
  }
  return named;
}

const words = /([^\s"'=,[\]{}()]+)/g;
const quoted = /"([^"\n]{1,1000})"/g;

function decode(mention: string): string {
  try {
    return decodeURIComponent(mention);
  } catch {
    return mention;
  }
}
