/** Requests: one line for each that the server answers. */
import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
} from 'vscode-languageserver';
import { codeActions } from '../features/codeActions.ts';
import { codeLens } from '../features/codeLens.ts';
import { completion } from '../features/completion/completion.ts';
import { definition } from '../features/definition.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentHighlights } from '../features/documentHighlights.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { formatting } from '../features/formatting.ts';
import { hover } from '../features/hover/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { startLens } from '../features/newPlan/startLens.ts';
import { onTypeFormatting } from '../features/onTypeFormatting.ts';
import { paste } from '../features/paste.ts';
import { picture } from '../features/pictures/picture.ts';
import { prepareRename } from '../features/prepareRename.ts';
import { references } from '../features/references.ts';
import { renameEdit } from '../features/renameEdit.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { semanticTokens } from '../features/semanticTokens.ts';
import { documentSymbols } from '../features/symbols/documentSymbols.ts';
import { isPlan } from '../features/view.ts';
import {
  type DraftParams,
  draftRequest,
  type OverviewsParams,
  overviewsRequest,
  type PasteParams,
  type PasteResult,
  type Picture,
  type PictureParams,
  pasteRequest,
  pictureRequest,
  portfolioRequest,
  type QuestionParams,
  questionRequest,
} from '../protocol.ts';
import { answer, answerAt, answerLast, type RequestDeps, unlessRefused } from './answer.ts';
import type { OpenDocuments } from './documents/openDocuments.ts';
import type { Publisher } from './documents/publisher.ts';
import type { SentTokens } from './documents/tokens.ts';
import { NewPlan } from './newPlan.ts';
import type { WorkspaceDiagnostics } from './workspace/diagnostics.ts';
import type { Overviews } from './workspace/overviews.ts';
import type { Symbols } from './workspace/symbols.ts';

export interface Answering extends RequestDeps {
  readonly documents: OpenDocuments;
  readonly publisher: Publisher;
  readonly sentTokens: SentTokens;
  readonly diagnostics: WorkspaceDiagnostics;
  readonly overviews: Overviews;
  readonly symbols: Symbols;
}

/** Registers the handlers of all requests. */
export function answerRequests(connection: Connection, deps: Answering): void {
  answerNavigation(connection, deps);
  answerGlance(connection, deps);
  answerEdits(connection, deps);
  answerDiagnostics(connection, deps);
  answerPlans(connection, deps);
}

/** What something is, where it is, and where else. */
function answerNavigation(connection: Connection, deps: Answering): void {
  connection.onHover(answerAt(deps, null, (subject, offset, view) => hover(subject, offset, view) ?? null));
  connection.onDefinition(answerAt(deps, [], definition));
  connection.onReferences(
    answerAt(deps, [], (subject, offset, _, { context }) => references(subject, offset, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(answerAt(deps, [], documentHighlights));
  connection.onDocumentSymbol(answer(deps, [], (subject, _, view) => documentSymbols(subject, view)));
  connection.onWorkspaceSymbol(({ query }, token) => deps.symbols.search(query, token));
  connection.onDocumentLinks(answer(deps, [], (subject) => documentLinks(subject)));
  connection.onFoldingRanges(answer(deps, [], (subject) => foldingRanges(subject)));
  connection.onSelectionRanges(
    answer(deps, [], (subject, { positions }) => {
      const offsets = positions.map((position) => subject.document.offsetAt(position));
      return selectionRanges(subject, offsets);
    }),
  );
}

/** What is shown in and above the text. */
function answerGlance(connection: Connection, deps: Answering): void {
  const { languages } = connection;
  const { configuration } = deps.documents;
  const { sentTokens } = deps;
  const noTokens: SemanticTokens = { data: [] };
  connection.onCodeLens(
    answer(deps, [], (subject, { textDocument: { uri } }, view) => [
      ...startLens(subject, view),
      ...codeLens(subject, configuration.now(uri).codeLens, view),
    ]),
  );
  languages.inlayHint.on(
    answer(deps, [], (subject, { range, textDocument: { uri } }, view) =>
      inlayHints(subject, range, configuration.now(uri).inlayHints, view),
    ),
  );
  languages.semanticTokens.on(
    answer(deps, noTokens, (subject, { textDocument: { uri } }, view) =>
      sentTokens.full(uri, semanticTokens(subject, view)),
    ),
  );
  languages.semanticTokens.onDelta(
    answer<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      deps,
      noTokens,
      (subject, { textDocument: { uri }, previousResultId }, view) =>
        sentTokens.delta(uri, previousResultId, semanticTokens(subject, view)),
    ),
  );
  languages.semanticTokens.onRange(
    answer(deps, noTokens, (subject, { range }, view) => semanticTokens(subject, view, range)),
  );
}

/** What changes the text, or offers to. */
function answerEdits(connection: Connection, deps: Answering): void {
  connection.onCompletion(answerAt(deps, [], completion));
  connection.onCodeAction(
    answer(deps, [], (subject, { range, context }, view) => codeActions(subject, range, context.only, view)),
  );
  connection.onPrepareRename(
    answerAt(deps, null, (subject, offset, view) => unlessRefused(prepareRename(subject, offset), view)),
  );
  connection.onRenameRequest(
    answerAt(deps, null, (subject, offset, view, { newName }) =>
      unlessRefused(renameEdit(subject, offset, newName, view), view),
    ),
  );
  connection.onDocumentFormatting(answer(deps, [], (subject, { options }) => formatting(subject, options)));
  connection.onDocumentRangeFormatting(
    answer(deps, [], (subject, { range, options }) => formatting(subject, options, [range])),
  );
  connection.onDocumentRangesFormatting(
    answer(deps, [], (subject, { ranges, options }) => formatting(subject, options, ranges)),
  );
  connection.onDocumentOnTypeFormatting(
    answer(deps, [], (subject, { position }) => onTypeFormatting(subject, position)),
  );
  connection.onRequest(
    pasteRequest,
    answer(deps, null, (subject, { range, text }: PasteParams): PasteResult => paste(subject, range, text) ?? null),
  );
}

/** Diagnostics for a client that pulls. */
function answerDiagnostics({ languages }: Connection, deps: Answering): void {
  const full = (items: Diagnostic[]): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items });
  const pull = answer(deps, undefined, (subject, _: DocumentDiagnosticParams, view) => diagnostics(subject, view));
  languages.diagnostics.on(async (params, token) => {
    const { uri } = params.textDocument;
    deps.diagnostics.documentPulled(uri);
    // A document that has just been closed is pulled once more: then its file counts.
    return full((await pull(params, token)) ?? (await deps.diagnostics.of(uri)));
  });
  languages.diagnostics.onWorkspace(({ previousResultIds }, token, _, progress) =>
    deps.diagnostics.pull(previousResultIds, token, progress && ((report) => progress.report(report))),
  );
}

/** Our own requests: pictures, the list of plans, a new plan. */
function answerPlans(connection: Connection, deps: Answering): void {
  const { publisher, overviews } = deps;
  const newPlan = new NewPlan(deps);
  const draw = answer<PictureParams, Picture | null>(deps, null, (subject, _, view) =>
    isPlan(subject) ? picture(subject, view) : null,
  );
  connection.onRequest(
    pictureRequest,
    answerLast(() => publisher.settled(), draw),
  );
  connection.onRequest(overviewsRequest, (params: OverviewsParams | null, token) =>
    overviews.answer(params ?? {}, token),
  );
  connection.onRequest(portfolioRequest, (token) => overviews.portfolio(token));
  connection.onRequest(questionRequest, (params: QuestionParams) => newPlan.question(params));
  connection.onRequest(draftRequest, (params: DraftParams) => newPlan.draft(params));
}
