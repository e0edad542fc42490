/** Tests that run in VS Code's extension host and see the extension through the API of the editor. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { encoded } from '../kit/encodings.ts';
import { cleanPlan } from '../kit/plan.ts';

const id = 'levers.levers-change-plans';

/** Resolves when `find` gives something; asked again whenever problems change. */
function problems<T>(find: () => T | undefined): Promise<T> {
  const now = find();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      const found = find();
      if (found === undefined) return;
      listener.dispose();
      resolve(found);
    });
  });
}

/** The errors and warnings of a document, once they are just these (codes in the order of the text). */
function exactly(uri: vscode.Uri, ...codes: string[]): Promise<vscode.Diagnostic[]> {
  return problems(() => {
    const found = vscode.languages
      .getDiagnostics(uri)
      .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
      .sort((a, b) => a.range.start.compareTo(b.range.start));
    const actual = found.map(({ code }) => (typeof code === 'object' ? code.value : code));
    return JSON.stringify(actual) === JSON.stringify(codes) ? found : undefined;
  });
}

const bytes = (text: string) => new TextEncoder().encode(text);

async function plan(text: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'levers-plan', content: text });
  return vscode.window.showTextDocument(document);
}

/** The document that a command opens where none is open: a plan that is on no disk. */
async function madeBy(command: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.commands.executeCommand(command);
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  assert.equal(document.languageId, 'levers-plan');
  assert.equal(document.isUntitled, true);
  return document;
}

async function edit(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const { document } = editor;
  const start = document.getText().indexOf(from);
  assert.ok(start >= 0, from);
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + from.length));
  assert.ok(await editor.edit((builder) => builder.replace(range, to)));
}

const tests: Record<string, () => Promise<void>> = {
  async 'sleeps until a plan is opened: other YAML does not wake it'() {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension);
    await vscode.workspace.openTextDocument({ language: 'yaml', content: 'a: 1\n' });
    assert.equal(extension.isActive, false);
    await plan(cleanPlan);
    await extension.activate();
    assert.equal(extension.isActive, true);
  },

  async 'checks an untitled plan as it is typed'() {
    const editor = await plan(cleanPlan);
    const { uri } = editor.document;
    await edit(editor, '[agents]', '[agnets]');
    const [problem] = await exactly(uri, 'unknown-stakeholder');
    assert.equal(problem?.message, 'There is no stakeholder group `agnets`. Did you mean `agents`?');
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Error);
    await edit(editor, '[agnets]', '[agents]');
    await exactly(uri);
  },

  async 'adds to a fourth lever with one click, and asks who owns what is added'() {
    const editor = await plan(cleanPlan.replace('owner: Bo', 'owner: TBD').replace(/ {2}enablement: .*\n/, ''));
    const { document } = editor;
    const before = ['group-without-enablement', 'coverage-below-four', 'strategy-without-owner'];
    const [, coverage] = await exactly(document.uri, ...before);
    assert.match(coverage?.message ?? '', /^Only 3 of 6 levers are covered/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      coverage?.range,
    );
    const fix = actions.find(({ title }) => title.startsWith('Add to Enablement'));
    assert.ok(fix?.edit, actions.map(({ title }) => title).join('\n'));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    const added = ['strategy-without-owner', 'strategy-without-owner'];
    await exactly(document.uri, 'coverage-below-four', 'strategy-without-owner', ...added);
    assert.match(document.getText(), /^ {2}enablement:\n {4}strategies:\n {6}- use: .*\n {8}owner:\n/m);
  },

  async 'says that a file is in another encoding, and leads to the command that reopens it'() {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder.uri, 'gbk.levers.yaml');
    const title = encoded(cleanPlan.replace('AI assist for the service desk', '客服中心的变更计划'), 'gbk');
    writeFileSync(uri.fsPath, title as Buffer);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const [problem, ...more] = await exactly(uri, 'unreadable-file');
    assert.match(problem?.message ?? '', /it seems, as GBK/);
    assert.deepEqual(more, []);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      problem?.range,
    );
    assert.ok(actions.some(({ command }) => command?.command === 'workbench.action.editor.changeEncoding'));
  },

  async 'offers the strategies of the lever first, and each once'() {
    const editor = await plan(
      cleanPlan.replace(/ {2}enablement: .*\n/, '  enablement:\n    strategies:\n      - use: \n'),
    );
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf('- use: \n') + 7);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
      ' ',
    );
    // The title comes first, the id pale after it.
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.description?.split(' · ')[0]));
    assert.deepEqual(labels.slice(0, 3), ['training-strategy', 'live-demos', 'super-users']);
    assert.equal(new Set(labels).size, labels.length);
    assert.ok(!labels.includes('ai-governance'));
  },

  async 'wraps sentences, and keeps the window for them'() {
    for (const languageId of ['levers-plan', 'levers-catalog', 'levers-config']) {
      const editor = vscode.workspace.getConfiguration('editor', { languageId });
      assert.equal(editor.get('wordWrap'), 'on');
      assert.equal(editor.get('minimap.enabled'), false);
    }
  },

  async 'has the snippets'() {
    const editor = await plan('levers:\n  ');
    editor.selection = new vscode.Selection(1, 2, 1, 2);
    await vscode.commands.executeCommand('editor.action.insertSnippet', {
      langId: 'levers-plan',
      name: 'lever-rewards',
    });
    assert.match(editor.document.getText(), /^levers:\n {2}rewards:\n {4}intent: .*\n {4}strategies:\n {6}- use: /);
  },

  async 'explains what stands under the pointer, and gives an outline'() {
    const { document } = await plan(cleanPlan);
    const at = document.positionAt(document.getText().indexOf('ai-governance') + 3);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers
      .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .join();
    assert.match(text, /Establish AI Governance/);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.ok(symbols.some(({ name }) => name === 'levers'));
  },

  async 'sets two spaces and no tabs for plans'() {
    const editor = await plan(cleanPlan);
    assert.equal(editor.options.tabSize, 2);
    assert.equal(editor.options.insertSpaces, true);
    // All hints of a line together: a plan names several people and groups in one.
    const { document } = editor;
    assert.equal(vscode.workspace.getConfiguration('editor', document).get('inlayHints.maximumLength'), 120);
  },

  async 'opens an example as a document of its own, without a problem'() {
    const document = await madeBy('levers.openExample');
    assert.match(document.getText(), /^levers:$/m);
    await exactly(document.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  },

  async 'makes a new plan from the template without an open file, clean from the start'() {
    const document = await madeBy('levers.newPlanFromTemplate');
    assert.match(document.getText(), /^version: 1\n/);
    const provoked = new vscode.WorkspaceEdit();
    provoked.insert(document.uri, new vscode.Position(0, 0), 'x-note: "\n');
    await vscode.workspace.applyEdit(provoked);
    await exactly(document.uri, 'unclosed-quote');
    await vscode.commands.executeCommand('undo');
    await exactly(document.uri);
  },

  async 'checks a plan by its file name whatever its language mode is'() {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    const uri = vscode.Uri.joinPath(folder, 'named.levers.yaml');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('version: 2\n'));
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.languageId, 'levers-plan');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await vscode.window.showTextDocument(document);
    await exactly(uri, 'missing-key', 'unknown-value');
    await vscode.workspace.fs.delete(uri);
  },

  async 'mends what needs no decision in one go'() {
    const written = cleanPlan
      .replace('  owner: Ana', '  owner：Ana')
      .replace('start: 2027-01-04', 'start: 2027年1月4日');
    const { document } = await plan(written);
    await exactly(document.uri, 'full-width-punctuation', 'date-in-other-form');
    const [action, ...more] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
      'source.fixAll.levers',
    );
    assert.deepEqual(more, []);
    assert.ok(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
    await exactly(document.uri);
    assert.equal(document.getText(), cleanPlan);
  },

  async 'offers to allow a problem with a reason, last in the list'() {
    const { document } = await plan(cleanPlan.replace('audience: [leads],', ''));
    const [problem] = await exactly(document.uri, 'strategy-without-audience');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      problem?.range,
    );
    assert.deepEqual(
      actions.slice(-2).map(({ title }) => title),
      [
        'Allow strategy-without-audience here, with a reason',
        'Allow strategy-without-audience in the whole file, with a reason',
      ],
    );
  },

  async 'judges as the settings say, at once'() {
    const { document } = await plan(cleanPlan.replace('audience: [leads],', ''));
    await exactly(document.uri, 'strategy-without-audience');
    const settings = vscode.workspace.getConfiguration('levers');
    try {
      await settings.update('rules', { 'strategy-without-audience': 'error' }, vscode.ConfigurationTarget.Global);
      await problems(() => {
        return vscode.languages
          .getDiagnostics(document.uri)
          .find(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
      });
      await settings.update('rules', { 'strategy-without-audience': 'off' }, vscode.ConfigurationTarget.Global);
      await exactly(document.uri);
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
    await exactly(document.uri, 'strategy-without-audience');
  },

  async 'knows the catalog of the team, its unsaved changes too'() {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    const uri = vscode.Uri.joinPath(folder, 'team', 'own.levers.yaml');
    const catalog = vscode.Uri.joinPath(folder, 'team', 'levers.catalog.yaml');
    const using = cleanPlan.replace('use: executive-briefings', 'use: branch-clinics');
    await vscode.workspace.fs.writeFile(uri, bytes(using));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    await exactly(uri, 'coverage-below-four', 'unknown-strategy');
    const own = `catalogVersion: 1
id: northfield
strategies:
  - id: branch-clinics
    lever: leadership
    title: { en: Run Branch Clinics }
    summary: { en: A trainer sits in each branch for one day. }
`;
    await vscode.workspace.fs.writeFile(catalog, bytes(own));
    await exactly(uri);
    const document = await vscode.workspace.openTextDocument(catalog);
    assert.equal(document.languageId, 'levers-catalog');
    const editor = await vscode.window.showTextDocument(document);
    await edit(editor, 'id: branch-clinics', 'id: clinics');
    await exactly(uri, 'coverage-below-four', 'unknown-strategy');
    await edit(editor, 'lever: leadership', 'lever: leader');
    await exactly(catalog, 'unknown-value');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await exactly(uri);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'team'), { recursive: true });
  },

  async 'goes by the configuration of the team, its unsaved changes too'() {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    const uri = vscode.Uri.joinPath(folder, 'agreed', 'own.levers.yaml');
    const config = vscode.Uri.joinPath(folder, 'agreed', 'levers.config.yaml');
    await vscode.workspace.fs.writeFile(uri, bytes(cleanPlan.replace('audience: [leads], ', '')));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    await exactly(uri, 'strategy-without-audience');
    await vscode.workspace.fs.writeFile(config, bytes('rules:\n  strategy-without-audience: off\n'));
    await exactly(uri);
    const document = await vscode.workspace.openTextDocument(config);
    assert.equal(document.languageId, 'levers-config');
    const editor = await vscode.window.showTextDocument(document);
    await edit(editor, ': off', ': of');
    await exactly(config, 'unknown-value');
    await exactly(uri, 'strategy-without-audience');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await exactly(uri);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'agreed'), { recursive: true });
  },

  async 'tells the problems of a plan that is not open, and of it as it is typed while it is'() {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const uri = vscode.Uri.joinPath(folder, 'not open (yet)', 'a.levers.yaml');
    await vscode.workspace.fs.writeFile(uri, bytes(cleanPlan.replace('[agents]', '[agnets]')));
    await exactly(uri, 'unknown-stakeholder');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await edit(editor, '[agnets]', '[agents]');
    await exactly(uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await exactly(uri, 'unknown-stakeholder');
    await vscode.workspace.fs.delete(uri);
    await exactly(uri);
  },

  async 'takes problems from what a task prints'() {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
    // No plan by its name: nothing but the task looks at it.
    const uri = vscode.Uri.joinPath(folder, 'task (1).txt');
    const text = cleanPlan.replace('[agents]', '[agnets]').replace(/^measures:\n(?: .*\n)+/m, '');
    await vscode.workspace.fs.writeFile(uri, bytes(text));
    const levers = `${vscode.extensions.getExtension(id)?.extensionPath}/dist/cli.js`;
    const args = [levers, 'check', '--format', 'unix', '--locale', 'zh-CN', 'task (1).txt'];
    const env = { ELECTRON_RUN_AS_NODE: '1' };
    const program = new vscode.ProcessExecution(process.execPath, args, { cwd: folder.fsPath, env });
    await vscode.tasks.executeTask(
      new vscode.Task({ type: 'process' }, vscode.TaskScope.Workspace, 'levers', 'test', program, '$levers'),
    );
    const found = await problems(() => {
      const all = vscode.languages.getDiagnostics(uri);
      return all.length === 6 ? all : undefined;
    });
    const told = found
      .sort((a, b) => a.range.start.compareTo(b.range.start))
      .map(({ severity, source, code, range: { start } }) => [severity, source, code, start.line]);
    assert.deepEqual(told.slice(0, 3), [
      [vscode.DiagnosticSeverity.Warning, 'levers', 'plan-without-measures', 1],
      [vscode.DiagnosticSeverity.Error, 'levers', 'unknown-measure', 22],
      [vscode.DiagnosticSeverity.Error, 'levers', 'unknown-stakeholder', 25],
    ]);
    await vscode.workspace.fs.delete(uri);
  },
};

/** VS Code's entry: runs the tests one after the other and writes what came out, once, at the end. */
export async function run(): Promise<void> {
  const outcomes: { title: string; ok: boolean; error?: string }[] = [];
  for (const [title, test] of Object.entries(tests)) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const state = vscode.languages
          .getDiagnostics()
          .map(([uri, found]) => `${uri}: ${found.map(({ message }) => message).join(' | ')}`);
        reject(new Error(`no end within 30 seconds; problems:\n${state.join('\n')}`));
      }, 30_000);
    });
    try {
      await Promise.race([test(), late]);
      outcomes.push({ title, ok: true });
    } catch (error) {
      outcomes.push({ title, ok: false, error: (error as Error).stack ?? String(error) });
    } finally {
      clearTimeout(timer);
    }
  }
  const failures = outcomes.filter(({ ok }) => !ok).length;
  const result = { passes: outcomes.length - failures, failures, tests: outcomes };
  writeFileSync(process.env.LEVERS_TEST_RESULT as string, JSON.stringify(result));
}
