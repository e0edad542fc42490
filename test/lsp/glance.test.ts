/** Lenses, hints and tokens as editors use them: conversations with the built server over stdio. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type {
  ClientCapabilities,
  CodeLens,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol';
import { cleanPlan } from '../kit/plan.ts';
import { capable, type OpenDocument, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const uri = 'file:///plans/desk.levers.yaml';
const options = { today: '2027-03-01', showPlanCommand: true };

const titles = async (document: OpenDocument) =>
  (await document.request<CodeLens[]>('textDocument/codeLens')).map(({ command }) => command?.title);

const labels = async (document: OpenDocument) => {
  const range = { start: { line: 0, character: 0 }, end: document.positionAt(document.text.length) };
  return (await document.request<InlayHint[]>('textDocument/inlayHint', { range })).map(({ label }) => label);
};

/** A client that can be asked for settings, and to ask again for what it shows. */
const refreshing: ClientCapabilities = {
  ...capable,
  workspace: {
    ...capable.workspace,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
};

describe('at a glance', () => {
  it('lenses, hints and tokens are announced and given', async () => {
    await withServer({ options }, async (session, { capabilities }) => {
      assert.deepEqual(capabilities.codeLensProvider, {});
      assert.equal(capabilities.inlayHintProvider, true);
      const { legend, full, range } = capabilities.semanticTokensProvider ?? {};
      assert.deepEqual([full, range], [{ delta: true }, true]);
      const document = await session.open(uri, cleanPlan);
      const lenses = await document.request<CodeLens[]>('textDocument/codeLens');
      assert.deepEqual(lenses[0]?.command, {
        title: 'On track · 4 of 6 levers covered · Enablement, Rewards left out, with a reason',
        tooltip: lenses[0]?.command?.tooltip,
        command: 'levers.showPlan',
        arguments: [uri],
      });
      assert.ok((await labels(document)).includes('Build an AI Change Network'));
      const tokens = await document.request<SemanticTokens>('textDocument/semanticTokens/full');
      assert.equal(legend?.tokenTypes[tokens.data[3] as number], 'parameter');
      const start = { line: 0, character: 0 };
      const some = await document.request<SemanticTokens>('textDocument/semanticTokens/range', {
        range: { start, end: { line: 4, character: 0 } },
      });
      assert.deepEqual(some.data, tokens.data.slice(0, 5));
    });
  });

  it('of tokens only the change is told, and all of them to who knows others', async () => {
    await withServer({ options }, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const { data, resultId } = await document.request<SemanticTokens>('textDocument/semanticTokens/full');
      const at = cleanPlan.indexOf('[leads]') + '[leads'.length;
      await document.replace(at, at, 'hip');
      const ask = (previousResultId: string | undefined) =>
        document.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', { previousResultId });
      const change = await ask(resultId);
      assert.equal(change.edits.length, 1);
      assert.ok((change.edits[0]?.data?.length ?? 0) < 10);
      const [{ start, deleteCount, data: added = [] }] = change.edits as [SemanticTokensDelta['edits'][0]];
      const now = [...data];
      now.splice(start, deleteCount, ...added);
      const other: unknown = await ask('another');
      assert.deepEqual((other as SemanticTokens).data, now);
      assert.deepEqual((await ask((other as SemanticTokens).resultId)).edits, []);
      await document.close();
      assert.deepEqual(await document.request('textDocument/semanticTokens/full'), { data: [] });
    });
  });

  it('each is switched off by its setting, and asked for again when that changes', async () => {
    const settings = { codeLens: { levers: false }, inlayHints: { strategies: false } };
    await withServer({ options, capabilities: refreshing, settings }, async (session) => {
      const document = await session.open(uri, cleanPlan);
      await document.diagnostics();
      assert.equal((await titles(document)).length, 1);
      assert.deepEqual(await labels(document), ['Team leads']);
      const diagnostics = session.published.length;
      session.settings = { codeLens: { coverage: false }, inlayHints: { stakeholders: false } };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await session.until(() => (session.stale.length >= 3 ? true : undefined));
      assert.deepEqual([...session.stale].sort(), ['codeLens', 'inlayHint', 'semanticTokens']);
      assert.equal((await titles(document)).length, 6);
      assert.equal((await labels(document)).length, 4);
      assert.equal(session.published.length, diagnostics, 'no problem is looked for anew');

      // Rules have a say in what is shown too.
      session.settings = { rules: { overdue: 'off' } };
      await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await session.until(() => (session.stale.length >= 6 ? true : undefined));
      assert.equal((await titles(document)).length, 7);
    });
  });

  it('a catalog of the team that changes has them asked for again', async () => {
    const capabilities = { ...capable, workspace: { ...capable.workspace, inlayHint: { refreshSupport: true } } };
    await withServer({ options, capabilities, folders: ['file:///plans'] }, async (session) => {
      const plan = await session.open(uri, cleanPlan.replace('ai-purpose-value', 'floor-walks'));
      assert.ok(!(await labels(plan)).includes('Walk the Floor'));
      const text =
        'catalogVersion: 1\nid: x\nstrategies:\n  - { id: floor-walks, lever: values, title: Walk the Floor, summary: s }\n';
      await session.open('file:///plans/levers.catalog.yaml', text, 'levers-catalog');
      await session.until(() => session.stale[0]);
      assert.ok((await labels(plan)).includes('Walk the Floor'));
    });
  });
});
