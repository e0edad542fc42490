/** Hover: `‸` is the pointer. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { locales } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { planShape, type Shape } from '../../server/src/core/schema/schema.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { cursor } from '../kit/cursor.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

function hovered(marked: string, locale: (typeof locales)[number] = 'en'): { text: string; over: string } | undefined {
  const { text, offset } = cursor(marked);
  const document = TextDocument.create('', '', 1, text);
  const found = hover({ document, reading: parse(text) }, offset, { ...view, locale });
  if (!found?.range) return undefined;
  const over = text.slice(document.offsetAt(found.range.start), document.offsetAt(found.range.end));
  return { text: (found.contents as { value: string }).value, over };
}

/** The clean plan with the pointer in the middle of the first occurrence of a word. */
const on = (word: string, nth = 0) => {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = cleanPlan.indexOf(word, at + 1);
  assert.ok(at >= 0, word);
  return `${cleanPlan.slice(0, at + 1)}‸${cleanPlan.slice(at + 1)}`;
};

describe('hover', () => {
  it('explains keys, in both languages', () => {
    assert.match(hovered(on('goLive'))?.text ?? '', /^\*\*Go-live date\*\* · Required/);
    assert.match(hovered(on('goLive'), 'zh-CN')?.text ?? '', /^\*\*上线日期\*\* · 必填/);
    assert.equal(hovered(on('goLive'))?.over, 'goLive');
  });

  it('explains levers, and says whether they are covered', () => {
    const { text } = hovered(on('ecosystem')) ?? { text: '' };
    assert.match(text, /^\*\*Ecosystem\*\* \(E\)/);
    assert.match(text, /`ai-change-network`: Build an AI Change Network/);
    assert.match(text, /Covered in this plan\.$/);
    assert.match(hovered(on('enablement'))?.text ?? '', /Left out of this plan, with a reason\.$/);
  });

  it('explains strategies, with what they bring and what looks similar', () => {
    const { text } = hovered(on('ai-governance')) ?? { text: '' };
    assert.match(text, /\*\*Typical deliverables\*\*/);
    assert.match(text, /`ai-ethics-council`/);
  });

  it('says which groups know how and choose to, those with the highest impact first', () => {
    const rows = (marked: string, locale?: 'zh-CN') =>
      (hovered(marked, locale)?.text ?? '').split('\n').filter((line) => line.startsWith('|'));
    const table = rows(on('stakeholders'));
    assert.deepEqual(table, [
      '| Group | “I know how to …” | “I choose to …” |',
      '| --- | --- | --- |',
      '| Agents | ✗ nothing under Enablement, no training | ✓ 2 |',
      '| Team leads | ✗ nothing under Enablement, no training | ✓ 1 |',
    ]);
    assert.deepEqual(rows(on('levers')), table);
    assert.deepEqual(rows(on('agents')), table.slice(0, 3));
    assert.deepEqual(rows(on('agents'), 'zh-CN').slice(-1), ['| Agents | ✗ 没有“赋能”策略，也没有培训 | ✓ 2 项 |']);
    const late = cleanPlan
      .replace(
        '{ notUsed: Training is in the plan of the learning team. }',
        '{ strategies: [{ use: live-demos, owner: Bo, audience: [leads], start: 2027-05-10 }] }',
      )
      .replace('ai-change-network, owner: Bo, audience: [agents]', 'ai-change-network, owner: Bo, audience: [leads]')
      .replace('ai-purpose-value, owner: Ana, audience: [agents]', 'ai-purpose-value, owner: Ana, audience: [leads]')
      .replace('id: leads', 'id: le‸ads');
    assert.deepEqual(rows(late).slice(-1), [
      '| Team leads | ✗ only from 2027\\-05\\-10 on, after go-live | ✓ 3 |'.replaceAll('\\', ''),
    ]);
    const many = [...Array(11).keys()].map(
      (n) => `  - { id: g-${n}, name: Group ${n}, impact: ${n === 10 ? 'high' : 'low'} }\n`,
    );
    const crowd =
      hovered(
        cleanPlan
          .replace(/stakeholders:\n( .*\n)+/, `stake‸holders:\n${many.join('')}`)
          .replaceAll(/\[(agents|leads)\]/g, '[g-10]'),
      )?.text ?? '';
    assert.match(crowd, /\| --- \|\n\| Group 10 \|/);
    assert.match(crowd, /\| Group 6 \|[^\n]*\n\n3 more groups/);
  });

  it('says what a reference means', () => {
    assert.match(hovered(on('[agents]'))?.text ?? '', /^\*\*Agents\*\*\n\n- `impact`: high$/);
    assert.match(hovered(on('weekly-use'))?.text ?? '', /^\*\*Weekly use\*\*/);
    const named = cleanPlan.replace('[weekly-use]', '[weekly-use], dependsOn: [pil‸ot]');
    assert.match(hovered(named)?.text ?? '', /^\*\*Pilot\*\*/);
    const wave = cleanPlan.replace('kind: pilot }', 'kind: go-live, audience: [lea‸ds] }');
    assert.match(hovered(wave)?.text ?? '', /^\*\*Team leads\*\*/);
    assert.match(hovered(cleanPlan.replace('[leads]', '[al‸l]'))?.text ?? '', /Every group/);
  });

  it('says what a word from a list means', () => {
    assert.match(hovered(on('active'))?.text ?? '', /\w/);
    assert.equal(hovered(on('active'))?.over, 'active');
  });

  it('shows text of the plan as text', () => {
    const text = cleanPlan
      .replace('name: Agents', 'name: "<img src=x onerror=alert(1)> [x](command:y) **b**"')
      .replace('[agents]', '[ag‸ents]');
    assert.match(hovered(text)?.text ?? '', /^\*\*\\<img src=x onerror=alert\\\(1\\\)\\> \\\[x\\\]\\\(command:y\\\)/);
  });

  it('is silent where nothing stands', () => {
    assert.equal(hovered(`${cleanPlan}\n\n‸`), undefined);
    assert.equal(hovered('x-note: he‸re'), undefined);
    assert.equal(hovered('plan: "unclo‸sed'), undefined);
  });

  it('has a title and a description in both languages for every key of the format', () => {
    const visit = (shape: Shape, path: string, seen: ReadonlySet<Shape>) => {
      for (const key of shape.keys) {
        const inner = shape.key(key) as Shape;
        for (const text of [inner.title, inner.description])
          for (const locale of locales) assert.ok(text?.[locale], `${path}${key} ${locale}`);
        assert.notEqual(inner.description?.en, inner.description?.['zh-CN'], `${path}${key}`);
        for (const value of inner.enum ?? [])
          for (const locale of locales) assert.ok(inner.values?.get(value)?.[locale], `${path}${key}: ${value}`);
        const below = inner.items ?? inner;
        if (!seen.has(below)) visit(below, `${path}${key}.`, new Set([...seen, below]));
      }
    };
    visit(planShape, '', new Set());
  });
});
