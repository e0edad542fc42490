/** Conversations with the built server over stdio. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import {
  CancellationTokenSource,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type SelectionRange,
} from 'vscode-languageserver-protocol/node';
import { nameOf } from '../kit/completion.ts';
import { cleanPlan } from '../kit/plan.ts';
import { capable, type OpenDocument, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const uri = 'file:///plans/desk.levers.yaml';
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

/** The range that a completion replaces. */
function rangeOf(item: CompletionItem) {
  const edit = item.textEdit;
  assert.ok(edit);
  return 'range' in edit ? edit.range : edit.replace;
}

async function completions(document: OpenDocument, offset: number): Promise<CompletionItem[]> {
  return document.request<CompletionItem[]>('textDocument/completion', { position: document.positionAt(offset) });
}

describe('the built server', () => {
  it('types a plan from nothing, key by key, asking for completion and problems at every step', {
    timeout: 120_000,
  }, async () => {
    const minimal = readFileSync('test/kit/minimal.levers.yaml', 'utf8');
    await withServer({}, async (session) => {
      const document = await session.open(uri, '');
      assert.deepEqual(codes(await document.diagnostics()), ['not-a-plan']);
      for (const [index, character] of [...minimal].entries()) {
        await document.replace(index, index, character);
        const [problems, items] = await Promise.all([document.diagnostics(), completions(document, index + 1)]);
        const typed = minimal.slice(0, index + 1);
        for (const { range, message, code, source, codeDescription } of problems) {
          assert.ok(message && code && source === 'levers' && codeDescription?.href.endsWith(`/docs/rules/${code}.md`));
          assert.ok(range.end.line < typed.split('\n').length);
        }
        const labels = items.map(nameOf);
        assert.equal(new Set(labels).size, labels.length, `twice in ${JSON.stringify(typed.slice(-40))}`);
        const cursor = document.positionAt(index + 1);
        for (const item of items) {
          const { start, end } = rangeOf(item);
          assert.ok(start.line === cursor.line && end.line === cursor.line);
          assert.ok(start.character <= cursor.character && cursor.character <= end.character);
        }
        if (/use: $/.test(typed)) {
          const next = /^[a-z-]+/.exec(minimal.slice(index + 1))?.[0];
          assert.ok(labels.includes(next as string), `${next} is offered`);
        }
      }
      assert.equal(document.text, minimal);
      // Right, with hints at what comes next.
      assert.deepEqual(codes((await document.diagnostics()).filter(({ severity = 1 }) => severity <= 2)), []);
      // Nothing stale: for each version at most one answer, in their order, and the last one is that of the last version.
      const versions = session.published.map(({ version }) => version as number);
      assert.deepEqual(
        versions,
        [...new Set(versions)].sort((a, b) => a - b),
      );
      assert.equal(versions.at(-1), document.version);
    });
  });

  it('answers a burst of changes with the newest version', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const at = cleanPlan.indexOf('Simple');
      for (let i = 0; i < 50; i++) await document.replace(at, at, 'x');
      await document.replace(at, at, '"');
      assert.deepEqual(codes(await document.diagnostics()), ['unclosed-quote']);
      assert.equal(session.published.at(-1)?.version, document.version);
    });
  });

  it('lets a client pull that can', async () => {
    const capabilities = { ...capable, textDocument: { ...capable.textDocument, diagnostic: {} } };
    await withServer({ capabilities }, async (session, hello) => {
      assert.ok(hello.capabilities.diagnosticProvider);
      const document = await session.open(uri, cleanPlan.replace('[agents]', '[agnets]'));
      const report = await document.request<{ kind: string; items: Diagnostic[] }>('textDocument/diagnostic');
      assert.equal(report.kind, 'full');
      assert.deepEqual(codes(report.items), ['unknown-stakeholder']);
      assert.deepEqual(session.published, []);
    });
  });

  it('clears the problems of a closed document', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, 'version: 2\n');
      assert.notDeepEqual(await document.diagnostics(), []);
      await session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      const last = await session.until(() => {
        const newest = session.published.at(-1);
        return newest && newest.version === undefined ? newest : undefined;
      });
      assert.deepEqual(last, { uri, diagnostics: [] });
    });
  });

  it('fixes what it finds', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(
        uri,
        cleanPlan.replace('use: executive-briefings', 'use: executive-breifings'),
      );
      const diagnostics = await document.diagnostics();
      assert.deepEqual(codes(diagnostics), ['coverage-below-four', 'unknown-strategy']);
      const { range } = diagnostics[1] as Diagnostic;
      const actions = await document.request<CodeAction[]>('textDocument/codeAction', {
        range,
        context: { diagnostics },
      });
      const [fix] = actions;
      assert.equal(fix?.title, 'Change to `executive-briefings` (Develop Focused Executive Briefings)');
      assert.equal(fix?.isPreferred, true);
      const [change] = fix?.edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change && change.textDocument.version === document.version);
      const [edit] = change.edits;
      assert.ok(edit && 'newText' in edit);
      const start = document.text.indexOf('executive-breifings');
      await document.replace(start, start + 'executive-breifings'.length, edit.newText);
      assert.deepEqual(await document.diagnostics(), []);
    });
  });

  it('speaks Chinese to one who reads Chinese', async () => {
    await withServer({ locale: 'zh-cn' }, async (session) => {
      const document = await session.open(uri, cleanPlan.replace('[agents]', '[agnets]'));
      const [problem] = await document.diagnostics();
      assert.equal(problem?.message, '没有 `agnets` 这个利益相关者群体。是不是想写 `agents`？');
      assert.ok(problem?.codeDescription?.href.endsWith('/docs/zh-cn/rules/unknown-stakeholder.md'));
      const hover = await document.request<Hover>('textDocument/hover', {
        position: document.positionAt(document.text.indexOf('levers:')),
      });
      assert.match(JSON.stringify(hover.contents), /六个 LEVERS/);
    });
  });

  it('tells how many levers are covered, and again only when that changes', async () => {
    await withServer({ options: { coverage: true, today: '2027-03-01' } }, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const first = await session.until(() => session.coverage[0]);
      assert.deepEqual(
        { count: first.count, line: first.line, summary: first.summary },
        {
          count: 4,
          line: 'On track · 4 of 6 levers covered · Enablement, Rewards left out, with a reason',
          summary:
            '4 of 6 levers are covered (Leadership, Ecosystem, Values and Structure), which is enough. Not covered: Enablement and Rewards.',
        },
      );
      const owner = cleanPlan.indexOf('owner: Bo') + 7;
      await document.replace(owner, owner + 2, 'Bob');
      await document.diagnostics();
      await document.replace(owner, owner + 3, 'TBD');
      const second = await session.until(() => session.coverage[1]);
      assert.deepEqual({ count: second.count, version: second.version }, { count: 3, version: 3 });
    });
  });

  it('refuses a cancelled request instead of answering it with nothing', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const source = new CancellationTokenSource();
      const params = { textDocument: { uri: document.uri }, position: { line: 0, character: 0 } };
      const asked = session.connection.sendRequest('textDocument/completion', params, source.token);
      source.cancel();
      await assert.rejects(asked, { code: -32800 });
    });
  });

  it('answers about documents that are not open with nothing, and survives nonsense', async () => {
    await withServer({}, async (session) => {
      const textDocument = { uri: 'file:///nowhere.levers.yaml' };
      const position = { line: 9, character: 9 };
      const ask = (method: string, params = {}) =>
        session.connection.sendRequest(method, { textDocument, position, ...params });
      assert.equal(await ask('textDocument/hover'), null);
      assert.deepEqual(await ask('textDocument/completion'), []);
      assert.deepEqual(await ask('textDocument/documentSymbol'), []);
      const document = await session.open(uri, '\u0000\u0001binary');
      assert.deepEqual(codes(await document.diagnostics()), ['unreadable-file']);
      for (const method of ['textDocument/hover', 'textDocument/completion'])
        await document.request(method, { position });
    });
  });

  it('gives outline, folding and growing selections', async () => {
    await withServer({}, async (session) => {
      const document = await session.open(uri, cleanPlan);
      const symbols = await document.request<DocumentSymbol[]>('textDocument/documentSymbol');
      const levers = symbols.find(({ name }) => name === 'levers');
      assert.deepEqual(
        levers?.children?.map(({ name }) => name),
        ['Leadership', 'Ecosystem', 'Values', 'Enablement', 'Rewards', 'Structure'],
      );
      const folding = await document.request<FoldingRange[]>('textDocument/foldingRange');
      assert.deepEqual(folding[0], { startLine: 1, endLine: 9 });
      const [selection] = await document.request<SelectionRange[]>('textDocument/selectionRange', {
        positions: [document.positionAt(cleanPlan.indexOf('Simple questions'))],
      });
      const texts: string[] = [];
      const lines = cleanPlan.split('\n');
      for (let here = selection; here; here = here.parent as SelectionRange) {
        const { start, end } = here.range;
        if (start.line === end.line) texts.push((lines[start.line] as string).slice(start.character, end.character));
      }
      assert.deepEqual(texts.slice(0, 2), [
        'Simple questions take nine minutes.',
        'need: Simple questions take nine minutes.',
      ]);
    });
  });
});
