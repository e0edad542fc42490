/** The panels beside the editor that show plans as pictures: one for each plan, live while it is typed. */
import {
  type Disposable,
  type ExtensionContext,
  env,
  l10n,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DrawnPlace,
  type Picture,
  type PictureParams,
  pictureRequest,
  planLanguage,
} from '../../../server/src/protocol.ts';
import { languageOf } from '../selector.ts';
import { fromPage, type ToPage } from './messages.ts';

export const showPlanCommand = 'levers.showPlan';

const viewType = 'levers.plan';

/** How long typing goes on before a new picture is asked for, so that problems come first (milliseconds). */
const pause = 40;

/** Whether a document is a plan, by its language mode or its name. */
function isPlan({ languageId, uri }: TextDocument): boolean {
  return languageId === planLanguage || languageOf(uri.path) === planLanguage;
}

function rangeOf({ start, end }: DrawnPlace['whole']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** What the page may load and run: its own script and style sheet, and nothing else. */
function html(webview: Webview, extension: Uri): string {
  const address = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  const policy = `default-src 'none'; script-src ${webview.cspSource}; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${address('client', 'assets', 'preview.css')}">
</head>
<body>
<script src="${address('dist', 'preview.js')}"></script>
</body>
</html>`;
}

/** Where a panel may load from. */
function roots(extension: Uri): Uri[] {
  return [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'client', 'assets')];
}

/** One plan in one panel. */
class PlanPanel implements Disposable {
  private readonly disposables: Disposable[] = [];
  private places: Picture['places'] = {};
  private ready = false;
  /** A picture is asked for or being drawn. */
  private busy = false;
  /** The text has changed since the last picture was asked for. */
  private stale = true;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    readonly uri: Uri,
    private readonly panel: WebviewPanel,
    private readonly client: BaseLanguageClient,
    extension: Uri,
  ) {
    panel.title = l10n.t('Plan: {0}', uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.levers\.ya?ml$/, ''));
    panel.iconPath = {
      light: Uri.joinPath(extension, 'client', 'assets', 'file-light.svg'),
      dark: Uri.joinPath(extension, 'client', 'assets', 'file-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: roots(extension) };
    this.disposables.push(
      panel.webview.onDidReceiveMessage((message) => this.received(message)),
      panel.onDidChangeViewState(() => this.ask()),
      workspace.onDidChangeTextDocument(({ document }) => this.shows(document) && this.changed()),
      workspace.onDidOpenTextDocument((document) => this.shows(document) && this.changed()),
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
        if (first && this.shows(textEditor.document)) this.cursor(first.active);
      }),
    );
    panel.webview.html = html(panel.webview, extension);
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  private shows({ uri }: TextDocument): boolean {
    return uri.toString() === this.uri.toString();
  }

  private async received(message: unknown): Promise<void> {
    const told = fromPage(message);
    if (told?.type === 'go') await this.go(told.key);
    else if (told) {
      // A page that was away begins anew.
      if (told.type === 'ready') this.stale = true;
      this.ready = true;
      this.busy = false;
      this.ask();
    }
  }

  private changed(): void {
    this.stale = true;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.ask();
    }, pause);
  }

  /** Asks for a picture, if there is news and the last one is drawn; a hidden page can wait. */
  private ask(): void {
    if (!this.stale || this.busy || !this.ready) return;
    if (!this.panel.visible) {
      // Its page is gone, and begins anew when it is shown again.
      this.ready = false;
      return;
    }
    this.stale = false;
    this.busy = true;
    void this.draw().catch(() => {
      // The server has ended; with the next change it is asked again.
      this.busy = false;
    });
  }

  private async draw(): Promise<void> {
    await workspace.openTextDocument(this.uri);
    const params: PictureParams = { textDocument: { uri: this.client.code2ProtocolConverter.asUri(this.uri) } };
    const picture = await this.client.sendRequest<Picture | null>(pictureRequest, params);
    if (!picture) {
      this.busy = false;
      return;
    }
    // What is half typed may hide things that are still drawn: where they were is near enough.
    this.places = picture.complete ? picture.places : { ...this.places, ...picture.places };
    this.post({ type: 'picture', picture });
    const editor = window.visibleTextEditors.find(({ document }) => this.shows(document));
    if (editor) this.cursor(editor.selection.active);
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  /** Tells the page what the cursor stands in, the innermost first. */
  private cursor(position: Position): void {
    const size = ({ start, end }: Range) => (end.line - start.line) * 10_000 + end.character - start.character;
    const around = Object.entries(this.places)
      .map(([key, { whole }]) => ({ key, whole: rangeOf(whole) }))
      .filter(({ whole }) => whole.contains(position))
      .sort((a, b) => size(a.whole) - size(b.whole));
    this.post({ type: 'here', keys: around.map(({ key }) => key) });
  }

  /** Moves the cursor to the place of something that is drawn, in the editor that shows the plan, or in one beside. */
  private async go(key: string): Promise<void> {
    if (!Object.hasOwn(this.places, key)) return;
    const place = rangeOf((this.places[key] as DrawnPlace).name);
    const open: TextEditor | undefined = window.visibleTextEditors.find(({ document }) => this.shows(document));
    const column = open?.viewColumn ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
    const editor = await window.showTextDocument(await workspace.openTextDocument(this.uri), column);
    editor.selection = new Selection(place.start, place.start);
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** Opens panels, by the plan in them, and opens them again with the window. */
export class PlanPanels implements Disposable {
  private readonly panels = new Map<string, PlanPanel>();
  private readonly serializer: Disposable;

  constructor(
    private readonly context: ExtensionContext,
    private readonly client: BaseLanguageClient,
  ) {
    this.serializer = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const known = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
        if (typeof known === 'string') this.adopt(Uri.parse(known), panel);
        else panel.dispose();
      },
    });
  }

  dispose(): void {
    this.serializer.dispose();
    for (const panel of this.panels.values()) panel.dispose();
  }

  /** Shows a plan beside the editor: one whose address is given, or the one in front. */
  show(address: unknown): void {
    const front = window.activeTextEditor?.document;
    const given = typeof address === 'string' ? Uri.parse(address) : address;
    const uri = given instanceof Uri ? given : front && isPlan(front) ? front.uri : undefined;
    if (!uri) {
      void window.showInformationMessage(l10n.t('Open a change plan first: its picture appears beside it.'));
      return;
    }
    const known = this.panels.get(uri.toString());
    if (known) {
      known.reveal();
      return;
    }
    const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.adopt(uri, window.createWebviewPanel(viewType, '', column));
  }

  private adopt(uri: Uri, panel: WebviewPanel): void {
    const key = uri.toString();
    const shown = new PlanPanel(uri, panel, this.client, this.context.extensionUri);
    this.panels.set(key, shown);
    panel.onDidDispose(() => {
      shown.dispose();
      this.panels.delete(key);
    });
  }
}
