/** Refresh requests: have the client request again what depends on more than one document. */
import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import { pullsDiagnostics } from '../capabilities.ts';

export class Refresher {
  /** One request for each kind of answer that the client can refresh. */
  private readonly requests: readonly (() => Promise<void>)[];
  private running = false;
  private again = false;

  constructor(connection: Connection, client: ClientCapabilities) {
    const { languages } = connection;
    const { diagnostics, codeLens, inlayHint, semanticTokens } = client.workspace ?? {};
    this.requests = [
      ...(pullsDiagnostics(client) && diagnostics?.refreshSupport ? [() => languages.diagnostics.refresh()] : []),
      ...(codeLens?.refreshSupport ? [() => connection.sendRequest(CodeLensRefreshRequest.type)] : []),
      ...(inlayHint?.refreshSupport ? [() => languages.inlayHint.refresh()] : []),
      ...(semanticTokens?.refreshSupport ? [() => languages.semanticTokens.refresh()] : []),
    ];
  }

  /** Sends the requests; changes that come before the client has answered share the next ones. */
  async refresh(): Promise<void> {
    this.again = true;
    if (this.running) return;
    this.running = true;
    while (this.again) {
      this.again = false;
      // A client that refuses now asks at the next change all the same.
      await Promise.all(this.requests.map((request) => request().catch(() => {})));
    }
    this.running = false;
  }
}
