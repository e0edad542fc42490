/**
 * The built server under random edits, floods of signs and requests that do not wait for each other: each is answered,
 * and what is said at the end is what a server says that sees the text for the first time.
 */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol/node';
import { type EditStep, editBetween, editStep, RandomEditor, texts } from '../kit/randomEdits.ts';
import { capable, type OpenDocument, type Session, withServer } from '../kit/server.ts';
import { property } from '../kit/test.ts';

/** A place of a document: a position, and from there to a later one. */
type Place = Pick<OpenDocument, 'positionAt' | 'text'> & { readonly at: number };

const position = ({ positionAt, at }: Place) => ({ position: positionAt(at) });
const range = ({ positionAt, at, text }: Place) => ({
  range: { start: positionAt(at), end: positionAt(Math.min(text.length, at + 200)) },
});
const options = { options: { tabSize: 4, insertSpaces: true } };

/** All that can be asked about a document, by its method, with the parameters for a place. */
const questions: Readonly<Record<string, (place: Place) => object>> = {
  'textDocument/hover': position,
  'textDocument/definition': position,
  'textDocument/references': (place) => ({ ...position(place), context: { includeDeclaration: true } }),
  'textDocument/documentHighlight': position,
  'textDocument/prepareRename': position,
  'textDocument/rename': (place) => ({ ...position(place), newName: 'someone-else' }),
  'textDocument/completion': position,
  'textDocument/documentSymbol': () => ({}),
  'textDocument/documentLink': () => ({}),
  'textDocument/foldingRange': () => ({}),
  'textDocument/selectionRange': ({ positionAt, at }) => ({ positions: [positionAt(at), positionAt(0)] }),
  'textDocument/codeLens': () => ({}),
  'textDocument/inlayHint': range,
  'textDocument/semanticTokens/full': () => ({}),
  'textDocument/semanticTokens/range': range,
  'textDocument/codeAction': (place) => ({ ...range(place), context: { diagnostics: [] } }),
  'textDocument/formatting': () => options,
  'textDocument/rangeFormatting': (place) => ({ ...range(place), ...options }),
  'textDocument/onTypeFormatting': (place) => ({ ...position(place), ch: '\n', ...options }),
  'textDocument/diagnostic': () => ({}),
  'levers/paste': (place) => ({ ...range(place), text: '• one\n• two\n' }),
  'levers/picture': () => ({}),
  'levers/question': ({ text, at }) => ({ uri, step: at % 8, answers: { title: text.slice(at, at + 20) } }),
  'workspace/symbol': ({ text, at }) => ({ query: text.slice(at, at + 5) }),
};

/** One step with a document: an edit, a question, one that is taken back at once, or closing and opening it. */
type Step =
  | EditStep
  | { readonly kind: 'ask'; readonly method: string; readonly at: number; readonly cancel: boolean }
  | { readonly kind: 'reopen' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: editStep },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('[]', '{', '"', "'", '，', '- ', '\t', ' ', '#', '*a ', '&a ', 'a: ', '\n- '),
        fc.nat(1500),
      )
      .map(([sign, count]) => ({ kind: 'type' as const, words: sign.repeat(count) })),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      method: fc.constantFrom(...Object.keys(questions)),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cancel: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
);

const folder = pathToFileURL('examples').href;
const uri = `${folder}/of-chance.levers.yaml`;
const session = {
  folders: [folder],
  capabilities: { ...capable, textDocument: { ...capable.textDocument, diagnostic: {} } },
};

/** Refusals that a client expects. */
const expected: readonly number[] = [
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ContentModified,
  LSPErrorCodes.RequestFailed,
];

/** The answer to a question about a place; a refusal is one too. */
async function ask(document: OpenDocument, method: string, at: number, taken = false): Promise<unknown> {
  const source = new CancellationTokenSource();
  const place = { at, text: document.text, positionAt: (offset: number) => document.positionAt(offset) };
  const params = questions[method]?.(place) ?? {};
  const answer = document.request<unknown>(method, params, source.token);
  if (taken) source.cancel();
  try {
    const said = await answer;
    // Numbers of results count what was asked before.
    return said && typeof said === 'object' ? { ...said, resultId: undefined } : said;
  } catch (error) {
    if (!(error instanceof ResponseError) || !expected.includes(error.code)) throw error;
    return error.message;
  }
}

/** Goes through a script; the document as it is at its end. */
async function play(session: Session, first: string, script: readonly Step[]): Promise<OpenDocument> {
  const editor = new RandomEditor(first);
  let document = await session.open(uri, first);
  const answers: Promise<unknown>[] = [];
  for (const each of script) {
    if (each.kind === 'ask') {
      answers.push(ask(document, each.method, Math.floor(each.at * document.text.length), each.cancel));
    } else if (each.kind === 'reopen') {
      await document.close();
      document = await session.open(uri, editor.text);
    } else {
      const before = editor.text;
      editor.do(each);
      if (before === editor.text) continue;
      const { start, end, text } = editBetween(before, editor.text);
      await document.replace(start, end, text);
    }
  }
  await Promise.all(answers);
  assert.equal(document.text, editor.text);
  return document;
}

/** What is said about a document: in all ways, at some places. */
async function told(document: OpenDocument, places: readonly number[]): Promise<Record<string, unknown>> {
  const said: Record<string, unknown> = {};
  for (const method of Object.keys(questions)) {
    for (const at of places) {
      const offset = Math.floor(at * document.text.length);
      said[`${method} at ${offset}`] = await ask(document, method, offset);
    }
  }
  return said;
}

describe('the built server', () => {
  property('says at the end of any script what a fresh one says', 12, async (trials) => {
    const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 });
    const script = fc.array(step, { minLength: 5, maxLength: 60 });
    await withServer(session, async (long) => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...texts), script, places, async (text, steps, spots) => {
          const document = await play(long, text, steps);
          const said = await told(document, spots);
          await withServer(session, async (fresh) => {
            const { text, version } = document;
            assert.deepEqual(said, await told(await fresh.open(uri, text, 'levers-plan', version), spots));
          });
          await document.close();
        }),
        trials,
      );
    });
  });
});
