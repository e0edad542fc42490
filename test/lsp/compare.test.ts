/** Comparing two versions of a plan through the built server. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { type CompareResult, compareRequest } from '../../server/src/protocol.ts';
import { cleanPlan } from '../kit/plan.ts';
import { capable, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const uri = 'file:///plans/desk.levers.yaml';

/** The clean plan with another change lead, and without its risks. */
const before = cleanPlan.replace('owner: Ana', 'owner: Eve').replace(/^risks:\n(?: .*\n)+/m, '');

describe('comparing a plan', () => {
  it('says what changed, and where it stands in both versions', async () => {
    await withServer({}, async (session) => {
      const plan = await session.open(uri, cleanPlan);
      const { version, title, groups, words } = await plan.request<CompareResult>(compareRequest, { before });
      assert.deepEqual([version, title, words], [plan.version, 'AI assist for the service desk', undefined]);
      const changes = groups.flatMap(({ changes }) => changes);
      const lead = changes.find(({ kind }) => kind === 'lead-changed');
      const line = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length - 1;
      assert.equal(lead?.before?.start.line, line(before, 'owner: Eve'));
      assert.equal(lead?.after?.start.line, line(cleanPlan, 'owner: Ana'));
      // What is new stands in one version alone.
      const risk = changes.find(({ before }) => !before);
      assert.ok(risk?.after);
    });
  });

  it('says in one sentence what is gravest, and that nothing changed, in the language of the reader', async () => {
    for (const [locale, wanted] of [
      ['en', [/^\d changes, the gravest: .*Ana.*Eve/, 'Nothing has changed: both versions say the same.']],
      ['zh-cn', [/^\d 处改动，最重要的是：.*Ana/, '没有变化：两个版本内容一致。']],
    ] as const) {
      await withServer({ locale }, async (session) => {
        const plan = await session.open(uri, cleanPlan);
        const { summary } = await plan.request<CompareResult>(compareRequest, { before });
        assert.match(summary, wanted[0]);
        const same = await plan.request<CompareResult>(compareRequest, { before: `# A note\n${cleanPlan}` });
        assert.deepEqual([same.summary, same.groups], [wanted[1], []]);
      });
    }
  });

  it('gives both versions in words where they are wanted', async () => {
    await withServer({}, async (session) => {
      const plan = await session.open(uri, cleanPlan);
      const { words } = await plan.request<CompareResult>(compareRequest, { before, words: true });
      assert.match(words?.before ?? '', /^AI assist for the service desk\n[\s\S]*Eve/);
      assert.match(words?.after ?? '', /^AI assist for the service desk\n[\s\S]*Ana/);
    });
  });

  it('judges both versions by the settings of the plan', async () => {
    const rules = ['warning', 'off'];
    const told = rules.map(async (severity) => {
      let kinds: string[] = [];
      await withServer(
        {
          capabilities: { ...capable, workspace: { ...capable.workspace, configuration: true } },
          settings: { rules: { 'unknown-stakeholder': severity } },
        },
        async (session) => {
          const plan = await session.open(uri, cleanPlan.replace('[agents]', '[agnets]'));
          const { groups } = await plan.request<CompareResult>(compareRequest, { before: cleanPlan });
          kinds = groups.flatMap(({ changes }) => changes.map(({ kind }) => kind));
        },
      );
      return kinds.includes('problems-changed');
    });
    assert.deepEqual(await Promise.all(told), [true, false]);
  });

  it('answers nothing for what is no plan, something for a text that cannot be read, and refuses other forms', async () => {
    await withServer({}, async (session) => {
      const catalog = await session.open('file:///plans/levers.catalog.yaml', 'version: 1\n', 'levers-catalog');
      assert.equal(await catalog.request(compareRequest, { before }), null);
      const plan = await session.open(uri, cleanPlan);
      for (const odd of ['', '\u0000', '<html>', before.slice(0, 400)])
        assert.ok(await plan.request<CompareResult>(compareRequest, { before: odd }));
      for (const params of [{}, { before: 7 }, { before: null }])
        await assert.rejects(plan.request(compareRequest, params), /invalid/);
    });
  });
});
