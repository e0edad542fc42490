/** The built server with plans that are renamed, moved, deleted and opened again, whatever is told of it first. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type {
  ClientCapabilities,
  PreviousResultId,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { cleanPlan } from '../kit/plan.ts';
import { capable, withServer } from '../kit/server.ts';
import { PullingClient, PushedClient } from '../kit/shownProblems.ts';
import { it } from '../kit/test.ts';
import { folder, pulling, told } from '../kit/workspace.ts';

const bad = cleanPlan.replace('[agents]', '[agnets]');
const found = ['unknown-stakeholder'];

const changeTypes = { created: 1, changed: 2, deleted: 3 } as const;

/** What a client tells: a document is opened or closed, a file (or folder) was created, changed or deleted. */
type Told = readonly ['open' | 'close' | 'created' | 'changed' | 'deleted', name: string];

/** Something that happens to the plan `a`, and what is told of it. */
interface Happening {
  readonly name: string;
  /** What is told while `a` is still there. */
  readonly before: readonly Told[];
  /** What is told when it has happened, in any order. */
  readonly after: readonly Told[];
  /** The plans that are there in the end. */
  readonly left: readonly string[];
}

const happenings: readonly Happening[] = [
  {
    name: 'an open plan is renamed or moved',
    before: [['open', 'a']],
    after: [
      ['close', 'a'],
      ['deleted', 'a'],
      ['created', 'sub/a'],
      ['open', 'sub/a'],
    ],
    left: ['sub/a'],
  },
  {
    name: 'a plan is renamed',
    before: [],
    after: [
      ['deleted', 'a'],
      ['created', 'b'],
    ],
    left: ['b'],
  },
  {
    name: 'a plan that was opened and closed is renamed',
    before: [
      ['open', 'a'],
      ['close', 'a'],
    ],
    after: [
      ['deleted', 'a'],
      ['created', 'b'],
    ],
    left: ['b'],
  },
  {
    name: 'a plan that was opened and closed is renamed twice',
    before: [
      ['open', 'a'],
      ['close', 'a'],
    ],
    after: [
      ['deleted', 'a'],
      ['created', 'b'],
      ['deleted', 'b'],
      ['created', 'c'],
    ],
    left: ['c'],
  },
  {
    name: 'an open plan is deleted',
    before: [['open', 'a']],
    after: [
      ['close', 'a'],
      ['deleted', 'a'],
    ],
    left: [],
  },
  { name: 'a plan is deleted', before: [], after: [['deleted', 'a']], left: [] },
  {
    name: 'an open plan is deleted and comes back',
    before: [['open', 'a']],
    after: [
      ['deleted', 'a'],
      ['close', 'a'],
      ['created', 'a'],
    ],
    left: ['a'],
  },
  {
    name: 'an open plan is closed and opened again',
    before: [['open', 'a']],
    after: [
      ['changed', 'a'],
      ['close', 'a'],
      ['open', 'a'],
    ],
    left: ['a'],
  },
];

/** All orders in which no document is closed that is not open, or opened twice. */
function orders(told: readonly Told[], open: ReadonlySet<string>): Told[][] {
  if (told.length === 0) return [[]];
  return told.flatMap((first) => {
    const [what, name] = first;
    if (what === 'open' ? open.has(name) : what === 'close' && !open.has(name)) return [];
    const now = new Set(open);
    if (what === 'open') now.add(name);
    if (what === 'close') now.delete(name);
    const rest = told.filter((one) => one !== first);
    return orders(rest, now).map((order) => [first, ...order]);
  });
}

const clients: Record<string, [Client: typeof PushedClient, capabilities: ClientCapabilities]> = {
  'a client that is pushed': [PushedClient, capable],
  'a client that pulls': [PullingClient, pulling],
};

describe('what is found in files follows them', () => {
  for (const [kind, [Client, capabilities]] of Object.entries(clients)) {
    for (const { name, before, after, left } of happenings) {
      it(`in ${kind}, when ${name}`, async () => {
        const opened = new Set(before.flatMap(([what, name]) => (what === 'open' ? name : [])));
        for (const [what, name] of before) if (what === 'close') opened.delete(name);
        // With a pause between the steps, and without.
        const runs = orders(after, opened).flatMap((order) => [true, false].map((pause) => ({ order, pause })));
        const { write, remove, uri, folders } = folder({});
        runs.forEach((_, n) => void write(`${n}/a.levers.yaml`, bad));
        await withServer({ folders, capabilities }, async (session) => {
          const client = new Client(session);
          for (const [n, { order, pause }] of runs.entries()) {
            const file = (name: string) => `${n}/${name}.levers.yaml`;
            const tell = async ([what, name]: Told) => {
              if (what === 'open') await client.open(uri(file(name)), bad);
              else if (what === 'close') await client.close(uri(file(name)));
              else await told(session, [uri(file(name)), changeTypes[what]]);
            };
            const shown = (names: readonly string[]) =>
              Object.fromEntries(
                ['a', 'b', 'c', 'sub/a'].map((name) => [uri(file(name)), names.includes(name) ? found : []]),
              );
            await client.shows(shown(['a']));
            for (const one of before) await tell(one);
            if (pause) await client.shows(shown(['a']));
            remove(file('a'));
            for (const name of left) write(file(name), bad);
            for (const one of order) await tell(one);
            await client.shows(shown(left));
          }
          await client.end();
        });
      });
    }
  }

  it('in a client that pulls, when a document is kept that is in no tab', async () => {
    const { write, remove, uri, folders } = folder({ 'a.levers.yaml': bad });
    const [a, b] = [uri('a.levers.yaml'), uri('b.levers.yaml')];
    const elsewhere = folder({ 'bad.levers.yaml': bad }).uri('bad.levers.yaml');
    await withServer({ folders, capabilities: pulling }, async (session) => {
      const client = new PullingClient(session);
      await client.open(elsewhere, bad);
      await client.shows({ [elsewhere]: found });
      client.closeTab(elsewhere);
      await client.shows({ [elsewhere]: found });
      await client.close(elsewhere);
      await client.shows({ [elsewhere]: [] });
      await client.open(a, bad);
      await client.shows({ [a]: found });
      client.closeTab(a);
      remove('a.levers.yaml');
      write('b.levers.yaml', bad);
      await told(session, [a, 3]);
      await client.open(b, bad);
      await told(session, [b, 1]);
      client.closeTab(b);
      await client.shows({ [a]: [], [b]: found });
      remove('b.levers.yaml');
      await told(session, [b, 3]);
      await client.shows({ [a]: [], [b]: [] });
      await client.close(a);
      await client.close(b);
      await client.shows({ [a]: [], [b]: [] });
      // A file that goes without an event is found to be gone when its document is closed.
      write('b.levers.yaml', bad);
      await told(session, [b, 1]);
      await client.shows({ [b]: found });
      remove('b.levers.yaml');
      await client.open(b, bad);
      await client.close(b);
      await client.shows({ [b]: [] });
      await client.open(b, bad);
      await client.shows({ [b]: found });
      client.closeTab(b);
      await client.shows({ [b]: [] });
      await client.end();
    });
  });

  it('in a client that pulls, when what is closed was not saved, is in no folder, or is asked for only while it is open', async () => {
    const { uri, folders } = folder({ 'clean.levers.yaml': cleanPlan, 'bad.levers.yaml': bad });
    const elsewhere = folder({ 'bad.levers.yaml': bad }).uri('bad.levers.yaml');
    for (const workspaceProblems of [true, false]) {
      const settings = { workspaceProblems };
      await withServer({ folders, capabilities: pulling, settings }, async (session) => {
        const client = new PullingClient(session);
        const all = [elsewhere, uri('clean.levers.yaml'), uri('bad.levers.yaml')];
        for (const one of all) await client.open(one, bad);
        await client.shows(Object.fromEntries(all.map((one) => [one, found])));
        for (const one of all) await client.close(one);
        await client.shows({
          [elsewhere]: [],
          [uri('clean.levers.yaml')]: [],
          [uri('bad.levers.yaml')]: workspaceProblems ? found : [],
        });
        await client.end();
      });
    }
  });

  it('in a client that pulls, of a file that was pulled by itself meanwhile, whatever result it names', async () => {
    const { uri, folders } = folder({ 'a.levers.yaml': bad });
    await withServer({ folders, capabilities: pulling }, async ({ connection }) => {
      const all = async (...previousResultIds: PreviousResultId[]) => {
        const params = { previousResultIds };
        return (await connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', params)).items;
      };
      const [first] = await all();
      const known = { uri: uri('a.levers.yaml'), value: String(first?.resultId) };
      assert.deepEqual(
        (await all(known)).map(({ kind }) => kind),
        ['unchanged'],
      );
      await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: known.uri } });
      assert.deepEqual(
        (await all(known)).map(({ kind }) => kind),
        ['full'],
      );
    });
  });
});
