/** Names that programs read in a folder without being asked, in lower case. */
const foreignNames = new Set(
  `__pycache__ _bookdown.yml _extension.yml _metadata.yaml _metadata.yml _output.yml _pkgdown.yml
  _quarto.yaml _quarto.yml _site.yml _targets.r action.yaml action.yml alacritty.toml alembic.ini
  analysis_options.yaml anchor.toml angular.json ansible.cfg antora-playbook.yml antora.yml app.json
  appsettings.json appveyor.yml azure-pipelines.yml bb.edn biome.json biome.jsonc bitbucket-pipelines.yml
  book.toml bower.json bower_components build.dart build.gradle.kts build.pl build.rs build.xml build.yaml
  build.zig buildkite.yml buildspec.yml bunfig.toml captainhook.json cargo.toml castor.php cdk.json
  cdktf.json celeryconfig.py chezmoi.toml circle.yml clippy.toml cloudbuild.yaml cmakelists.txt
  cmakepresets.json cmakeuserpresets.json codecov.yml codegen.ts codegen.yml codemagic.yaml composer.json
  conf.py config.toml conftest.py cypress.json dbt_project.yml default.nix deno.json deno.jsonc deps.edn
  desktop.ini devbox.json devcontainer.json devenv.yaml dodo.py dprint.json drone.yml dub.json
  dune-project dvc.yaml eas.json ecosystem.json ecs.php electron-builder.json electron-builder.yml
  elm.json ember-cli-build.js environment.yaml environment.yml esy.json extensions.json finish.m
  firebase.json flake.nix fly.toml foundry.toml garden.yml gems.rb gleam.toml global-bottom.vue
  global-top.vue global.json gradle.properties grumphp.yaml grumphp.yml gunicorn.conf.py hatch.toml
  hatch_build.py hie.yaml hugo.json hugo.toml hugo.yaml init.el init.lua init.vim ivy.xml jsconfig.json
  jsdoc.json keybindings.json kustomization.yaml kustomization.yml latexmkrc.pl launch.json launch.yaml
  launchsettings.json lefthook-local.yaml lefthook-local.yml lefthook.json lefthook.toml lefthook.yaml
  lefthook.yml lerna.json lint-staged.json log4j.properties log4j2.xml manage.py melos.yaml
  microsoft.powershell_profile.ps1 mise.local.toml mise.toml mix.exs mkdocs.yaml mkdocs.yml moon.yml
  move.toml my.ini myocamlbuild.ml mypy.ini nant.xml nest-cli.json netlify.toml nim.cfg node_modules
  nodemon.json now.json npm-shrinkwrap.json nx.json odbc.ini omnisharp.json opam.json ormconfig.json
  package.json package.swift package.yaml pavement.py pdm.toml pelicanconf.py php.ini phpunit.xml pip.ini
  pixi.toml platformio.ini poetry.toml pom.xml premake5.lua profile.ps1 project.clj project.json
  project.scala psakefile.ps1 pubspec.yaml pubspec_overrides.yaml pulumi.yaml pulumi.yml pydistutils.cfg
  pylintrc.toml pyproject.toml pytest.ini pytest.toml railway.json railway.toml rector.php render.yaml
  renovate.json requirements.txt ruff.toml rush.json rust-toolchain.toml rustfmt.toml samconfig.toml
  scarb.toml sconstruct.py screwdriver.yaml serverless.js serverless.ts serverless.yml settings.gradle.kts
  settings.json settings.xml settings.yaml setup.cfg setup.hs setup.lhs setup.py shadow-cljs.edn shard.yml
  shell.nix site-packages site_init.py site_scons sitecustomize.py skaffold.yaml skill.md slide-bottom.vue
  slide-top.vue snapcraft.yaml spin.toml stack.yaml starship.toml startup.m tasks.json tasks.py tasks.yaml
  template.yaml tox.ini travis.yml truffle.js trunk.toml tsconfig.json tsdoc.json tslint.json tslint.yaml
  turbo.json turbo.jsonc typedoc.json typst.toml user.ini usercustomize.py uv.toml uwsgi.ini vcpkg.json
  venv vercel.json vercel.ts wallaby.js webpack.mix.js wercker.yml wezterm.lua workspace.json
  wrangler.json wrangler.jsonc wrangler.toml wsgi.py xmake.lua zed.json`.split(/\s+/),
);

/** Python looks for modules in the current folder first: `python -m json.tool` would run a `json.py` there. */
const pythonModules = new Set(
  `_distutils_hack abc aifc argparse array ast asynchat asyncio asyncore atexit attr audioop base64 bdb
  binascii bisect black build builtins bz2 calendar certifi cgi cgitb chunk cmath cmd code codecs codeop
  collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg coverage
  cprofile crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email
  encodings ensurepip enum errno faulthandler fcntl filecmp fileinput flake8 fnmatch fractions ftplib
  functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idna
  imaplib imghdr imp importlib inspect io ipaddress ipykernel ipython itertools json jupyter keyword
  linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msvcrt
  multiprocessing mypy netrc nntplib nox ntpath numbers numpy opcode operator optparse os packaging pandas
  pathlib pdb pickle pickletools pip pipes pipx pkg_resources pkgutil platform plistlib poetry poplib posix
  posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pyexpat pylint pytest queue quopri random
  re readline reprlib requests resource rlcompleter ruff runpy sched secrets select selectors setuptools
  shelve shlex shutil signal site sitecustomize six smtpd smtplib sndhdr socket socketserver sqlite3
  sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess symtable sys
  sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap threading time timeit tkinter token
  tokenize tomllib tox trace traceback tracemalloc tty turtle twine types typing unicodedata unittest urllib
  usercustomize uuid uv venv virtualenv warnings wave weakref webbrowser wheel winreg winsound wsgiref xml
  xmlrpc yaml zipapp zipfile zipimport zlib zoneinfo`.split(/\s+/),
);

/** Families of names, so that tools that are not known here are covered, too. */
const foreignPatterns: readonly RegExp[] = [
  // `vite.config.ts`, `jest.setup.js`.
  /[._-](?:config|conf|workspace|setup|rc)\.(?:[cm]?[jt]sx?|json[c5]?|toml|ya?ml|py|lua|rb|php)$/,
  // `rakefile.rb`, `gulpfile.js`, `noxfile.py`, `makefile.am`.
  /^(?!profile\.|file\.)[a-z]+file(?:\.[a-z0-9]+)+$/,
  // `compose.yaml`, `docker-compose.override.yml`.
  /^(?:docker-|podman-)?compose(?:[._-].*)?\.ya?ml$/,
  // `package-lock.json`, `gatsby-node.js`, `build.gradle.kts`, `release.main.kts`.
  /[._-]lock\.[a-z0-9]+$|^gatsby-|\.(?:gradle|settings|main)\.kts$/,
  // `_quarto-dev.yml`, the profile of a project.
  /^_quarto-[\w-]+\.ya?ml$/,
  // `__main__.py`, `__init__.py`.
  /^__\w+__\.pyi?$/,
  // `review.prompt.md`, and `GIT~1`, the short form of `.git` on Windows.
  /\.(?:prompt|instructions|chatmode|agent|rules)\.md$|^[^.]{1,6}~\d/,
  // Instructions and settings of programs that work on their own: `AGENTS.override.md`, `opencode.json`.
  /^(?:agents?|aider|amazonq|amp|antigravity|augment|claude|cline|codebuddy|codex|continue|copilot|crush|cursor|devin|droid|gemini|goose|iflow|jules|junie|kilocode|kiro|llms?|openhands|opencode|qoder|qwen|replit|roo|skills?|trae|warp|windsurf|zed)(?:[._-].*)?\.(?:md|mdx|txt|jsonc?|toml|ya?ml)$/,
  /(?:^|[._-])mcp(?:[._-].*)?\.(?:jsonc?|toml|ya?ml)$/,
];

/** Whether another program may run or obey a file or folder of this name, in lower case. */
export function isForeign(name: string): boolean {
  const [, module] = /^(.+)\.pyi?$/.exec(name) ?? [];
  return (
    foreignNames.has(name) ||
    (module !== undefined && pythonModules.has(module)) ||
    foreignPatterns.some((pattern) => pattern.test(name))
  );
}

/** Markdown in capital letters, as `AGENTS.md`, is for people only if its name is a usual one. */
export function isShouted(name: string): boolean {
  const [, stem = ''] =
    /^([A-Z][A-Z\d_-]+)\.(?:md|mdx|markdown|txt)$/.exec(name.normalize('NFKC')) ?? [];
  return stem !== '' && !/^(?:README|LICEN[CS]E|COPYING|NOTICE|AUTHORS|CHANGELOG)$/.test(stem);
}
