/** Drafts for very different changes: answers in, the whole plan out (`test/drafts/*.md`, with both in both languages). */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { parse as parseYaml } from 'yaml';
import { placesToFill } from '../../server/src/core/analysis/placesToFill.ts';
import { answersIn } from '../../server/src/core/authoring/answers.ts';
import { draft } from '../../server/src/core/authoring/draft.ts';
import { check } from '../../server/src/core/check/check.ts';
import type { Locale } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { loadPinyin } from '../../server/src/host/pinyin.ts';
import { context } from '../kit/problems.ts';
import { it } from '../kit/test.ts';

const folder = 'test/drafts';

/** Answers and the plan after them. */
const sample = /```yaml answers (en|zh-CN)\n([\s\S]*?)```\n+```yaml\n([\s\S]*?)```/g;

describe('the draft for', () => {
  for (const name of readdirSync(folder)) {
    for (const [, language, answers = '', plan = ''] of readFileSync(`${folder}/${name}`, 'utf8').matchAll(sample)) {
      it(`${name.replace('.md', '')} (${language})`, async () => {
        const by = { ...context, locale: language as Locale };
        const given = parseYaml(answers);
        const { text } = draft(answersIn(given, by.today), by, await loadPinyin());
        assert.equal(text, plan);
        const read = parse(text);
        // Numbers that nobody has said and texts to write are noted, and nothing else is found.
        const found = check(read, by).map(({ severity, code }) => `${severity} ${code}`);
        assert.deepEqual(new Set(found), new Set(['info measure-incomplete', 'hint unfinished-text']));
        assert.ok(placesToFill(read).length > 5);
        assert.equal(/\bAI\b/.test(text), given.ai === 'yes');
        assert.doesNotMatch(text, /\ball\]|Slack|baseline:|target:/);
      });
    }
  }
});
