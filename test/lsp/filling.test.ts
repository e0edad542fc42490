/** Filling in values through the built server. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { type EditResult, editRequest, type Fields, fieldsRequest } from '../../server/src/protocol.ts';
import { cleanPlan } from '../kit/plan.ts';
import { withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const uri = 'file:///plans/desk.levers.yaml';

describe('filling in values', () => {
  it('tells what there is, and edits the version that was seen', async () => {
    await withServer({ locale: 'zh-cn' }, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const asked = await document.request<Fields>(fieldsRequest, { key: 'risks/fear' });
      assert.equal(asked.version, document.version);
      assert.equal(asked.fields.find(({ name }) => name === 'status')?.kind, 'choice');
      const params = { version: asked.version, key: 'plan', name: 'owner', value: '李文' };
      const { edits } = await document.request<EditResult>(editRequest, params);
      const start = document.positionAt(cleanPlan.indexOf('Ana'));
      const end = { ...start, character: start.character + 3 };
      assert.deepEqual(edits, [{ range: { start, end }, newText: '李文' }]);
      // What is refused says why, and changes nothing.
      await document.replace(0, 0, '# New\n');
      const late = await document.request<EditResult>(editRequest, params);
      assert.deepEqual(late, { edits: [], refused: '文本刚才有变动，因此没有写入。请核对后再试一次。' });
    });
  });

  it('answers nothing for what is no plan, what is kept by Git, and what leads nowhere', async () => {
    await withServer({}, async (session) => {
      const params = { version: 1, key: 'plan', name: 'owner', value: 'Eve' };
      const catalog = await session.open('file:///plans/levers.catalog.yaml', 'version: 1\n', 'levers-catalog');
      const kept = await session.open('git:/plans/desk.levers.yaml?%7B%22ref%22%3A%22HEAD%22%7D', cleanPlan);
      for (const document of [catalog, kept]) {
        assert.equal(await document.request(fieldsRequest, { key: 'plan' }), null);
        assert.equal(await document.request(editRequest, params), null);
      }
      const plan = await session.open(uri, cleanPlan);
      assert.equal(await plan.request(fieldsRequest, { key: 'nowhere' }), null);
    });
  });

  it('refuses messages of another form', async () => {
    await withServer({}, async (session) => {
      const plan = await session.open(uri, cleanPlan);
      for (const params of [{}, { key: 7 }]) await assert.rejects(plan.request(fieldsRequest, params), /invalid/);
      for (const value of [undefined, 7, [7], {}])
        await assert.rejects(plan.request(editRequest, { version: 1, key: 'plan', name: 'owner', value }), /invalid/);
    });
  });
});
