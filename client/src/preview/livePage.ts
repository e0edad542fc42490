/** A webview that stays up to date: one picture at a time, and none while it is hidden. */
import { type Disposable, env, l10n, Uri, type Webview, type WebviewPanel } from 'vscode';
import type { Fields } from '../../../server/src/protocol.ts';
import { type FilledIn, fromPage, type ToPage } from './messages.ts';
import { saveAs } from './saveAs.ts';

export const copyTableCommand = 'levers.copyTable';
export const savePictureCommand = 'levers.savePicture';

/** The page on which a menu was opened last: a panel that is clicked from elsewhere is in front only later. */
let withMenu: LivePage | undefined;

/** Copies the table, or saves the drawing, on which the menu was opened. */
export function takeFromPage(type: 'copyTable' | 'savePicture'): void {
  withMenu?.post({ type });
}

/** A title as the name of a file: without the signs that some system does not let in. */
const fileName = (title: string) => title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim();

/** Delay (milliseconds) that collects changes before the next picture, so that problems come first. */
const pause = 40;

/** The source of the pictures, and the target of clicks. */
export interface PageSource {
  /** The newest picture, or undefined where there is none now. */
  picture(): Promise<ToPage | undefined>;
  /** The last picture is drawn: what is clicked from now on is of that one. */
  drawn?(): void;
  /** Something was clicked; the key comes from the page and may be anything. */
  go(key: string): Promise<void>;
  /** A new plan shall begin. */
  begin?(): void;
  /** Takes back the last change of the text, or makes it again. */
  again?(command: 'undo' | 'redo'): Promise<void>;
  /** What can be filled in at what has this key, which may be anything. */
  fields?(key: string): Promise<Fields | undefined>;
  /** Writes a value; resolves to why it cannot be, empty where it could. */
  write?(filled: FilledIn): Promise<string>;
}

/** The server does not answer, or the editor refuses. */
export const notWritten = () => l10n.t('This could not be written. Please try again, or write it in the text.');

/** What the page may load and run: its own script and style sheets, and nothing else. */
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
<link rel="stylesheet" href="${address('dist', 'brief.css')}">
</head>
<body>
<script src="${address('dist', 'preview.js')}"></script>
</body>
</html>`;
}

export class LivePage implements Disposable {
  private readonly disposables: readonly Disposable[];
  private ready = false;
  /** A picture is asked for or being drawn. */
  private busy = false;
  /** There is news since the last picture was asked for. */
  private stale = true;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly source: PageSource,
    extension: Uri,
  ) {
    panel.iconPath = {
      light: Uri.joinPath(extension, 'client', 'assets', 'file-light.svg'),
      dark: Uri.joinPath(extension, 'client', 'assets', 'file-dark.svg'),
    };
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'client', 'assets')],
    };
    this.disposables = [
      panel.webview.onDidReceiveMessage((message) => this.received(message)),
      panel.onDidChangeViewState(() => this.ask()),
    ];
    panel.webview.html = html(panel.webview, extension);
  }

  dispose(): void {
    if (withMenu === this) withMenu = undefined;
    clearTimeout(this.timer);
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** There is news: a new picture is shown soon. */
  changed(): void {
    this.stale = true;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.ask();
    }, pause);
  }

  post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async received(message: unknown): Promise<void> {
    const told = fromPage(message);
    if (told?.type === 'go') await this.source.go(told.key);
    else if (told?.type === 'menu') withMenu = this;
    else if (told?.type === 'copied') await env.clipboard.writeText(told.text);
    else if (told?.type === 'saved') await saveAs(fileName(this.panel.title), 'svg', told.text);
    else if (told?.type === 'begin') this.source.begin?.();
    else if (told?.type === 'undo' || told?.type === 'redo') await this.source.again?.(told.type);
    else if (told?.type === 'fields') await this.answerFields(told.id, told.key);
    else if (told?.type === 'write') {
      const refused = (await this.source.write?.(told).catch(notWritten)) ?? notWritten();
      this.post({ type: 'written', id: told.id, refused });
    } else if (told) {
      // A page that was away begins anew.
      if (told.type === 'ready') this.stale = true;
      else this.source.drawn?.();
      this.ready = true;
      this.busy = false;
      this.ask();
    }
  }

  private async answerFields(id: number, key: string): Promise<void> {
    const fields = await this.source.fields?.(key).catch(() => undefined);
    this.post({ type: 'fields', id, ...(fields && { fields }) });
  }

  /** Asks for a picture, if there is news and the last one is drawn. */
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
    const picture = await this.source.picture();
    if (!picture) {
      this.busy = false;
      return;
    }
    this.post(picture);
  }
}
