/** The open documents, and the plan of each at its version: all that the server remembers. */
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from '../core/parse.ts';
import type { Plan } from '../core/plan.ts';
import type { Subject } from '../features/view.ts';

export class Workspace {
  readonly documents = new TextDocuments(TextDocument);
  private readonly plans = new Map<string, { version: number; plan: Plan }>();

  constructor() {
    this.documents.onDidClose(({ document }) => this.plans.delete(document.uri));
  }

  /** An open document and its plan; undefined for one that is not open. */
  subject(uri: string): Subject | undefined {
    const document = this.documents.get(uri);
    if (!document) return undefined;
    const known = this.plans.get(uri);
    if (known?.version === document.version) return { document, plan: known.plan };
    const plan = parse(document.getText(), known?.plan);
    this.plans.set(uri, { version: document.version, plan });
    return { document, plan };
  }
}
