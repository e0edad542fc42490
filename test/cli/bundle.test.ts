/** What is in the bundles that are shipped. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { rules } from '../../server/src/core/rules/index.ts';
import { it } from '../kit/test.ts';

const read = (name: string) => readFileSync(`dist/${name}`, 'utf8');

describe('a bundle', () => {
  it('has of the core the patterns as they are, and not what only the pages about rules say', () => {
    const programs = readdirSync('dist').filter((name) => name.endsWith('.mjs'));
    const core = programs.map(read).join('');
    for (const { code, doc, summary } of rules) {
      for (const { en } of [doc.why, doc.fix, summary]) assert.ok(!core.includes(JSON.stringify(en)), `${code}: ${en}`);
    }
    assert.ok(core.includes('Put the whole text in quotes'));
    // A pattern stays one, and is not made of a text whenever it is used.
    assert.doesNotMatch(core, /new RegExp\("[^"]*\\p\{/);
  });

  it('shares the protocol with the other one', () => {
    const speaking = readdirSync('dist').filter(
      (name) => /\.m?js$/.test(name) && read(name).includes('$/cancelRequest'),
    );
    assert.deepEqual(speaking, ['protocol.js']);
  });

  it('has beside it the page about each rule, in both languages', () => {
    const pages = JSON.parse(read('pages.json'));
    assert.deepEqual(Object.keys(pages).sort(), rules.map(({ code }) => code).sort());
    for (const { code } of rules) {
      assert.equal(pages[code].en, readFileSync(`docs/rules/${code}.md`, 'utf8'));
      assert.equal(pages[code]['zh-CN'], readFileSync(`docs/zh-cn/rules/${code}.md`, 'utf8'));
    }
  });

  it('names every package in it with the text of its licence, which is one that we allow', () => {
    const notices = read('THIRD-PARTY-NOTICES.txt');
    const packages = notices.split(/^-{80}$/m).map((part) => /^(\S+) [\d.]+ \((.*)\)\n\n([\s\S]+)/m.exec(part));
    const named = new Set(packages.map((found) => found?.[1]));
    for (const [, name, licence, text = ''] of packages as RegExpExecArray[]) {
      assert.ok(['MIT', 'ISC', 'BlueOak-1.0.0', 'BSD-3-Clause'].includes(licence as string), `${name}: ${licence}`);
      assert.match(text, /permission|permitted|licen[cs]e/i, name);
    }
    const sources = ['client/src', 'server/src'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) =>
        path.endsWith('.ts') ? readFileSync(`${folder}/${path}`, 'utf8') : [],
      ),
    );
    const imported = sources.flatMap((source) =>
      [...source.matchAll(/^(?:import (?!type )|\} )[^;]*?from '((?:@[\w-]+\/)?[\w-]+)/gm)].map(([, name]) => name),
    );
    const ours = new Set(imported.filter((name) => name !== 'vscode' && name !== 'node' && name !== 'levers'));
    assert.ok(ours.size > 8, [...ours].join());
    for (const name of ours) assert.ok(named.has(name), name);
    assert.ok(JSON.parse(readFileSync('package.json', 'utf8')).files.includes('dist/THIRD-PARTY-NOTICES.txt'));
  });
});
