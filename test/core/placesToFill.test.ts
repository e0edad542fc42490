/** Places of a plan that are still to be filled in: plans in, what waits out. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { placesToFill } from '../../server/src/core/analysis/placesToFill.ts';
import { draft } from '../../server/src/core/authoring/draft.ts';
import { samples } from '../../server/src/core/authoring/draftPhrases.ts';
import { planTemplate } from '../../server/src/core/edits/planTemplate.ts';
import { minimalPlan } from '../../server/src/core/edits/templates.ts';
import { locales } from '../../server/src/core/i18n/message.ts';
import { builtInCatalog } from '../../server/src/core/model/catalog.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { planRules } from '../../server/src/core/rules/index.ts';
import { type At, isMap, isScalar, itemsOf, pairsOf } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { settled } from '../../server/src/features/snippet.ts';
import english from '../../snippets/levers-plan.json';
import chinese from '../../snippets/levers-plan.zh-cn.json';
import { cleanPlan, completed } from '../kit/plan.ts';
import { context, problemsOf, unmarked } from '../kit/problems.ts';
import { blocksOf } from '../kit/spec.ts';
import { it } from '../kit/test.ts';

const places = (text: string) => placesToFill(parse(text)).map(({ start, end }) => text.slice(start, end));

describe('places to fill in', () => {
  it('are none in a plan that is written', () => {
    assert.deepEqual(places(cleanPlan), []);
  });

  it('are texts that end in an ellipsis or are not decided, and people who are not named', () => {
    const text = cleanPlan
      .replace('need: Simple questions take nine minutes.', 'need: What goes wrong today …')
      .replace('owner: Bo', 'owner: TBD')
      .replace('owner: Cy', 'owner:')
      .replace('response: Town hall', 'response: 待定')
      .replace('title: Fear of job loss', 'title: 谁可能有阻力……');
    assert.deepEqual(places(text), ['What goes wrong today …', 'TBD', '', '谁可能有阻力……', '待定']);
  });

  it('are no ids, and no words that a list of the format has', () => {
    assert.deepEqual(places(cleanPlan.replace('impact: high', 'impact: high, attitude: unknown')), []);
    assert.deepEqual(places(`${cleanPlan}approvals:\n  - { role: Sponsor, name: Tom, status: pending }\n`), []);
  });

  it('are the words of templates in both languages', () => {
    for (const locale of locales) {
      assert.equal(places(settled(planTemplate('minimal', '2027-03-01', locale))).length, 3);
      assert.ok(places(settled(planTemplate('full', '2027-03-01', locale))).length > 20);
    }
    const small = settled(planTemplate('minimal', '2027-03-01', 'en'));
    assert.deepEqual(places(small), ['What changes', 'Why we need this change', 'The first group']);
  });

  it('are all that a draft leaves to its author', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const { text } = draft({ ai: false, groups: [] }, { ...context, locale });
      const open = text
        .split('\n')
        .filter((line) => /(?:…"?|name: (?:The first group|第一个群体))(?: # .*)?$/.test(line) && !/^ *#/.test(line));
      assert.ok(open.length > 5);
      assert.equal(places(text).length, open.length);
    }
  });

  const waits = (words: string) =>
    places(cleanPlan.replace('Simple questions take nine minutes.', JSON.stringify(words))).length > 0;

  it('are all samples of ours: those of templates, of drafts and of the smallest plan', () => {
    const items = [english, chinese].flatMap((snippets) => Object.values(snippets).flatMap(({ body }) => body));
    const plans = locales.flatMap((locale) =>
      (['minimal', 'full'] as const).map((name) => planTemplate(name, context.today, locale)),
    );
    const stops = [...items, ...plans].flatMap((line) =>
      [...line.matchAll(/\$\{\d+:([^}]*)\}/g)].map(([, word]) => word as string),
    );
    // An id, a number, a day, the name of a role and of go-live may stay.
    const mayStay = /^[a-z0-9-]+$|^[%$]|(?:lead|负责人|发起人)$|^Sponsor$|^(?:Go-live|上线)$/;
    const ours = [
      ...stops.filter((word) => !mayStay.test(word)),
      ...(['title', 'group', 'need', 'action'] as const).flatMap((key) =>
        locales.map((locale) => samples[key][locale]),
      ),
    ];
    assert.ok(ours.length > 60);
    assert.deepEqual(
      ours.filter((words) => !waits(words)),
      [],
    );
    for (const locale of locales) assert.equal(places(minimalPlan('', context.today, locale)).length, 6);
  });

  it('are all texts that a fix makes up', () => {
    const texts = (at: At | undefined): string[] => {
      if (isMap(at)) return pairsOf(at).flatMap(({ value }) => texts(value));
      if (isScalar(at)) return typeof at.node.value === 'string' ? [at.node.value] : [];
      return itemsOf(at).flatMap(texts);
    };
    const words = (text: string) => text.toLowerCase().match(/[a-z]{3,}|\p{Script=Han}/gu) ?? [];
    const known = new Set(
      JSON.stringify(builtInCatalog.strategies)
        .toLowerCase()
        .match(/[a-z]{3,}|\p{Script=Han}/gu),
    );
    const made = new Set<string>();
    for (const { code } of planRules) {
      for (const block of blocksOf(readFileSync(`test/rules/${code}.md`, 'utf8'))) {
        if (block.catalog || block.fix !== undefined) continue;
        const text = unmarked(block.whole ? block.text : completed(block.text));
        // What the team lists nobody has made up.
        const own = new Set(words(text + (block.teamConfig ?? '')));
        for (const problem of problemsOf(text, block)) {
          if (problem.code !== code) continue;
          for (const fix of problem.fixes()) {
            for (const value of texts(parse(apply(text, fix.edits)).root)) {
              if (/ |\p{Script=Han}{2}/u.test(value) && words(value).some((word) => !own.has(word) && !known.has(word)))
                made.add(value);
            }
          }
        }
      }
    }
    assert.ok(made.size > 10, [...made].join('\n'));
    assert.deepEqual(
      [...made].filter((value) => !waits(value)),
      [],
    );
  });
});
