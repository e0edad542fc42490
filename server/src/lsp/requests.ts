/** Requests: one line for each that the server answers. */
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  Range,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
} from 'vscode-languageserver';
import { brief } from '../core/brief/brief.ts';
import { briefHtml } from '../core/brief/html.ts';
import { Plan } from '../core/model/plan.ts';
import { codeActions } from '../features/codeActions.ts';
import { codeLens } from '../features/codeLens.ts';
import { compare } from '../features/compare.ts';
import { completion } from '../features/completion/completion.ts';
import { definition } from '../features/definition.ts';
import { diagnostics } from '../features/diagnostics.ts';
import { documentHighlights } from '../features/documentHighlights.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { edit } from '../features/filling/edit.ts';
import { fields } from '../features/filling/fields.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { formatting } from '../features/formatting.ts';
import { hover } from '../features/hover/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { startLens } from '../features/newPlan/startLens.ts';
import { onTypeFormatting } from '../features/onTypeFormatting.ts';
import { paste } from '../features/paste.ts';
import { picture } from '../features/pictures/picture.ts';
import { references } from '../features/references.ts';
import { prepareRename, renameEdit } from '../features/rename.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { semanticTokens } from '../features/semanticTokens.ts';
import { documentSymbols } from '../features/symbols/documentSymbols.ts';
import { isPlan } from '../features/view.ts';
import {
  type BriefParams,
  type BriefResult,
  briefRequest,
  type CompareParams,
  type CompareResult,
  compareRequest,
  type DraftParams,
  draftRequest,
  type EditParams,
  type EditResult,
  editRequest,
  type Fields,
  type FieldsParams,
  fieldsRequest,
  type OverviewsParams,
  overviewsRequest,
  type PasteParams,
  type PasteResult,
  type Picture,
  type PictureParams,
  type PortfolioParams,
  pasteRequest,
  pictureRequest,
  portfolioRequest,
  type QuestionParams,
  questionRequest,
  type TemplateParams,
  templateRequest,
} from '../protocol.ts';
import { answer, answerAt, answerLast, unlessRefused } from './answer.ts';
import { NewPlan } from './newPlan.ts';
import type { Parts } from './parts.ts';
import { isAboutDocument, isAddress, isListOf, isText, isVersion, sound } from './sound.ts';

/** Registers the handlers of all requests. */
export function answerRequests(connection: Connection, parts: Parts): void {
  answerNavigation(connection, parts);
  answerGlance(connection, parts);
  answerEdits(connection, parts);
  answerDiagnostics(connection, parts);
  answerPlans(connection, parts);
}

/** What something is, where it is, and where else. */
function answerNavigation(connection: Connection, parts: Parts): void {
  connection.onHover(answerAt(parts, null, (subject, offset, view) => hover(subject, offset, view) ?? null));
  connection.onDefinition(answerAt(parts, [], definition));
  connection.onReferences(
    answerAt(parts, [], (subject, offset, _, { context }) => references(subject, offset, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(answerAt(parts, [], documentHighlights));
  connection.onDocumentSymbol(answer(parts, [], (subject, _, view) => documentSymbols(subject, view)));
  connection.onWorkspaceSymbol(({ query }, token) => parts.symbols.search(query, token));
  connection.onDocumentLinks(answer(parts, [], (subject) => documentLinks(subject)));
  connection.onFoldingRanges(answer(parts, [], (subject) => foldingRanges(subject)));
  connection.onSelectionRanges(
    answer(parts, [], (subject, { positions }) => {
      const offsets = positions.map((position) => subject.document.offsetAt(position));
      return selectionRanges(subject, offsets);
    }),
  );
}

/** What is shown in and above the text. */
function answerGlance(connection: Connection, parts: Parts): void {
  const { languages } = connection;
  const { configuration } = parts.documents;
  const { sentTokens } = parts;
  const noTokens: SemanticTokens = { data: [] };
  connection.onCodeLens(
    answer(parts, [], (subject, { textDocument: { uri } }, view) => [
      ...startLens(subject, view),
      ...codeLens(subject, configuration.now(uri).codeLens, view),
    ]),
  );
  languages.inlayHint.on(
    answer(parts, [], (subject, { range, textDocument: { uri } }, view) =>
      inlayHints(subject, range, configuration.now(uri).inlayHints, view),
    ),
  );
  languages.semanticTokens.on(
    answer(parts, noTokens, (subject, { textDocument: { uri } }, view) =>
      sentTokens.full(uri, semanticTokens(subject, view)),
    ),
  );
  languages.semanticTokens.onDelta(
    answer<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      parts,
      noTokens,
      (subject, { textDocument: { uri }, previousResultId }, view) =>
        sentTokens.delta(uri, previousResultId, semanticTokens(subject, view)),
    ),
  );
  languages.semanticTokens.onRange(
    answer(parts, noTokens, (subject, { range }, view) => semanticTokens(subject, view, range)),
  );
}

/** What changes the text, or offers to. */
function answerEdits(connection: Connection, parts: Parts): void {
  connection.onCompletion(answerAt(parts, [], completion));
  connection.onCodeAction(
    answer(parts, [], (subject, { range, context }, view) =>
      parts.documents.isCurrent(subject.document.uri) ? codeActions(subject, range, context, view) : [],
    ),
  );
  connection.onPrepareRename(
    answerAt(parts, null, (subject, offset, view) => unlessRefused(prepareRename(subject, offset), view)),
  );
  connection.onRenameRequest(
    answerAt(parts, null, (subject, offset, view, { newName }) =>
      unlessRefused(renameEdit(subject, offset, newName, view), view),
    ),
  );
  connection.onDocumentFormatting(answer(parts, [], (subject, { options }) => formatting(subject, options)));
  connection.onDocumentRangeFormatting(
    answer(parts, [], (subject, { range, options }) => formatting(subject, options, [range])),
  );
  connection.onDocumentRangesFormatting(
    answer(parts, [], (subject, { ranges, options }) => formatting(subject, options, ranges)),
  );
  connection.onDocumentOnTypeFormatting(
    answer(parts, [], (subject, { position, ch }) => onTypeFormatting(subject, position, ch)),
  );
  connection.onRequest(
    pasteRequest,
    sound(
      (params) => isAboutDocument(params) && Range.is(params?.range) && isText(params?.text),
      answer(parts, null, (subject, { range, text }: PasteParams): PasteResult => paste(subject, range, text) ?? null),
    ),
  );
}

/** Diagnostics for a client that pulls. */
function answerDiagnostics({ languages }: Connection, parts: Parts): void {
  const full = (items: Diagnostic[]): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items });
  const pull = answer(parts, undefined, (subject, _: DocumentDiagnosticParams, view) =>
    parts.documents.isCurrent(subject.document.uri) ? diagnostics(subject, view) : [],
  );
  languages.diagnostics.on(async (params, token) => {
    const { uri } = params.textDocument;
    parts.diagnostics.documentPulled(uri);
    // A document that has just been closed is pulled once more: then its file counts.
    const report = full((await pull(params, token)) ?? (await parts.diagnostics.of(uri)));
    // Until the client has this answer it may take results of the workspace without showing them.
    setImmediate(() => parts.diagnostics.documentPulled(uri));
    return report;
  });
  languages.diagnostics.onWorkspace(({ previousResultIds }, token, _, progress) =>
    parts.diagnostics.pull(previousResultIds, token, progress && ((report) => progress.report(report))),
  );
}

/** Our own requests: pictures, the list of plans, a new plan. */
function answerPlans(connection: Connection, parts: Parts): void {
  const { publisher, overviews } = parts;
  const newPlan = new NewPlan(parts);
  const draw = answer<PictureParams, Picture | null>(parts, null, (subject, { before }, view) =>
    isPlan(subject) ? picture(subject, view, before) : null,
  );
  connection.onRequest(
    pictureRequest,
    sound(
      (params) =>
        isAboutDocument(params) &&
        (params?.before === undefined || isVersion(params.before as PictureParams['before'])),
      answerLast(() => publisher.settled(), draw),
    ),
  );
  connection.onRequest(
    briefRequest,
    sound(
      isAboutDocument,
      answer<BriefParams, BriefResult | null>(parts, null, ({ reading }, _, view) =>
        reading instanceof Plan ? { html: briefHtml(brief(reading, view)) } : null,
      ),
    ),
  );
  const changes = answer<CompareParams, CompareResult | null>(parts, null, (subject, params, view) =>
    isPlan(subject) ? compare(subject, params, view) : null,
  );
  connection.onRequest(
    compareRequest,
    sound(
      (params) => isAboutDocument(params) && isText(params?.before),
      answerLast(() => publisher.settled(), changes),
    ),
  );
  connection.onRequest(
    fieldsRequest,
    sound(
      (params) => isAboutDocument(params) && isText(params?.key),
      answer<FieldsParams, Fields | null>(parts, null, (subject, { key }, view) =>
        isPlan(subject) && parts.documents.isCurrent(subject.document.uri)
          ? (fields(subject, key, view) ?? null)
          : null,
      ),
    ),
  );
  connection.onRequest(
    editRequest,
    sound(
      (params) =>
        isAboutDocument(params) &&
        isText(params?.key) &&
        isText(params?.name) &&
        (isText(params?.value) || isListOf(params?.value, isText)),
      answer<EditParams, EditResult | null>(parts, null, (subject, params, view) =>
        isPlan(subject) && parts.documents.isCurrent(subject.document.uri) ? edit(subject, params, view) : null,
      ),
    ),
  );
  connection.onRequest(
    overviewsRequest,
    sound(
      (params) => !params?.uris || isListOf(params.uris, isText),
      (params: OverviewsParams | null, token: CancellationToken) => overviews.answer(params ?? {}, token),
    ),
  );
  connection.onRequest(
    portfolioRequest,
    sound(
      (params) => params?.loadThreshold === undefined || typeof params.loadThreshold === 'number',
      (params: PortfolioParams | null, token: CancellationToken) => overviews.portfolio(params ?? {}, token),
    ),
  );
  connection.onRequest(
    questionRequest,
    sound(isAddress, (params: QuestionParams) => newPlan.question(params)),
  );
  connection.onRequest(
    draftRequest,
    sound(isAddress, (params: DraftParams) => newPlan.draft(params)),
  );
  connection.onRequest(
    templateRequest,
    sound(isAddress, (params: TemplateParams) => newPlan.template(params)),
  );
}
