/** The way to a new plan over the wire: lenses in an empty file, questions, a draft, with the team's catalog that holds there. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeLens } from 'vscode-languageserver-protocol';
import type { DraftResult, Question } from '../../server/src/protocol.ts';
import { capable, type SessionOptions, withServer } from '../kit/server.ts';
import { it } from '../kit/test.ts';

const options: SessionOptions['options'] = { startCommands: true, today: '2027-03-01' };

describe('a new plan over the wire', () => {
  it('is offered in an empty file, to clients with our commands', async () => {
    for (const startCommands of [true, false]) {
      await withServer({ capabilities: capable, options: { ...options, startCommands } }, async ({ connection }) => {
        const uri = 'untitled:empty.levers.yaml';
        await connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId: 'levers-plan', version: 1, text: '' },
        });
        const lenses: CodeLens[] = await connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
        const commands = lenses.map(({ command }) => command?.command);
        assert.deepEqual(commands, startCommands ? ['levers.newPlan', 'levers.newPlanFromTemplate'] : []);
      });
    }
  });

  it('is asked for and drafted with the catalog of the place where it will stand', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'levers-new-plan-'));
    writeFileSync(
      join(folder, 'levers.catalog.yaml'),
      'catalogVersion: 1\nid: ours\nhide: [transparent-communication]\nstrategies:\n  - { id: coffee, lever: leadership, title: { en: Coffee with the boss }, summary: { en: Every Friday }, phase: prepare }\n',
    );
    try {
      const address = pathToFileURL(folder).href;
      const uri = `untitled:${join(folder, 'plan.levers.yaml')}`;
      await withServer({ capabilities: capable, options, folders: [address] }, async ({ connection }) => {
        const asked = (step: number, answers: object): Promise<Question> =>
          connection.sendRequest('levers/question', { uri, step, answers });
        // Fast typing: several at once, and each knows the whole catalog.
        const questions = await Promise.all([0, 1, 2].map(() => asked(7, {})));
        for (const { choices } of questions) {
          assert.ok(choices.some(({ value }) => value === 'coffee'));
          assert.ok(!choices.some(({ value }) => value === 'transparent-communication'));
        }
        const answers = { title: 'AI desk', strategies: ['coffee'] };
        const { text, first, name }: DraftResult = await connection.sendRequest('levers/draft', { uri, answers });
        assert.equal(name, 'ai-desk');
        assert.match(text, /- use: coffee\n/);
        assert.match(text.slice(first.start, first.end), /…$/);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
