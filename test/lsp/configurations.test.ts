/** The configuration of a team in the editor: conversations with the built server over stdio. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { cleanPlan } from '../kit/plan.ts';
import { capable, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';
import { codes, exactly, folder, told } from '../kit/workspace.ts';

const nobody = cleanPlan.replace('owner: Bo', 'owner: TBD').replace('kind: pilot', 'kind: plot');
const lax = 'rules: { strategy-without-owner: off }\n';
/** What is found without any configuration. */
const rest = ['unknown-value'];
const covered = ['coverage-below-four'];
const all = [...covered, 'strategy-without-owner', ...rest];

describe('a configuration', () => {
  it('holds for open and closed plans, and each change of it at once', async () => {
    const { write, remove, uri, folders } = folder({
      'levers.config.yaml': `${lax}extends: base/levers.config.yaml\n`,
      'base/levers.config.yaml': 'rules: { coverage-below-four: off }\n',
      'a.levers.yaml': nobody,
      'b.levers.yaml': nobody,
    });
    await withServer({ folders }, async (session) => {
      await session.open(uri('a.levers.yaml'), nobody);
      for (const name of ['a', 'b']) await exactly(session, uri(`${name}.levers.yaml`), ...rest);
      write('base/levers.config.yaml', '');
      await told(session, [uri('base/levers.config.yaml'), 2]);
      for (const name of ['a', 'b']) await exactly(session, uri(`${name}.levers.yaml`), ...covered, ...rest);
      remove('levers.config.yaml');
      await told(session, [uri('levers.config.yaml'), 3]);
      for (const name of ['a', 'b']) await exactly(session, uri(`${name}.levers.yaml`), ...all);
    });
  });

  it('holds as it is typed, saved or not, and its mistakes are told in it', async () => {
    const { uri, folders } = folder({ 'levers.config.yaml': lax, 'a.levers.yaml': nobody });
    await withServer({ folders }, async (session) => {
      await session.open(uri('a.levers.yaml'), nobody);
      await exactly(session, uri('a.levers.yaml'), ...covered, ...rest);
      const config = await session.open(uri('levers.config.yaml'), lax, 'levers-config');
      await config.replace(0, lax.length, 'rules: { overdu: off }\nextends: ../levers.config.yaml\n');
      assert.deepEqual(codes(await config.diagnostics()), ['unknown-key', 'unusable-file']);
      await exactly(session, uri('a.levers.yaml'), ...all);
    });
  });

  it('that is closed and broken says so itself, also where only an open plan knows of it', async () => {
    const files = { 'levers.config.yaml': 'extends: levers.config.yaml\n', 'a.levers.yaml': nobody };
    const { uri, folders } = folder(files);
    await withServer({ folders }, async (session) => {
      await exactly(session, uri('levers.config.yaml'), 'unusable-file');
    });
    // No folder is open: the one beside the plan holds.
    await withServer({}, async (session) => {
      await session.open(uri('a.levers.yaml'), nobody);
      await exactly(session, uri('levers.config.yaml'), 'unusable-file');
    });
  });

  it('goes before the settings of the editor, which hold for the rest', async () => {
    const { uri, folders } = folder({ 'levers.config.yaml': 'rules: { unknown-value: info }\n' });
    const capabilities = { ...capable, workspace: { ...capable.workspace, configuration: true } };
    const off = { 'unknown-value': 'off', 'coverage-below-four': 'off', 'sustain-coverage-below-four': 'off' };
    await withServer({ folders, capabilities, settings: { rules: off } }, async (session) => {
      const plan = await session.open(uri('a.levers.yaml'), nobody);
      const found = (await plan.diagnostics()).map(({ code, severity }) => `${severity} ${code}`);
      assert.deepEqual(found, ['2 strategy-without-owner', '3 unknown-value']);
    });
  });

  it('is read from no place outside of the folder that is open', async () => {
    const { uri } = folder({
      'levers.config.yaml': 'rules: { unknown-value: off }\n',
      'open/levers.config.yaml': 'extends: ../levers.config.yaml\n',
      'open/x/a.levers.yaml': nobody,
    });
    await withServer({ folders: [uri('open')] }, async (session) => {
      await exactly(session, uri('open/levers.config.yaml'), 'unusable-file');
      await exactly(session, uri('open/x/a.levers.yaml'), ...all);
    });
  });
});
