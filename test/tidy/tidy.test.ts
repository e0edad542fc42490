/** Conventions that a machine can hold: who may import whom, both languages everywhere, what is derived, what is shipped. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { describe } from 'node:test';
import { languageOf } from '../../client/src/selector.ts';
import { catalogNames } from '../../server/src/core/model/catalogFile.ts';
import { configNames } from '../../server/src/core/model/configFile.ts';
import { planEndings } from '../../server/src/core/model/plan.ts';
import { it } from '../kit/test.ts';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });

const sources = ['client/src', 'server/src'].flatMap(filesBelow).filter((path) => path.endsWith('.ts'));
const read = (path: string) => readFileSync(path, 'utf8');
const json = (path: string) => JSON.parse(read(path));

/** What a file imports: packages by name, own files by path. */
function imports(path: string): string[] {
  return [...read(path).matchAll(/(?:from|import) '([^']+)'/g)].map(([, name]) =>
    name?.startsWith('.') ? normalize(join(dirname(path), name)) : (name as string),
  );
}

describe('rooms', () => {
  /** Room → what may be imported into it, as beginnings of paths or names of packages. */
  const walls: Record<string, string[]> = {
    'server/src/core': [
      'server/src/core/',
      'schemas/',
      'snippets/',
      'levers:',
      'yaml',
      'js-yaml',
      'fastest-levenshtein',
    ],
    'server/src/features': [
      'server/src/core/',
      'server/src/features/',
      'server/src/protocol.ts',
      'vscode-languageserver-types',
      'vscode-languageserver-textdocument',
    ],
    'server/src/host': ['server/src/core/', 'server/src/host/', 'node:', 'levers:pinyin'],
    'server/src/lsp': ['server/src/', 'package.json', 'node:', 'vscode-languageserver'],
    'server/src/cli': [
      'server/src/core/',
      'server/src/cli/',
      // The questions of a new plan, which are no matter of the wire.
      'server/src/features/newPlan/',
      'server/src/protocol.ts',
      'server/src/host/',
      'schemas/',
      'package.json',
      'node:',
      'tinyglobby',
      'jsonc-parser',
      'ignore',
      'string-width',
      'diff',
      'js-yaml',
    ],
    'client/src/preview/view': [
      'client/src/preview/view/',
      'client/src/preview/messages.ts',
      'server/src/protocol.ts',
      'd3-',
    ],
    'client/src': ['client/src/', 'snippets/', 'server/src/protocol.ts', 'vscode', 'vscode-languageclient'],
  };
  for (const [room, allowed] of Object.entries(walls)) {
    it(`${room} imports only ${allowed.join(', ')}`, () => {
      // What has walls of its own inside of another room is not held to those of that room.
      const inner = Object.keys(walls).filter((other) => other.startsWith(`${room}/`));
      const own = (path: string) => !inner.some((other) => path.startsWith(`${other}/`));
      for (const path of sources.filter((candidate) => candidate.startsWith(`${room}/`)).filter(own)) {
        for (const name of imports(path)) {
          assert.ok(
            allowed.some((beginning) => name.startsWith(beginning)),
            `${path} imports ${name}`,
          );
        }
      }
    });
  }

  it('the server imports nothing of the client, and neither lsp nor cli the other', () => {
    for (const path of sources.filter((candidate) => candidate.startsWith('server/'))) {
      for (const name of imports(path)) {
        assert.ok(!name.startsWith('client/') && name !== 'vscode', `${path} imports ${name}`);
        assert.ok(
          !(path.includes('/lsp/') && name.includes('/cli/')) && !(path.includes('/cli/') && name.includes('/lsp/')),
          path,
        );
      }
    }
  });

  /** The rooms of the core: each imports only those before it. */
  const order = [
    ...['text', 'i18n', 'schema', 'syntax', 'model', 'diagnostics', 'edits', 'analysis', 'formatter', 'fixes'],
    ...['rules', 'check', 'authoring', 'overview', 'compare', 'brief'],
  ];
  const roomOf = (path: string) => /^server\/src\/core\/(\w+)\//.exec(path)?.[1];

  it('each room of the core imports only rooms before it, types too', () => {
    for (const path of sources.filter((candidate) => roomOf(candidate))) {
      const room = roomOf(path) as string;
      assert.ok(order.includes(room), path);
      for (const name of imports(path)) {
        const other = roomOf(name);
        if (other) assert.ok(order.indexOf(other) <= order.indexOf(room), `${path} imports ${name}`);
      }
    }
  });

  it('no file imports itself by way of others, types too', () => {
    const graph = new Map(sources.map((path) => [path, imports(path)]));
    const done = new Set<string>();
    const visit = (path: string, way: readonly string[]) => {
      assert.ok(!way.includes(path), [...way.slice(way.indexOf(path)), path].join(' → '));
      if (done.has(path)) return;
      for (const name of graph.get(path) ?? []) visit(name, [...way, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
  });

  it('each file imports a module once', () => {
    for (const path of [...sources, ...filesBelow('test').filter((name) => /\.(ts|mjs)$/.test(name))]) {
      const names = [...read(path).matchAll(/^import [^'";]*?from '([^']+)'/gm)].map(([, name]) => name);
      assert.equal(new Set(names).size, names.length, `${path} imports a module twice`);
    }
  });

  it('the protocol imports only itself, and neither features nor lsp import rules', () => {
    for (const path of sources.filter((candidate) => candidate.startsWith('server/src/protocol')))
      for (const name of imports(path)) assert.ok(name.startsWith('server/src/protocol/'), `${path} imports ${name}`);
    for (const path of sources.filter((candidate) => /server\/src\/(features|lsp)\//.test(candidate)))
      for (const name of imports(path)) assert.ok(!name.includes('/core/rules/'), `${path} imports ${name}`);
  });

  it('the core has no clock, no disk and no console', () => {
    for (const path of sources.filter((candidate) => /server\/src\/(core|features)\//.test(candidate))) {
      assert.doesNotMatch(read(path), /\bDate\.now|new Date\(\)|console\.|process\.|require\(/, path);
    }
  });

  it('hands no memoized function to a method of arrays: their index and array would be dependencies', () => {
    const made = /const (\w+) = (?:remembered|derived|ofPlan|ofLevers)\(/g;
    const memoized = sources.flatMap((path) => [...read(path).matchAll(made)].map(([, name]) => name as string));
    assert.ok(memoized.length > 50, `${memoized.length} memoized functions`);
    for (const path of sources) {
      const text = read(path);
      const imported = [...text.matchAll(/^import (?:type )?\{([^}]*)\}/gm)].flatMap(([, names]) =>
        names?.split(/\W+/),
      );
      const own = [...text.matchAll(made)].map(([, name]) => name);
      const here = memoized.filter((name) => own.includes(name) || imported.includes(name));
      const handed = here.filter((name) => new RegExp(`\\.(?!get|has)\\w+\\(${name}[,)]`).test(text));
      assert.deepEqual(handed, [], path);
    }
  });

  it('each file opens with a sentence about it', () => {
    for (const path of [
      ...sources,
      ...filesBelow('test').filter((name) => name.endsWith('.ts')),
      'schemas/pages.ts',
      'schemas/settings.ts',
    ]) {
      assert.match(read(path), /^\/\*\*/, path);
    }
    for (const path of [
      'esbuild.mjs',
      ...['schemas', 'test'].flatMap(filesBelow).filter((name) => name.endsWith('.mjs')),
    ]) {
      assert.match(read(path), /^(\/\/|\/\*\*)/, path);
    }
  });
});

// Whoever adds a place makes words of plans, catalogs and names safe for it first, and holds it to that in a test of
// hostile texts.
describe('what words of others are shown in', () => {
  const places: readonly { readonly what: string; readonly by: RegExp; readonly in: readonly string[] }[] = [
    {
      what: 'a terminal',
      by: /process\.std|(?<![.\w])console\.|\bwriteSync/,
      // The server says why it ends, in words of its own.
      in: ['server/src/cli/node.ts', 'server/src/lsp/node.ts'],
    },
    { what: 'Markdown', by: /MarkupKind\./, in: ['server/src/features/hover/markup.ts'] },
    { what: 'Markdown of the client', by: /new MarkdownString\(/, in: ['client/src/plansView/rows.ts'] },
    {
      what: 'snippets',
      by: /InsertTextFormat\.Snippet|kind: 'snippet'/,
      in: ['server/src/features/codeActions.ts', 'server/src/features/completion/completer.ts'],
    },
    {
      what: 'snippets of the client',
      by: /new SnippetString\(/,
      in: ['client/src/newPlan/newFromTemplate.ts', 'client/src/paste.ts'],
    },
    { what: 'trusted Markdown', by: /isTrusted|supportHtml|supportThemeIcons/, in: [] },
    { what: 'HTML', by: /innerHTML|outerHTML|insertAdjacentHTML|\.html\(|document\.write/, in: [] },
    // Links in notifications may be commands.
    {
      what: 'notifications',
      by: /\bshow(?:Error|Warning|Information)Message\((?!\s*(?:l10n\.t\(\s*'[^']*',?\s*\)|notListed\(\)))/,
      // Numbers that the server counted.
      in: ['client/src/codeActionCommands.ts'],
    },
  ];
  for (const { what, by, in: allowed } of places) {
    it(`${what}: ${allowed.join(', ') || 'none'}`, () => {
      assert.deepEqual(sources.filter((path) => by.test(read(path))).sort(), [...allowed].sort());
    });
  }
});

describe('both languages', () => {
  const literal = /en:\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)\s*,\s*'zh-CN':\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g;
  const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([name]) => name).sort();

  it('have the same placeholders in every text', () => {
    let count = 0;
    for (const path of sources) {
      for (const [, en1, en2, zh1, zh2] of read(path).matchAll(literal)) {
        const [en, zh] = [en1 ?? en2 ?? '', zh1 ?? zh2 ?? ''];
        count++;
        // English says "is" or "are" and English lists may need a count that Chinese has in its classifier.
        assert.deepEqual(
          placeholders(zh),
          placeholders(en).filter((name) => name !== '{are}'),
          `${path}: ${en} / ${zh}`,
        );
        if (/[a-z]{4}/i.test(en.replace(/\{\w+\}|`[^`]*`/g, ''))) assert.match(zh, /[\u4e00-\u9fff]/, `${path}: ${en}`);
      }
    }
    assert.ok(count > 150, `${count} texts`);
  });

  it('use no word of the trade', () => {
    const trade =
      /\b(mappings?|scalars?|sequences?|nodes?|tokens?|anchors?|pars(?:e|er|ed|ing)|schemas?|regex|null|boolean)\b/i;
    const trades = /映射|标量|序列|节点|令牌|锚点|解析|正则|布尔/;
    for (const path of sources.filter((candidate) => /server\/src\/(core|features)\//.test(candidate))) {
      for (const [, en1, en2, zh1, zh2] of read(path).matchAll(literal)) {
        const [en, zh] = [en1 ?? en2 ?? '', zh1 ?? zh2 ?? ''];
        // What is quoted from the file itself is no word of ours.
        const bare = (text: string) => text.replace(/`[^`]*`/g, '');
        assert.doesNotMatch(bare(en), trade, path);
        assert.doesNotMatch(bare(zh), trades, path);
      }
    }
  });

  /** Texts in Chinese, each with where it stands; what is quoted from files left out. */
  const chinese = [...sources, ...filesBelow('schemas'), 'package.nls.zh-cn.json'].flatMap((path) =>
    [...read(path).matchAll(/(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|zh-CN: .*)/g)]
      .map(([text]) => ({ path, text: text.slice(1, -1).replace(/`[^`]*`| -->/g, '…') }))
      .filter(({ text }) => /\p{Script=Han}/u.test(text)),
  );

  it('call a lever by one word in Chinese', () => {
    assert.ok(chinese.length > 500, `${chinese.length} texts`);
    for (const { path, text } of chinese) assert.doesNotMatch(text, /(?<!LEVERS |工作)方法|杠杆/, `${path}: ${text}`);
  });

  it('have full-width punctuation in Chinese, and no blanks around it', () => {
    for (const { path, text } of chinese) {
      if (/\.(ts|json)$/.test(path)) {
        assert.doesNotMatch(text, /\p{Script=Han} ?[,:;!?()]|[,:;!?()] ?\p{Script=Han}/u, `${path}: ${text}`);
        assert.doesNotMatch(text, /[，。：；！？（）、] | [，。：；！？（）、]/, `${path}: ${text}`);
      }
    }
  });

  it('have the same entries in the manifest, all of them used', () => {
    const manifest = read('package.json');
    const english = Object.keys(json('package.nls.json'));
    assert.deepEqual(Object.keys(json('package.nls.zh-cn.json')), english);
    const used = new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key));
    assert.deepEqual([...used].sort(), [...english].sort());
  });

  it('have every text of the client in the bundle, and none that is not used', () => {
    const used = new Set<string>();
    for (const path of sources.filter((candidate) => candidate.startsWith('client/'))) {
      for (const [, text] of read(path).matchAll(/l10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)) used.add(text as string);
    }
    const bundle = json('client/l10n/bundle.l10n.zh-cn.json');
    assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
    for (const [english, chinese] of Object.entries(bundle)) {
      assert.deepEqual(
        [...String(chinese).matchAll(/\{\d\}/g)].map(String),
        [...english.matchAll(/\{\d\}/g)].map(String),
      );
    }
  });
});

describe('the pages', () => {
  const pages = filesBelow('docs').filter(
    (path) => /(rules\/|format|catalog|pipelines)/.test(path) && path.endsWith('.md'),
  );

  it('mark what is found, and show numbers as people write them', () => {
    assert.ok(pages.length > 150, `${pages.length} pages`);
    for (const path of pages) {
      assert.doesNotMatch(read(path), /^#$/m, path);
      assert.doesNotMatch(read(path), /\d\.\d{4}/, path);
    }
    assert.doesNotMatch(read('package.json'), /\d\.\d{4}/);
  });

  it('in Chinese have Chinese punctuation', () => {
    for (const path of pages.filter((page) => page.startsWith('docs/zh-cn/'))) {
      const prose = read(path)
        .replace(/```[\s\S]*?```|`[^`\n]*`|<!--.*-->/g, '…')
        .replace(/\]\([^)]*\)/g, ']');
      assert.doesNotMatch(prose, /\p{Script=Han}\**[,:;!?(]|[),.]\**\p{Script=Han}/u, path);
    }
  });
});

describe('what is shipped', () => {
  const manifest = json('package.json');

  it('names files that exist', () => {
    const { languages, grammars, snippets } = manifest.contributes;
    const paths = [
      manifest.icon,
      manifest.l10n,
      ...languages.flatMap(({ configuration, icon }: { configuration?: string; icon?: object }) => [
        ...(configuration ? [configuration] : []),
        ...Object.values(icon ?? {}),
      ]),
      ...grammars.map(({ path }: { path: string }) => path),
    ];
    for (const locale of ['package.nls.json', 'package.nls.zh-cn.json'])
      paths.push(json(locale)[snippets[0].path.slice(1, -1)]);
    for (const path of paths as string[]) assert.ok(existsSync(path), path);
  });

  it('calls files as the core does, in the manifest and in the client', () => {
    const [plan, catalog, config] = manifest.contributes.languages;
    assert.deepEqual(plan.extensions, planEndings);
    assert.deepEqual(
      plan.filenamePatterns,
      planEndings.map((ending) => `*${ending}`),
    );
    assert.deepEqual(catalog.filenames, catalogNames);
    assert.deepEqual(config.filenames, configNames);
    for (const ending of planEndings) assert.equal(languageOf(`a/b${ending}`), plan.id);
    for (const name of catalogNames) assert.equal(languageOf(`a/${name}`), catalog.id);
    for (const name of configNames) assert.equal(languageOf(`a/${name}`), config.id);
    assert.equal(languageOf('a/b.yaml'), undefined);
  });

  // A language mode of ours wakes by itself; a catalog without a plan is of no use until it is opened.
  it('wakes only for plans, our language modes, our commands and our panels', () => {
    assert.deepEqual(manifest.activationEvents, [
      'workspaceContains:**/*.levers.{yaml,yml}',
      'onWebviewPanel:levers.plan',
      'onWebviewPanel:levers.portfolio',
    ]);
  });

  it('has a lock file without download addresses', () => {
    assert.doesNotMatch(read('package-lock.json'), /"resolved"/);
  });

  it('has no address of a network in its own code', () => {
    // The name of the schema of SARIF: readers ask for it, nobody opens it.
    const named = /trailhead\.salesforce\.com|https:\/\/json\.schemastore\.org\/sarif-2\.1\.0\.json/g;
    for (const path of sources) assert.doesNotMatch(read(path).replace(named, ''), /https?:\/\//, path);
  });
});
