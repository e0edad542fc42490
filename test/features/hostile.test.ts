/** Words of plans and catalogs are shown and inserted in the editor as they are, and nothing in them is obeyed. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CompletionItemKind, MarkupContent } from 'vscode-languageserver-types';
import { asLabel, asMarkdown } from '../../client/src/asWritten.ts';
import { teamCatalog } from '../../server/src/core/model/teamCatalog.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { completion } from '../../server/src/features/completion/completion.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { escaped } from '../../server/src/features/hover/markup.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import type { Subject, View } from '../../server/src/features/view.ts';
import { nameOf, offered } from '../kit/completion.ts';
import { appended, hostileCatalog, hostilePlan, hostileTexts, inQuotes, inserted, understood } from '../kit/hostile.ts';
import { shown } from '../kit/markdown.ts';
import { completed } from '../kit/plan.ts';
import { problemsOf, teamFile } from '../kit/problems.ts';
import { it } from '../kit/test.ts';
import { opened, view } from '../kit/view.ts';

/** The view of a plan for which a hostile catalog holds. */
const seen = (text: string): View => ({ ...view, catalog: teamCatalog([teamFile(hostileCatalog(text))]) });

/** What Markdown of ours is made of. */
const ours = [
  'paragraph',
  'inline',
  'text',
  'softbreak',
  'strong',
  'em',
  'code_inline',
  'bullet_list',
  'list_item',
  'fence',
];

/** Checks that Markdown shows a text wherever it is told, and obeys nothing in it. */
function assertShown(markdown: string): void {
  assert.deepEqual(
    shown(markdown).kinds.filter((kind) => !ours.includes(kind)),
    [],
    markdown,
  );
}

/** All Markdown that the editor gets about a plan and its catalog. */
function* told(subject: Subject, eyes: View): Iterable<string> {
  const { text } = subject.reading;
  const markup = (content: unknown) => (MarkupContent.is(content) ? [content.value] : []);
  for (const { index } of text.matchAll(/[\w"]+/g)) yield* markup(hover(subject, index + 1, eyes)?.contents);
  const whole = { start: { line: 0, character: 0 }, end: subject.document.positionAt(text.length) };
  const all = { strategies: true, stakeholders: true, references: true };
  for (const { tooltip } of inlayHints(subject, whole, all, eyes)) yield* markup(tooltip);
  for (const mark of ['use: ', 'leadership:\n', '  leader', '\nlev'])
    for (const { documentation } of completion(subject, text.indexOf(mark) + mark.length, eyes))
      yield* markup(documentation);
}

describe('hostile texts in Markdown', () => {
  it('make no link, no picture and no HTML, whoever wrote them', () => {
    for (const text of hostileTexts) {
      const team = teamFile(hostileCatalog(text));
      const catalog = {
        document: TextDocument.create(team.uri, 'levers-catalog', 1, team.file.text),
        reading: team.file,
      };
      const pieces = [opened(hostilePlan(text)), catalog].flatMap((subject) => [...told(subject, seen(text))]);
      assert.ok(pieces.length > 50);
      for (const markdown of new Set(pieces)) assertShown(markdown);
    }
  });

  it('are shown letter by letter', () => {
    for (const text of hostileTexts) {
      const { kinds, text: letters } = shown(escaped(text));
      assert.deepEqual(kinds, ['paragraph', 'inline', 'text'], text);
      assert.equal(letters.trim(), text.replace(/\s+/g, ' ').trim());
    }
  });
});

describe('hostile texts in labels and tooltips of the client', () => {
  /** What is seen of a text: the space that parts signs has no width. */
  const letters = (text: string) => text.replaceAll('\u200b', '');

  it('make no icon and no link in a label, and look as they are', () => {
    assert.ok(hostileTexts.flatMap(understood).length > 5);
    for (const text of hostileTexts) {
      assert.deepEqual(understood(asLabel(text)), []);
      assert.equal(letters(asLabel(text)), text);
    }
  });

  it('make nothing in a tooltip, and look as they are', () => {
    for (const text of hostileTexts) {
      assert.doesNotMatch(asMarkdown(text), /\bwww\.\w/);
      const { kinds, text: seen } = shown(`**${appended(asMarkdown(text))}**\n\n${appended(asMarkdown(text))}`);
      const made = kinds.filter((kind) => !['paragraph', 'inline', 'text', 'softbreak', 'strong'].includes(kind));
      // An address of e-mail is a link to what it shows.
      assert.deepEqual(made, text.includes('@') ? ['link'] : [], text);
      const plain = (words: string) => letters(words).replace(/[*\s]/g, '');
      assert.equal(plain(seen), plain(text + text), text);
    }
  });
});

describe('hostile texts in snippets', () => {
  it('are inserted as they are', () => {
    for (const text of hostileTexts) {
      const head = `plan: { title: A, sponsor: Tom, owner: ${inQuotes(text)} }`;
      const marked = completed(`${head}\nlevers:\n  leadership:\n    strategies:\n      - ‸\n`);
      const wholes = (eyes: View) =>
        offered(marked, eyes).items.filter(({ kind }) => kind === CompletionItemKind.Struct);
      const plain = wholes({ ...seen(text), snippets: false });
      assert.ok(plain.map(nameOf).includes('clinics'));
      for (const [index, { textEdit }] of wholes(seen(text)).entries()) {
        const snippet = inserted(textEdit?.newText ?? '');
        // A snippet says more: the days, and somebody where the plan has no owner yet.
        const lines = plain[index]?.textEdit?.newText.replace(/ owner: $/m, '') ?? '?';
        for (const line of lines.split('\n')) assert.ok(snippet.includes(line), `${textEdit?.newText} as ${snippet}`);
      }
    }
  });
});

describe('a hostile id', () => {
  const hostile = 'a\ninjected: 1\n  injected: 2';
  const plan = hostilePlan(hostile);
  const catalog = hostileCatalog(hostile);
  /** How many lines have a key that only the id holds. */
  const lines = (text: string) => text.match(/^[\s-]*injected:/gm)?.length ?? 0;

  it('brings no line into a plan or a catalog, whatever fix is made', () => {
    for (const [text, company] of [
      [plan, { team: [catalog] }],
      [catalog, { catalog: true, team: [catalog] }],
    ] as const) {
      const fixes = problemsOf(text, company).flatMap((problem) => problem.fixes());
      assert.ok(fixes.length > 3);
      for (const { title, edits } of fixes) {
        assert.ok(lines(apply(text, edits)) <= lines(text), JSON.stringify(title));
      }
    }
  });

  it('brings no line into a plan, whatever is completed', () => {
    for (const { index } of plan.matchAll(/(?<=[\n :,[-])/g)) {
      for (const snippets of [true, false]) {
        const { items } = offered(`${plan.slice(0, index)}‸${plan.slice(index)}`, { ...seen(hostile), snippets });
        for (const { label, textEdit } of items) assert.equal(lines(textEdit?.newText ?? ''), 0, label);
      }
    }
  });
});
