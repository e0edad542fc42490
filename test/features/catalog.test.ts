/** Completion, hover and outline in the catalog of a team, and of its strategies in plans; `‸` is the cursor. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Locale } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { teamCatalog } from '../../server/src/core/model/teamCatalog.ts';
import { completion } from '../../server/src/features/completion/completion.ts';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { hover } from '../../server/src/features/hover/hover.ts';
import { documentSymbols } from '../../server/src/features/symbols/documentSymbols.ts';
import type { Subject, View } from '../../server/src/features/view.ts';
import { nameOf } from '../kit/completion.ts';
import { cursor } from '../kit/cursor.ts';
import { cleanPlan } from '../kit/plan.ts';
import { problemsOf, teamFile } from '../kit/problems.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

const northfield = `catalogVersion: 1
id: northfield
strategies:
  - id: branch-clinics
    lever: enablement
    title: { en: Run *Branch* Clinics, zh-CN: 举办网点答疑日 }
    summary: { en: A trainer in each branch. }
    seeAlso: [super-users]
  - id: branch-hotline
    lever: structure
    title: { zh-CN: 开通热线 }
    summary: { en: Somebody answers. }
hide: [ai-proficiency-rewards]
`;

function at(marked: string, locale: Locale = 'en'): { subject: Subject; offset: number; view: View; text: string } {
  const { text, offset } = cursor(marked);
  const team = teamFile(text);
  return {
    text,
    offset,
    subject: { document: TextDocument.create(team.uri, 'levers-catalog', 1, text), reading: team.file },
    view: { ...view, locale, catalog: teamCatalog([team]) },
  };
}

function offered(marked: string, locale?: Locale): CompletionItem[] {
  const { subject, offset, view } = at(marked, locale);
  return completion(subject, offset, view);
}

const labels = (marked: string) => offered(marked).map(nameOf);

function accept(marked: string, label: string, locale?: Locale): string {
  const { text, subject } = at(marked);
  const item = offered(marked, locale).find((candidate) => nameOf(candidate) === label);
  assert.ok(item?.textEdit && 'range' in item.textEdit, label);
  const { range, newText } = item.textEdit;
  const { document } = subject;
  return text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end));
}

/** The catalog with the pointer in the middle of the first occurrence of a word. */
const on = (word: string) => northfield.replace(word, `${word[0]}‸${word.slice(1)}`);

function hovered(marked: string, locale?: Locale): string | undefined {
  const { subject, offset, view } = at(marked, locale);
  return (hover(subject, offset, view)?.contents as { value: string } | undefined)?.value;
}

describe('completion in a catalog', () => {
  it('offers its sections, and nothing of a plan; what may not stand there is not offered', () => {
    assert.deepEqual(labels('‸'), ['A small custom catalog', 'catalogVersion', 'id', 'strategies', 'hide']);
    assert.deepEqual(labels('catalogVersion: 1\n‸'), ['id', 'strategies', 'hide']);
    assert.deepEqual(labels('catalogVersion: ‸'), ['1']);
  });

  it('gives a whole small catalog, in which nothing is wrong', () => {
    for (const [locale, label] of [
      ['en', 'A small custom catalog'],
      ['zh-CN', '自己的一份小目录'],
    ] as const) {
      assert.deepEqual(problemsOf(accept('‸', label, locale), { catalog: true }), []);
    }
  });

  it('fills in what a strategy needs, texts in the language of the reader', () => {
    assert.equal(
      accept('strategies:\n  - ‸', 'Strategy'),
      'strategies:\n  - id: $1\n    lever: ${2|leadership,ecosystem,values,enablement,rewards,structure|}\n    title:\n      en: $3\n    summary:\n      en: $0',
    );
    assert.equal(
      accept('strategies:\n  - id: a\n    ‸', 'title', 'zh-CN'),
      'strategies:\n  - id: a\n    title:\n      zh-CN: $0',
    );
    assert.deepEqual(labels('strategies:\n  - id: a\n    title:\n      ‸'), ['en', 'zh-CN']);
    assert.equal(
      accept('strategies:\n  - id: a\n    ‸', 'deliverables'),
      'strategies:\n  - id: a\n    deliverables:\n      - en: $0',
    );
  });

  it('offers levers, built-in strategies to hide that are not hidden yet, and every strategy as a look-alike', () => {
    assert.ok(labels('strategies:\n  - id: a\n    lever: ‸').includes('enablement'));
    const hideable = labels(northfield.replace('[ai-prof', '[‸, ai-prof'));
    assert.ok(hideable.includes('live-demos') && !hideable.includes('branch-clinics'));
    assert.ok(!hideable.includes('ai-proficiency-rewards'));
    assert.equal(hideable.length, 33);
    const similar = labels(northfield.replace('[super-users]', '[super-users, ‸]'));
    assert.ok(similar.includes('live-demos') && similar.includes('branch-hotline'));
    assert.ok(!similar.includes('branch-clinics') && !similar.includes('super-users'));
  });
});

describe('hover in a catalog', () => {
  it('explains keys, words and strategies', () => {
    assert.match(hovered(on('hide')) ?? '', /no longer suggested to your teams/);
    assert.match(hovered(on('hide'), 'zh-CN') ?? '', /隐藏/);
    assert.match(hovered(on('enablement')) ?? '', /training, practice and support/);
    assert.match(hovered(on('super-users')) ?? '', /Recruit Super Users/);
    assert.match(hovered(on('ai-proficiency-rewards')) ?? '', /No longer offered/);
  });

  it('shows a strategy as plans will show it, its text as it is', () => {
    const text = hovered(on('branch-clinics')) ?? '';
    assert.match(text, /^\*\*Run \\\*Branch\\\* Clinics\*\* · Enablement/);
    assert.match(text, /From the catalog of your team, `northfield`/);
    assert.match(text, /`super-users`/);
    assert.match(hovered(on('branch-hotline')) ?? '', /开通热线/);
  });
});

describe('the outline of a catalog', () => {
  it('names its strategies in the language of the reader, without their texts as parts', () => {
    const { subject, view } = at(`${northfield}‸`);
    const strategies = documentSymbols(subject, view).find(({ name }) => name === 'strategies');
    assert.deepEqual(
      strategies?.children?.map(({ name, detail, children }) => [name, detail, children?.length]),
      [
        ['Run *Branch* Clinics', 'branch-clinics', undefined],
        ['开通热线', 'branch-hotline', undefined],
      ],
    );
    assert.deepEqual(
      foldingRanges(subject).map(({ startLine }) => startLine),
      [2, 3, 8],
    );
  });
});

describe('a strategy of the team in a plan', () => {
  const catalog = teamCatalog([teamFile(northfield)]);

  it('is offered with its origin, before the others of its lever', () => {
    const { text, offset } = cursor(
      cleanPlan.replace('  structure:\n', '  enablement:\n    strategies:\n      - use: ‸\n  structure:\n'),
    );
    const document = TextDocument.create('file:///a.levers.yaml', 'levers-plan', 1, text);
    const [first, ...others] = completion({ document, reading: parse(text) }, offset, { ...at('‸').view, catalog });
    assert.equal(first?.label, 'Run *Branch* Clinics');
    assert.equal(first?.labelDetails?.description, 'branch-clinics · Enablement · northfield');
    assert.ok(!others.map(nameOf).includes('ai-proficiency-rewards'));
  });
});
