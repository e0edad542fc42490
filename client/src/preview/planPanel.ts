/** The panel of one plan: its pictures, live while the plan is edited, in step with the cursor. */
import {
  commands,
  type Disposable,
  l10n,
  type Position,
  Range,
  Selection,
  TabInputText,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DrawnPlace,
  type EditParams,
  type EditResult,
  editRequest,
  type Fields,
  type FieldsParams,
  fieldsRequest,
  type Picture,
  type PictureParams,
  pictureRequest,
} from '../../../server/src/protocol.ts';
import { isOf, textOf, versionName } from '../compare/versions.ts';
import { LivePage, notWritten, type PageSource } from './livePage.ts';
import type { FilledIn, ToPage } from './messages.ts';
import { isWritable } from './writable.ts';

function rangeOf({ start, end }: DrawnPlace['whole']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** How much of the text a range takes up, to tell the inner one of two. */
function size({ start, end }: Range): number {
  return (end.line - start.line) * 10_000 + end.character - start.character;
}

/** Whether a tab shows a file. */
function isInTab(file: Uri): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === file.toString());
}

export class PlanPanel implements Disposable, PageSource {
  private readonly page: LivePage;
  private readonly disposables: readonly Disposable[];
  /** The places in the picture that is drawn, and in the one that is sent. */
  private places: Picture['places'] = {};
  private nextPlaces: Picture['places'] = {};
  /** The version with which the plan is compared, and the places of what is drawn of it. */
  private before: Uri | undefined;
  private placesBefore: Picture['before'] = {};
  /** The last value is being written: the next waits for it. */
  private writing: Promise<unknown> = Promise.resolve();
  /** Only edits from here lie between these versions of the document: what the page saw in any of them still holds. */
  private own = { from: -1, to: -1 };
  /** Its file was deleted. What a tab still holds of it is a plan until that is closed. */
  private deleted = false;

  constructor(
    private uri: Uri,
    /** Which version of the file it is, in words; empty where there is no other beside it. */
    private version: string,
    private locked: boolean,
    private readonly panel: WebviewPanel,
    private readonly client: BaseLanguageClient,
    extension: Uri,
  ) {
    // Until its first picture says what the plan is called.
    panel.title ||= uri.path.slice(uri.path.lastIndexOf('/') + 1);
    this.page = new LivePage(panel, this, extension);
    this.disposables = [
      this.page,
      workspace.onDidChangeTextDocument(({ document }) => this.shows(document) && this.page.changed()),
      workspace.onDidOpenTextDocument((document) => this.shows(document) && this.page.changed()),
      workspace.onDidSaveTextDocument(({ uri }) => this.before && isOf(this.before, uri) && this.page.changed()),
      window.tabGroups.onDidChangeTabs(() => this.deleted && this.page.changed()),
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
        if (first && this.shows(textEditor.document)) this.cursor(first.active);
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** The plan that is shown. */
  get plan(): Uri {
    return this.uri;
  }

  /** It stays with its plan; others follow the editor. */
  get isLocked(): boolean {
    return this.locked;
  }

  /** Its picture shows what is otherwise than in another version. */
  get isCompared(): boolean {
    return this.before !== undefined;
  }

  /** The panel has the focus. */
  get active(): boolean {
    return this.panel.active;
  }

  /** Shows another plan from now on. */
  show(plan: Uri, version: string): void {
    const other = plan.toString() !== this.uri.toString();
    if (!other && version === this.version) return;
    this.version = version;
    if (other) {
      this.uri = plan;
      this.places = {};
      this.nextPlaces = {};
      this.own = { from: -1, to: -1 };
      this.deleted = false;
      this.before = undefined;
    }
    this.page.changed();
  }

  /** Shows what is otherwise than in a version; without one, the plan alone. */
  compareWith(before: Uri | undefined): void {
    this.before = before;
    this.page.changed();
  }

  /** Its file was made again, or deleted. */
  fileChanged(exists: boolean): void {
    this.deleted = !exists;
    this.page.changed();
  }

  /** Makes it stay with its plan, or follow the editor. */
  lock(locked: boolean): void {
    this.locked = locked;
    this.page.changed();
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  private shows({ uri }: TextDocument): boolean {
    return uri.toString() === this.uri.toString();
  }

  async picture(): Promise<ToPage | undefined> {
    const { uri } = this;
    // The editor may keep a text for a while that no tab shows any more.
    const gone = this.deleted && !isInTab(uri);
    const document = gone ? undefined : await workspace.openTextDocument(uri).then(undefined, () => undefined);
    if (!document) return { type: 'gone', note: l10n.t('The file of this plan is gone.') };
    const before = await this.versionBefore();
    const params: PictureParams = { textDocument: this.document, ...(before && { before }) };
    const picture = await this.client.sendRequest<Picture | null>(pictureRequest, params);
    // Another plan is shown meanwhile: its picture is on the way.
    if (!picture || uri !== this.uri) return undefined;
    // What is half typed may hide things that are still drawn: where they were is near enough.
    this.nextPlaces = picture.complete ? picture.places : { ...this.places, ...picture.places };
    this.placesBefore = picture.before;
    const version = before ? l10n.t('compared with {0}', before.name) : this.version;
    this.panel.title = version ? l10n.t('{0} ({1})', picture.title, version) : picture.title;
    const editable = await isWritable(document);
    return { type: 'picture', picture, locked: this.locked, editable };
  }

  /** The version with which the plan is compared; one that cannot be read is said, and given up. */
  private async versionBefore(): Promise<PictureParams['before']> {
    const { before } = this;
    if (!before) return undefined;
    try {
      return { text: await textOf(before), name: versionName(before) };
    } catch {
      this.before = undefined;
      void window.showWarningMessage(l10n.t('The version with which the plan is compared cannot be read.'));
      return undefined;
    }
  }

  private get document() {
    return { uri: this.client.code2ProtocolConverter.asUri(this.uri) };
  }

  async fields(key: string): Promise<Fields | undefined> {
    const params: FieldsParams = { textDocument: this.document, key };
    return (await this.client.sendRequest<Fields | null>(fieldsRequest, params)) ?? undefined;
  }

  write(filled: FilledIn): Promise<string> {
    const written = this.writing.then(() => this.writeNow(filled));
    this.writing = written.catch(() => {});
    return written;
  }

  /** Asks the server for the edits and makes them in one step, which one *Undo* takes back. */
  private async writeNow({ version, key, name, value }: FilledIn): Promise<string> {
    const { uri } = this;
    const document = await workspace.openTextDocument(uri);
    if (!(await isWritable(document))) return notWritten();
    const known = this.own.from <= version && version <= this.own.to;
    const seen = known ? this.own.to : version;
    const params: EditParams = { textDocument: this.document, version: seen, key, name, value };
    const result = await this.client.sendRequest<EditResult | null>(editRequest, params);
    if (!result || uri !== this.uri) return notWritten();
    if (result.refused || result.edits.length === 0) return result.refused;
    if (document.version !== seen)
      return l10n.t('The text has changed meanwhile, so nothing was written. Please try again.');
    const edit = new WorkspaceEdit();
    edit.set(uri, await this.client.protocol2CodeConverter.asTextEdits([...result.edits]));
    if (!(await workspace.applyEdit(edit))) return notWritten();
    this.own = { from: known ? this.own.from : version, to: document.version };
    return '';
  }

  /** *Undo* and *Redo* are those of the editor of the text, which must be in front for them. */
  async again(command: 'undo' | 'redo'): Promise<void> {
    await this.editor();
    await commands.executeCommand(command);
    this.panel.reveal(undefined, false);
  }

  drawn(): void {
    this.places = this.nextPlaces;
    const editor = window.visibleTextEditors.find(({ document }) => this.shows(document));
    if (editor) this.cursor(editor.selection.active);
  }

  /** Tells the page what the cursor stands in, the innermost first. */
  private cursor(position: Position): void {
    const around = Object.entries(this.places)
      .map(([key, { whole }]) => ({ key, whole: rangeOf(whole) }))
      .filter(({ whole }) => whole.contains(position))
      .sort((a, b) => size(a.whole) - size(b.whole));
    this.page.post({ type: 'here', keys: around.map(({ key }) => key) });
  }

  /** Brings the editor that shows the plan to the front, or opens one beside. */
  private async editor(): Promise<TextEditor> {
    const open = window.visibleTextEditors.find(({ document }) => this.shows(document));
    const column = open?.viewColumn ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
    return window.showTextDocument(await workspace.openTextDocument(this.uri), column);
  }

  /**
   * Moves the cursor to the place of something that is drawn, in the editor that shows the plan, or in one beside; of what
   * was in the version before, in the text of that.
   */
  async go(key: string): Promise<void> {
    if (this.before && Object.hasOwn(this.placesBefore, key)) {
      const { start } = rangeOf((this.placesBefore[key] as DrawnPlace).name);
      const column = this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
      await window.showTextDocument(this.before, { viewColumn: column, selection: new Range(start, start) });
      return;
    }
    if (!Object.hasOwn(this.places, key)) return;
    const place = rangeOf((this.places[key] as DrawnPlace).name);
    const editor = await this.editor();
    editor.selection = new Selection(place.start, place.start);
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
