/** "New Change Plan from a Template": a small plan, its first tab stop selected. */
import { SnippetString } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type TemplateParams, type TemplateResult, templateRequest } from '../../../server/src/protocol.ts';
import { withTimeout } from '../withTimeout.ts';
import { begin, freeUri, homeOf } from './begin.ts';

export const newFromTemplateCommand = 'levers.newPlanFromTemplate';

/** The template is waited for no longer than this (milliseconds). */
const patience = 10_000;

/** Begins in the document at an address if nothing is written there, else in a new one. */
export async function newFromTemplate(client: BaseLanguageClient, at: unknown): Promise<void> {
  const there = typeof at === 'string' ? at : undefined;
  const home = await homeOf(there);
  if (!home) return;
  const params: TemplateParams = { uri: there ?? (await freeUri(home, 'plan')).toString() };
  const asked = withTimeout(patience, client.sendRequest<TemplateResult>(templateRequest, params));
  const [{ snippet }, editor] = await Promise.all([asked, begin('plan', home, there)]);
  const { document } = editor;
  const end = document.lineAt(document.lineCount - 1).range.end;
  await editor.insertSnippet(new SnippetString(snippet), end);
}
