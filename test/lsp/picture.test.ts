/** Asking the built server for pictures. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { type Picture, pictureRequest } from '../../server/src/protocol.ts';
import { cleanPlan } from '../kit/plan.ts';
import { withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const uri = 'file:///plans/desk.levers.yaml';

describe('pictures', () => {
  it('are those of the newest version, told after its problems', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const at = cleanPlan.indexOf('AI assist');
      await document.replace(at, at, 'Our ');
      const picture = await document.request<Picture>(pictureRequest);
      assert.equal(picture.version, document.version);
      assert.equal(picture.title, 'Our AI assist for the service desk');
      assert.equal(session.published.at(-1)?.version, document.version);
    });
  });

  it('are none of what is no plan, and of what is not open', async () => {
    await withServer({}, async (session) => {
      const catalog = await session.open('file:///plans/levers.catalog.yaml', 'version: 1\n', 'levers-catalog');
      assert.equal(await catalog.request(pictureRequest), null);
      const plan = await session.open(uri, cleanPlan);
      await plan.close();
      assert.equal(await plan.request(pictureRequest), null);
    });
  });
});
