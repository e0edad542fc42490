/** From a name to what it names and back, and from addresses to what they open; `‸` is the cursor. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, LocationLink, Range } from 'vscode-languageserver-types';
import { isRefusal } from '../../server/src/core/edits/rename.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { occurrences } from '../../server/src/core/model/references.ts';
import { teamCatalog } from '../../server/src/core/model/teamCatalog.ts';
import { definition } from '../../server/src/features/definition.ts';
import { documentHighlights } from '../../server/src/features/documentHighlights.ts';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import { references } from '../../server/src/features/references.ts';
import { prepareRename, renameEdit } from '../../server/src/features/rename.ts';
import type { Subject } from '../../server/src/features/view.ts';
import { cursor } from '../kit/cursor.ts';
import { generatedPlan } from '../kit/generated.ts';
import { cleanPlan } from '../kit/plan.ts';
import { teamFile } from '../kit/problems.ts';
import { it, property } from '../kit/test.ts';
import { view } from '../kit/view.ts';

const uri = 'file:///desk.levers.yaml';

const subjectOf = (text: string): Subject => ({
  document: TextDocument.create(uri, 'levers-plan', 7, text),
  reading: parse(text),
});

/** A plan with a cursor. */
function at(marked: string) {
  const { text, offset } = cursor(marked);
  const subject = subjectOf(text);
  const source = (range: Range) => within(subject, range);
  return { subject, offset, source };
}

/** The text in a range. */
const within = ({ document, reading }: Subject, { start, end }: Range) =>
  reading.text.slice(document.offsetAt(start), document.offsetAt(end));

/** The line of a range, and the text in it. */
const told = (subject: Subject, range: Range) => `${range.start.line + 1}: ${within(subject, range)}`;

/** The clean plan with the cursor in the `nth` occurrence of a word. */
function on(word: string, nth = 0, text = cleanPlan): string {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = text.indexOf(word, at + 1);
  assert.ok(at >= 0, word);
  return `${text.slice(0, at + 1)}‸${text.slice(at + 1)}`;
}

const links = (marked: string, eyes = view) => {
  const { subject, offset } = at(marked);
  return { subject, found: definition(subject, offset, eyes) as LocationLink[] };
};

describe('definition', () => {
  it('leads from an id to the entry that has it', () => {
    const { subject, found } = links(on('agents', 2));
    const [link] = found;
    assert.ok(link && found.length === 1 && link.targetUri === uri && link.originSelectionRange);
    assert.equal(told(subject, link.targetSelectionRange), '15: agents');
    assert.match(within(subject, link.targetRange), /^id: agents\n {4}name: Agents\n[\s\S]*right\. \}/);
    assert.equal(told(subject, link.originSelectionRange), '29: agents');
    const place = (marked: string) => {
      const { subject, found } = links(marked);
      return found.map((one) => told(subject, one.targetSelectionRange)).join();
    };
    assert.equal(place(on('weekly-use')), '36: weekly-use');
    const waiting = cleanPlan.replace('use: ai-governance', 'dependsOn: [pilot, ai-purpose-value], use: live-demos');
    assert.equal(place(on('pilot', 0, waiting)), '40: pilot');
    assert.equal(place(on('ai-purpose-value', 1, waiting)), '29: ai-purpose-value');
    // A built-in strategy stands in no file; the plan goes by its name.
    assert.equal(place(on('live-demos', 0, waiting)), '34: live-demos');
    assert.equal(place(on('live-demos', 0, waiting.replace('live-demos', 'live-demos, id: demos'))), '');
    assert.equal(place(on('agents', 2, cleanPlan.replace('id: agents', 'id: clerks'))), '');
  });

  it('leads from a person to where the name stands first', () => {
    const { subject, found } = links(on('Ana', 1));
    assert.deepEqual(
      found.map((one) => told(subject, one.targetSelectionRange)),
      ['4: Ana'],
    );
  });

  it('leads to what a team has written', () => {
    const team = teamFile('# Ours\nstrategies:\n  - { id: clinics, lever: values, title: { en: Clinics } }\n');
    const eyes = { ...view, catalog: teamCatalog([team]) };
    for (const more of ['', ', id: own']) {
      const [link] = links(on('clinics', 0, cleanPlan.replace('ai-purpose-value', `clinics${more}`)), eyes).found;
      assert.equal(link?.targetUri, team.uri);
      assert.deepEqual(link?.targetSelectionRange, {
        start: { line: 2, character: 10 },
        end: { line: 2, character: 17 },
      });
    }
    const text = team.file.text.replace('title:', 'seeAlso: [clinics], title:');
    const own = teamFile(text);
    const subject = { document: TextDocument.create(own.uri, 'levers-catalog', 1, text), reading: own.file };
    const [link] = definition(subject, text.lastIndexOf('clinics'), { ...view, catalog: teamCatalog([own]) });
    assert.ok(link && 'targetUri' in link && told(subject, link.targetSelectionRange) === '3: clinics');
    assert.equal(references(subject, text.lastIndexOf('clinics'), true).length, 2);
  });

  it('is a plain place for editors that know no more', () => {
    const { subject, found } = links(on('agents', 2), { ...view, definitionLinks: false });
    assert.deepEqual(
      (found as unknown as Location[]).map(({ range }) => told(subject, range)),
      ['15: agents'],
    );
  });

  property('is among the references, from every place', 200, (trials) => {
    fc.assert(
      fc.property(generatedPlan, (text) => {
        const subject = subjectOf(text);
        for (const { span } of occurrences(subject.reading)) {
          const all = references(subject, span.start, true).map(({ range }) => JSON.stringify(range));
          for (const link of definition(subject, span.start, view)) {
            assert.ok('targetUri' in link && all.includes(JSON.stringify(link.targetSelectionRange)), text);
          }
        }
      }),
      trials,
    );
  });
});

describe('references and highlights', () => {
  it('are all places of a name', () => {
    const { subject, offset } = at(on('agents', 3));
    const lines = (declaration: boolean) =>
      references(subject, offset, declaration).map(({ range }) => told(subject, range));
    assert.deepEqual(lines(true), ['15: agents', '26: agents', '29: agents', '34: agents', '38: agents']);
    assert.deepEqual(lines(false), lines(true).slice(1));
    assert.deepEqual(
      documentHighlights(subject, offset).map(({ range, kind }) => `${range.start.line + 1} ${kind}`),
      ['15 3', '26 2', '29 2', '34 2', '38 2'],
    );
  });

  it('are none where no name stands', () => {
    const { subject, offset } = at(on('Simple'));
    assert.deepEqual(references(subject, offset, true), []);
    assert.deepEqual(documentHighlights(subject, offset), []);
    assert.deepEqual(definition(subject, offset, view), []);
    assert.equal(prepareRename(subject, offset), undefined);
    assert.equal(renameEdit(subject, offset, 'x', view), undefined);
  });
});

describe('rename', () => {
  it('offers the name without its quotes', () => {
    const { subject, offset, source } = at(on("'Ana'", 0, cleanPlan.replace('Ana', "'Ana'")));
    const offered = prepareRename(subject, offset + 2);
    assert.ok(offered && !isRefusal(offered));
    assert.deepEqual([source(offered.range), offered.placeholder], ['Ana', 'Ana']);
  });

  it('is for a version where the editor takes one', () => {
    const { subject, offset } = at(on('Bo,'));
    const range = { start: { line: 25, character: 41 }, end: { line: 25, character: 43 } };
    const edits = [{ range, newText: 'Bob' }];
    assert.deepEqual(renameEdit(subject, offset, 'Bob', view), {
      documentChanges: [{ textDocument: { uri, version: 7 }, edits }],
    });
    assert.deepEqual(renameEdit(subject, offset, 'Bob', { ...view, documentChanges: false }), {
      changes: { [uri]: edits },
    });
  });
});

describe('document links', () => {
  const found = (text: string) => {
    const subject = subjectOf(text);
    return documentLinks(subject).map(({ range, target }) => {
      assert.equal(within(subject, range), target);
      return target;
    });
  };

  it('are the addresses of web pages and of e-mail', () => {
    assert.deepEqual(found('need: See https://a.example/x?y=1#z and mailto:ana@a.example.'), [
      'https://a.example/x?y=1#z',
      'mailto:ana@a.example',
    ]);
    assert.deepEqual(found('# HTTP://A.example\nx: ftp://a.example, https:// and httpx://b, mailto: someone'), [
      'HTTP://A.example',
    ]);
  });

  it('are without the punctuation around them', () => {
    const alone = ['https://a.example/b'];
    for (const around of [
      'x: [‸]',
      'x: { y: "‸" }',
      "x: '‸'",
      'x: (see ‸).',
      'x: ‸, and more',
      'x: 见‸。',
      'x: 见‸，以及其他',
      'x: （‸）',
      'x: 《‸》',
      'x: <‸>!?',
      'x: [a](‸), b',
    ]) {
      assert.deepEqual(found(around.replace('‸', alone[0] as string)), alone, around);
    }
    assert.deepEqual(found('x: https://a.example/b_(c)'), ['https://a.example/b_(c)']);
    assert.deepEqual(found('x: (https://a.example/b_(c)).'), ['https://a.example/b_(c)']);
  });
});
