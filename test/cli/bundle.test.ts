/** What is in the bundles that are shipped. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { rules } from '../../server/src/core/rules/index.ts';
import { it } from '../kit/test.ts';

describe('a bundle', () => {
  it('leaves out of the core what only the pages about rules say', () => {
    const programs = readdirSync('dist').filter((name) => name.endsWith('.mjs'));
    const core = programs.map((name) => readFileSync(`dist/${name}`, 'utf8')).join('');
    for (const { code, doc, summary } of rules) {
      for (const { en } of [doc.why, doc.fix, summary]) assert.ok(!core.includes(JSON.stringify(en)), `${code}: ${en}`);
    }
    assert.ok(core.includes('Put the whole text in quotes'));
  });
});
