/** The page about the domain: what the code cites is there, and it speaks of rules that exist. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { planRules } from '../../server/src/core/rules/index.ts';
import { it } from '../kit/test.ts';

const page = readFileSync('docs/domain.md', 'utf8');

describe('docs/domain.md', () => {
  it('has each section that the code cites', () => {
    const sections = new Set([...page.matchAll(/^#+ (\d+(?:\.\d+)?) /gm)].map(([, number]) => number));
    const files = ['client/src', 'server/src', 'schemas', 'test'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|mjs|json|yaml)$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    let cited = 0;
    for (const path of files.filter((name) => !name.endsWith('domain.test.ts'))) {
      const text = readFileSync(path, 'utf8');
      assert.doesNotMatch(text, /\[L\d/, path);
      for (const [citation] of text.matchAll(/\S*domain\.md.{0,4}/g)) {
        const section = /^\(?docs\/domain\.md (\d+(?:\.\d+)?)/.exec(citation)?.[1];
        assert.ok(sections.has(section), `${path}: ${citation}`);
        cited++;
      }
    }
    assert.ok(cited > 15, `${cited} citations`);
  });

  it('speaks only of rules that exist, of each once', () => {
    const rules = page.slice(page.indexOf('## 4 The rules'), page.indexOf('## 5 '));
    const rows = [...rules.matchAll(/^\| (`[a-z].*?) \|/gm)].flatMap(([, cell]) =>
      [...String(cell).matchAll(/`([a-z-]+)`/g)].map(([, code]) => code as string),
    );
    const codes = planRules.map(({ code }) => code);
    assert.deepEqual(
      rows.filter((code, index) => !codes.includes(code) || rows.indexOf(code) !== index),
      [],
    );
    assert.ok(rows.length > 40, `${rows.length} rules`);
  });
});
