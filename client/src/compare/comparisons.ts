/**
 * What changed between two versions of a plan, as documents that are only read: the sentences, each a link to its place,
 * and both versions in words. They are made again when one of the versions is saved, and when they come to the front.
 */
import {
  type DocumentLink,
  type DocumentLinkProvider,
  EventEmitter,
  l10n,
  languages,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ComparedChange,
  type CompareParams,
  type CompareResult,
  compareRequest,
} from '../../../server/src/protocol.ts';
import { fileName, isOf, textOf, type Versions, versionName } from './versions.ts';

const scheme = 'levers-compare';

/** The language mode of these documents goes by the folder in their addresses. */
const folder = '/levers-compare';

type Part = 'changes' | 'before' | 'after';

/** The address of a document of a comparison; it says all that the document is made of, so that it lives through a restart. */
export function addressOf({ plan, before }: Versions, part: Part): Uri {
  const names = {
    changes: l10n.t('What changed: {0} ({1})', fileName(plan), versionName(before).replaceAll('/', '∕')),
    before: fileName(before),
    after: fileName(plan),
  };
  const query = JSON.stringify({ plan: plan.toString(), before: before.toString(), part });
  return Uri.from({ scheme, path: `${folder}/${names[part]}`, query });
}

/** The versions of which a document of a comparison is made; undefined for any other document. */
export function versionsOf(address: Uri | undefined): Versions | undefined {
  return address?.scheme === scheme ? versionsIn(address) : undefined;
}

function versionsIn({ query }: Uri): Versions & { readonly part: Part } {
  const { plan, before, part } = JSON.parse(query);
  return { plan: Uri.parse(plan, true), before: Uri.parse(before, true), part };
}

/** Asks the server what changed; null for what is no plan. Rejects where a version cannot be read. */
export async function compared(
  client: BaseLanguageClient,
  { plan, before }: Versions,
  words: boolean,
): Promise<CompareResult | null> {
  await workspace.openTextDocument(plan);
  const textDocument = { uri: client.code2ProtocolConverter.asUri(plan) };
  const params: CompareParams = { textDocument, before: await textOf(before), words };
  return await client.sendRequest<CompareResult | null>(compareRequest, params);
}

/** Where a change stands: in the plan, else in the version before. */
function placeOf({ before, after }: ComparedChange, versions: Versions): Uri | undefined {
  const start = (after ?? before)?.start;
  const version = after ? versions.plan : versions.before;
  return start && version.with({ fragment: `L${start.line + 1},${start.character + 1}` });
}

/** The sentences by their gravity, and the links on them. */
function sheetOf(
  { title, summary, groups }: CompareResult,
  versions: Versions,
): { text: string; links: DocumentLink[] } {
  const names = `${versionName(versions.before)} → ${versionName(versions.plan)}`;
  const lines = [title || fileName(versions.plan), names];
  const links: DocumentLink[] = [];
  if (groups.length === 0) lines.push('', summary);
  for (const { heading, changes } of groups) {
    lines.push('', heading);
    for (const change of changes) {
      // A sentence may have words of the plan, whatever these are made of.
      const sentence = change.message.replace(/\s+/g, ' ');
      const target = placeOf(change, versions);
      const range = new Range(lines.length, 2, lines.length, 2 + sentence.length);
      if (target) links.push({ range, target, tooltip: l10n.t('Show Place') });
      lines.push(`• ${sentence}`);
    }
  }
  return { text: `${lines.join('\n')}\n`, links };
}

export class Comparisons implements TextDocumentContentProvider, DocumentLinkProvider {
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  /** What the server has answered, by the addresses of the documents without their parts. */
  private readonly answers = new Map<string, Promise<CompareResult | null>>();
  private readonly links = new Map<string, DocumentLink[]>();
  private readonly registered = [
    this.changed,
    workspace.registerTextDocumentContentProvider(scheme, this),
    languages.registerDocumentLinkProvider({ scheme }, this),
    workspace.onDidSaveTextDocument(({ uri }) => {
      for (const address of this.open()) {
        const { plan, before } = versionsIn(address);
        if (isOf(plan, uri) || isOf(before, uri)) this.renew(address);
      }
    }),
    window.onDidChangeActiveTextEditor((editor) => void this.shown(editor?.document)),
    workspace.onDidCloseTextDocument(({ uri }) => {
      this.links.delete(uri.toString());
      const gone = uri.scheme === scheme && this.keyOf(uri);
      if (gone && !this.open().some((other) => this.keyOf(other) === gone)) this.answers.delete(gone);
    }),
  ];

  constructor(private readonly client: BaseLanguageClient) {}

  dispose(): void {
    for (const one of this.registered) one.dispose();
  }

  async provideTextDocumentContent(address: Uri): Promise<string> {
    const versions = versionsIn(address);
    const answer = await this.answer(address).catch(() => undefined);
    if (answer === undefined)
      return l10n.t('The versions cannot be compared: {0} cannot be read.', versionName(versions.before));
    if (!answer) return l10n.t('The versions cannot be compared: this is no change plan.');
    if (versions.part !== 'changes') return answer.words?.[versions.part] ?? '';
    const { text, links } = sheetOf(answer, versions);
    this.links.set(address.toString(), links);
    return text;
  }

  provideDocumentLinks({ uri }: TextDocument): DocumentLink[] {
    return this.links.get(uri.toString()) ?? [];
  }

  private keyOf(address: Uri): string {
    const { plan, before } = versionsIn(address);
    return JSON.stringify([plan.toString(), before.toString()]);
  }

  /** The addresses of all documents that are open. */
  private open(): Uri[] {
    return workspace.textDocuments.flatMap(({ uri }) => (uri.scheme === scheme ? [uri] : []));
  }

  private answer(address: Uri): Promise<CompareResult | null> {
    const key = this.keyOf(address);
    const known = this.answers.get(key) ?? compared(this.client, versionsIn(address), true);
    this.answers.set(key, known);
    return known;
  }

  private renew(address: Uri): void {
    this.answers.delete(this.keyOf(address));
    this.changed.fire(address);
  }

  /** Makes a document that comes to the front again, and all of its comparison, where the plan was edited meanwhile. */
  private async shown(document: TextDocument | undefined): Promise<void> {
    if (document?.uri.scheme !== scheme) return;
    const key = this.keyOf(document.uri);
    const answer = await this.answer(document.uri).catch(() => undefined);
    const plan = await workspace.openTextDocument(versionsIn(document.uri).plan);
    if (answer?.version === plan.version) return;
    for (const address of this.open()) if (this.keyOf(address) === key) this.renew(address);
  }
}
