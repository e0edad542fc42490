/** Which catalogs are read and remembered, without a connection. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Opened } from '../../server/src/core/model/catalogFile.ts';
import { comparable } from '../../server/src/lsp/address.ts';
import { Catalogs } from '../../server/src/lsp/workspace/catalogs.ts';
import { it } from '../kit/test.ts';

const text = 'catalogVersion: 1\nid: team\nhide: [live-demos]\n';

/** Catalogs over a folder with one file, and which files were read. */
function catalogsOver(place: string) {
  const read: string[] = [];
  const files = {
    read: async (uri: string): Promise<Opened> => {
      read.push(uri);
      await new Promise(setImmediate);
      return uri === place ? { text } : { reason: 'absent' };
    },
  };
  const catalogs = new Catalogs(files, { open: () => undefined, named: () => [] });
  catalogs.folders = ['file:///plans'];
  return { catalogs, read };
}

describe('catalogs that hold for documents', () => {
  it('are read once, however many wait for them', async () => {
    const { catalogs, read } = catalogsOver('file:///plans/levers.catalog.yaml');
    const plans = ['file:///plans/a.levers.yaml', 'file:///plans/a.levers.yaml', 'file:///plans/b.levers.yaml'];
    await Promise.all(plans.map((uri) => catalogs.ready(uri)));
    const names = ['levers.catalog.yaml', 'levers.catalog.yml', 'levers.config.yaml', 'levers.config.yml'];
    assert.deepEqual(
      read.sort(),
      names.map((name) => `file:///plans/${name}`),
    );
    assert.equal(catalogs.for('file:///plans/a.levers.yaml').files.length, 1);
    catalogs.reload();
    await catalogs.ready('file:///plans/a.levers.yaml');
    assert.equal(read.length, 8);
  });

  it('stay the same while a document uses them, and are dropped with the last', async () => {
    const { catalogs } = catalogsOver('file:///plans/levers.catalog.yaml');
    const [one, other] = ['file:///plans/a.levers.yaml', 'file:///plans/b.levers.yaml'];
    const catalog = async (uri: string) => {
      await catalogs.ready(uri);
      return catalogs.for(uri);
    };
    const first = await catalog(one);
    assert.equal(first.hidden.size, 1);
    catalogs.reload();
    assert.equal(await catalog(other), first);
    catalogs.forget(one);
    catalogs.reload();
    assert.equal(await catalog(other), first);
    catalogs.forget(other);
    const again = await catalog(one);
    assert.notEqual(again, first);
    assert.notEqual(again.files[0]?.file, first.files[0]?.file);
    assert.equal(again.hidden.size, 1);
  });
});

describe('many documents', () => {
  it('are dropped in as many steps as there are documents', async () => {
    /** How often it is asked where the catalogs for a document are, while so many are dropped. */
    const steps = async (n: number) => {
      let count = 0;
      const named = () => {
        count++;
        return [];
      };
      const files = { read: async (): Promise<Opened> => ({ reason: 'absent' }) };
      const catalogs = new Catalogs(files, { open: () => undefined, named });
      catalogs.folders = ['file:///plans'];
      const uris = Array.from({ length: n }, (_, i) => `file:///plans/${i}.levers.yaml`);
      for (const uri of uris) await catalogs.ready(uri);
      count = 0;
      for (const uri of uris) catalogs.forget(uri);
      return count;
    };
    assert.ok((await steps(400)) <= 2 * 400);
  });
});

describe('addresses', () => {
  it('are the same however they are escaped', () => {
    for (const [one, other] of [
      ['file:///a%20b/%28EU%29/x.yaml', 'file:///a b/(EU)/x.yaml'],
      ['file:///c%3A/plans/x.yaml', 'file:///C:/plans/x.yaml'],
      ['file:///%E8%AE%A1%E5%88%92/x.yaml', 'file:///计划/x.yaml'],
      ['vscode-remote://ssh-remote%2Bhost/x.yaml', 'vscode-remote://ssh-remote+host/x.yaml'],
    ] as const) {
      assert.equal(comparable(one), comparable(other));
    }
  });

  it('of different files differ', () => {
    for (const [one, other] of [
      ['file:///a%2Fb/x.yaml', 'file:///a/b/x.yaml'],
      ['file:///C/x.yaml', 'file:///c/x.yaml'],
      ['file:///a%20b/x.yaml', 'file:///a%2520b/x.yaml'],
      ['file:///100%/x.yaml', 'file:///100%25%/x.yaml'],
    ] as const) {
      assert.notEqual(comparable(one), comparable(other));
    }
  });
});
