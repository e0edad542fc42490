/** A hint of how to begin in an empty plan: pale, in its last line, and gone with the first letter. */
import {
  Disposable,
  l10n,
  languages,
  type Range,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { planSelector } from './selector.ts';

/** The editor's own setting for hints in empty editors; `hidden` goes for this one too. */
const editorSetting = 'workbench.editor.empty.hint';

/** Where the hint stands: the last line, if it is empty and nothing but comments is above it. */
function placeIn(document: TextDocument): Range | undefined {
  const last = document.lineAt(document.lineCount - 1);
  if (last.text !== '' || !languages.match(planSelector, document)) return undefined;
  if (workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return undefined;
  for (let line = 0; line < last.lineNumber; line++) {
    if (!/^\s*(?:#.*)?$|^---\s*$/.test(document.lineAt(line).text)) return undefined;
  }
  return last.range;
}

export function startHint(): Disposable {
  const hint = window.createTextEditorDecorationType({
    after: {
      contentText: l10n.t('Press Ctrl+Space to see what a plan holds, or run “LEVERS: New Change Plan” to be asked.'),
      color: new ThemeColor('input.placeholderForeground'),
    },
  });
  const shown = new WeakSet<TextEditor>();
  const show = (editor: TextEditor) => {
    const hidden = workspace.getConfiguration().get(editorSetting) === 'hidden';
    const place = hidden ? undefined : placeIn(editor.document);
    if (!place && !shown.has(editor)) return;
    editor.setDecorations(hint, place ? [place] : []);
    if (place) shown.add(editor);
    else shown.delete(editor);
  };
  const showAll = () => window.visibleTextEditors.forEach(show);
  showAll();
  return Disposable.from(
    hint,
    window.onDidChangeVisibleTextEditors(showAll),
    workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of window.visibleTextEditors) if (editor.document === document) show(editor);
    }),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(editorSetting) && showAll()),
  );
}
