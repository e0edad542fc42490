/** Stray characters: each of them at each place is one finding, and the plan is read as if it were not there. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { check } from '../../server/src/core/check/check.ts';
import { fixAll } from '../../server/src/core/check/fixAll.ts';
import type { Problem } from '../../server/src/core/diagnostics/problem.ts';
import { sayMessage } from '../../server/src/core/i18n/message.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import { occurrences } from '../../server/src/core/model/references.ts';
import { toData } from '../../server/src/core/syntax/tree.ts';
import { apply } from '../../server/src/core/text/edit.ts';
import { getOrMake } from '../../server/src/core/text/getOrMake.ts';
import { cleanPlan } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { it, property } from '../kit/test.ts';
import { plans } from '../kit/typos.ts';

/** A clean plan in which values of each type stand in block style, in braces and in quotes. */
const plan = cleanPlan
  .replace('    name: Agents\n', '    name: Agents\n    size: 120\n    # what they do\n')
  .replace(
    '      - { use: ai-change-network, owner: Bo,',
    '      - use: stakeholder-assessment\n        owner: Bo\n        audience: [agents]\n        due: 2027-10-29\n        measures: [weekly-use]\n        deliverables:\n          - title: A note\n            done: false\n$&',
  )
  .replace(
    'milestones:\n',
    'milestones:\n  - id: launch\n    title: "Launch: the day"\n    date: 2027-05-03\n    kind: go-live\n',
  );

const coded = (list: string) => list.split(' ').map((code) => String.fromCharCode(Number.parseInt(code, 16)));
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index));

/** What has no width and no meaning. */
const unseen = [
  ...[range(0, 8), range(0x0e, 0x1f), range(0x7f, 0x84), range(0x86, 0x9f), range(0x200b, 0x200f)].flat(),
  ...[range(0x202a, 0x202e), range(0x2060, 0x2064), range(0x2066, 0x2069)].flat(),
  ...coded('AD 61C FEFF FFFC FFFE FFFF D83D DE00'),
];
/** What ends a line elsewhere. */
const breaks = coded('B C 85 2028 2029');
const lost = '\ufffd';

const mark = '‸';

/** Places, each with what is written there; `‸` is where the character comes. */
const places: Readonly<Record<string, string>> = {
  'before a key at the start of a line': '‸purpose:',
  'before a key that is indented': '  ‸owner: Ana',
  'before the blanks of a line': '\n‸  owner: Ana',
  'within a key': 'go‸Live:',
  'before a colon': 'goLive‸:',
  'after a colon': 'goLive:‸ 2027-05-03',
  'after a colon that ends its line': 'purpose:‸\n',
  'before a hyphen': '\n  ‸- id: agents',
  'after a hyphen': '  -‸ id: agents',
  'before the key of an item': '  - ‸id: agents',
  'behind a line': 'sponsor: Tom‸\n',
  'before a text': 'need: ‸Simple',
  'within a word of a text': 'Sim‸ple',
  'between words of a text': 'Simple ‸questions',
  'behind a text': 'nine minutes.‸',
  'within a text in quotes': '"Launch: the‸ day"',
  'before a quotation mark': 'title: ‸"Launch',
  'behind a quotation mark': 'the day"‸',
  'before a number': 'size: ‸120',
  'within a number': 'size: 1‸20',
  'behind a number': 'size: 120‸',
  'before a number in braces': 'target: ‸80,',
  'behind a number in braces': 'target: 80‸,',
  'before a date': 'start: ‸2027-01-04',
  'within a date': 'start: 2027-‸01-04',
  'behind a date': 'start: 2027-01-04‸',
  'behind a date in braces': 'by: 2027-08-31‸ }',
  'within one of a few words': 'status: act‸ive',
  'behind one of a few words': 'impact: high‸',
  'within yes or no': 'done: fal‸se',
  'behind yes or no': 'done: false‸',
  'behind an id': '- id: agents‸\n',
  'within an id': '{ id: weekly‸-use',
  'before a reference': 'audience: [‸leads]',
  'within a reference': 'audience: [le‸ads]',
  'behind a reference': 'audience: [leads‸]',
  'within a strategy of the catalog': 'use: executive-‸briefings',
  'before a bracket': 'evidence: ‸[46%',
  'behind a brace': '- {‸ id: leads',
  'before a comma': 'name: Team leads‸, impact',
  'behind a comma': 'name: Team leads,‸ impact',
  'before a comment': '‸# what they do',
  'within a comment': '# what‸ they do',
  'at the end of the file': 'kind: pilot }\n‸',
  'behind the last line': 'kind: pilot }‸',
};

/** The plan with something at a place, with either kind of line ends. */
function planted(place: string, what: string, crlf = false) {
  const lines = (text: string) => (crlf ? text.replaceAll('\n', '\r\n') : text);
  const good = lines(plan);
  const [before = '', after = ''] = lines(places[place] as string).split(mark);
  const found = good.indexOf(before + after);
  assert.ok(found >= 0, `not in the plan: ${place}`);
  const at = found + before.length;
  return { text: good.slice(0, at) + what + good.slice(at), at, good };
}

const said = (problem: Problem) => `${problem.code}: ${sayMessage(problem.message, 'en')}`;
const dataOf = (text: string) => {
  const { root } = parse(text);
  return root && toData(root.node);
};
const named = (text: string) => occurrences(parse(text)).map(({ kind, name, introduces }) => [kind, name, introduces]);

/** What is found in a good plan, and what it is when all is fixed that can be without asking. */
const goods = new Map<string, { readonly said: readonly string[]; readonly fixed: string }>();
const ofGood = (good: string) =>
  getOrMake(goods, good, () => ({
    said: check(parse(good), context).map(said).sort(),
    fixed: apply(good, fixAll(parse(good), context)),
  }));

/** The finding of a code at a place, which is the only one that `good` does not have too. */
function onlyFinding(text: string, at: number, length: number, code: string, good = plan): Problem {
  const problems = check(parse(text), context);
  const [here, ...more] = problems.filter((problem) => problem.code === code);
  const where = JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));
  assert.ok(here, where);
  assert.deepEqual([here.span, more.map(said)], [{ start: at, end: at + length }, []], where);
  const others = problems.filter((problem) => problem !== here);
  assert.deepEqual(others.map(said).sort(), ofGood(good).said, where);
  return here;
}

/** Holds one finding on what is stray, a plan that is read without it, and a fix that takes nothing else away. */
function readPast(text: string, at: number, what: string, good: string): void {
  const problem = onlyFinding(text, at, what.length, 'invisible-character', good);
  assert.deepEqual(dataOf(text), dataOf(good));
  assert.deepEqual(named(text), named(good));
  const [fix] = problem.fixes().filter(({ edits }) => edits.every((edit) => edit.text === ''));
  assert.ok(fix, said(problem));
  assert.equal(apply(text, fix.edits), good);
  const [first] = problem.fixes();
  if (first?.safe) assert.equal(apply(text, fixAll(parse(text), context)), ofGood(good).fixed);
  else assert.match(what, /[\u0080-\u009f]/);
}

describe('a character that nobody sees', () => {
  assert.deepEqual(check(parse(plan), context).map(said), []);

  for (const place of Object.keys(places)) {
    it(`is told once, and read past, ${place}`, () => {
      for (const what of ['\u200b', '\ufeff', '\u0000', '\u202d\u200b\ud83d']) {
        const { text, at, good } = planted(place, what);
        readPast(text, at, what, good);
      }
      const { text, at, good } = planted(place, '\u200b', true);
      readPast(text, at, '\u200b', good);
    });
  }

  it('may be any of those that have no width', () => {
    for (const what of unseen) {
      for (const place of ['before a key that is indented', 'within a word of a text', 'within a date']) {
        const { text, at, good } = planted(place, what);
        readPast(text, at, what, good);
      }
    }
  });

  property('may stand anywhere in a plan', 60, (trials) => {
    const anywhere = fc.record({
      good: fc.constantFrom(plan, plan.replaceAll('\n', '\r\n'), ...plans),
      place: fc.double({ min: 0, max: 1, noNaN: true }),
      what: fc.array(fc.constantFrom(...unseen), { minLength: 1, maxLength: 3 }).map((run) => run.join('')),
    });
    fc.assert(
      fc.property(anywhere, ({ good, place, what }) => {
        const at = 1 + Math.floor(place * (good.length - 1));
        // Between the two characters of a line break, and in a pair that makes one character, there is no place.
        fc.pre(!/\r$|[\ud800-\udfff]$/.test(good.slice(0, at)) && !/\ud83d\ude00/.test(what));
        readPast(good.slice(0, at) + what + good.slice(at), at, what, good);
      }),
      trials,
    );
  });
});

/** What a line break of another kind stands for, by its place; nothing elsewhere. */
const inTheirPlace: Readonly<Record<string, string>> = { 'within a word of a text': ' ' };

describe('a line break of another kind', () => {
  const holds = (text: string, at: number, what: string, instead: string) => {
    const problem = onlyFinding(text, at, what.length, 'invisible-character');
    const meant = text.slice(0, at) + instead + text.slice(at + what.length);
    const [fix] = problem.fixes();
    assert.equal(fix && apply(text, fix.edits), meant);
    assert.deepEqual(dataOf(text), dataOf(meant));
    assert.deepEqual(named(text), named(meant));
    assert.deepEqual(check(parse(meant), context).map(said), []);
    // No space is put anywhere without asking, and no line is broken.
    assert.equal(apply(text, fixAll(parse(text), context)), fix?.safe ? meant : text);
    assert.ok(instead === '' || !fix?.safe);
  };

  for (const place of Object.keys(places)) {
    it(`is told once, and is read as what was meant, ${place}`, () => {
      for (const [what, crlf] of [
        ['\u000b', false],
        ['\u2028\u200b', true],
      ] as const) {
        const { text, at } = planted(place, what, crlf);
        holds(text, at, what, inTheirPlace[place] ?? '');
      }
    });
  }

  it('may be any of them', () => {
    for (const what of breaks) {
      for (const place of ['before a key that is indented', 'within a word of a text', 'within a date']) {
        const { text, at } = planted(place, what);
        holds(text, at, what, inTheirPlace[place] ?? '');
      }
    }
  });

  it('is a space between two sentences of a slide', () => {
    const text = plan.replace('nine minutes.', 'nine minutes.\u000bCustomers wait.');
    holds(text, text.indexOf('\u000b'), '\u000b', ' ');
    assert.match(String(JSON.stringify(dataOf(text))), /nine minutes\. Customers wait\./);
  });

  it('is a line break where a key of the plan follows', () => {
    for (const one of breaks) {
      const text = plan.replace('\n  owner: Ana', `${one}  owner: Ana`);
      holds(text, text.indexOf(one), one, '\n');
      const windows = plan.replaceAll('\n', '\r\n').replace('\r\n  owner: Ana', `${one}  owner: Ana`);
      const [fix] = onlyFinding(windows, text.indexOf(one) + 2, 1, 'invisible-character').fixes();
      assert.equal(fix && apply(windows, fix.edits), plan.replaceAll('\n', '\r\n'));
    }
  });

  it('is a space where a value follows right after a colon or hyphen', () => {
    for (const [from, to] of [
      ['sponsor: Tom', 'sponsor:\u2028Tom'],
      ['impact: low', 'impact:\u000blow'],
      ['  - id: agents', '  -\u2028id: agents'],
    ] as const) {
      const text = plan.replace(from, to);
      holds(text, text.search(/[\u000b\u2028]/), text.match(/[\u000b\u2028]/)?.[0] ?? '', ' ');
    }
  });
});

describe('a character that was lost', () => {
  for (const place of Object.keys(places)) {
    it(`is told once, and is not taken away, ${place}`, () => {
      for (const what of [lost, lost + lost]) {
        const { text, at, good } = planted(place, what);
        const problem = onlyFinding(text, at, what.length, 'lost-character');
        assert.deepEqual(problem.fixes(), []);
        const data = JSON.stringify(dataOf(text));
        assert.equal(data.replaceAll(lost, ''), JSON.stringify(dataOf(good)));
        assert.equal(apply(text, fixAll(parse(text), context)), text);
      }
    });
  }

  it('may be all there is of a value, and no more is said of that', () => {
    for (const [from, to] of [
      ['title: Weekly use', `title: ${lost}${lost}`],
      ['name: Agents', `name: "${lost}"`],
      ['owner: Ana\n', `owner: ${lost}\n`],
      ['by: 2027-08-31', `by: ${lost}`],
      ['- id: launch', `- id: ${lost}`],
      ['impact: low', `impact: ${lost}`],
    ] as const) {
      const text = plan.replace(from, to);
      const at = text.indexOf(lost);
      onlyFinding(text, at, text.lastIndexOf(lost) + 1 - at, 'lost-character');
    }
  });

  it('is told once of a whole file', () => {
    const text = plan.replaceAll(/(?<=: )[A-Z](?=[a-z])/g, lost);
    assert.deepEqual(
      check(parse(text), context).map(({ code }) => code),
      ['unreadable-file'],
    );
    // Where most of the other characters beyond ASCII are left, the file was read as it should be.
    const problems = check(parse(`${text}# ${'很多中文'.repeat(99)}\n`), context);
    const lostOnes = problems.filter(({ code }) => code === 'lost-character');
    assert.equal(lostOnes.length, 1);
    assert.match(said(lostOnes[0] as Problem), /in \d+ other places/);
  });
});

describe('a sign that joins others', () => {
  it('belongs to emoji, and to letters of scripts that need it', () => {
    for (const words of [
      '👩‍💼 and 👩🏽‍💻 and 🏳️‍🌈 decide',
      'می‌خواهم',
      'क्‍ष and क्‌ष',
      'ක්‍රියා',
      'ភាសា​ខ្មែរ',
      'สวัสดี​ครับ',
      'a heart ❤️ and 1️⃣',
    ]) {
      const text = plan.replace('Simple questions', words);
      assert.deepEqual(check(parse(text), context).map(said), [], words);
      assert.ok(JSON.stringify(dataOf(text)).includes(words));
    }
  });

  it('stands for nothing elsewhere', () => {
    for (const words of ['Sim\u200dple', '👩\u200d', '\u200d💼', '变\u200c更', '变\u200b更']) {
      const text = plan.replace('Simple questions', `The ${words} one`);
      const at = text.search(/[\u200b-\u200d]/);
      readPast(text, at, text[at] as string, text.slice(0, at) + text.slice(at + 1));
    }
  });
});

describe('an exception', () => {
  it('holds whatever cannot be seen around its words', () => {
    const good = plan.replace(
      '    name: Agents\n',
      '    # levers-ignore-next-line missing-key: they have no name yet\n    name: Agents\n',
    );
    const exceptions = (text: string) => check(parse(text), context).filter(({ code }) => code.includes('exception'));
    for (const piece of ['# levers', 'levers', ' missing-key', 'missing', ': they', 'they', '\n    name']) {
      const at = good.indexOf(piece, good.indexOf('# levers'));
      const text = `${good.slice(0, at)}\u200b${good.slice(at)}`;
      assert.deepEqual(exceptions(text).map(said), exceptions(good).map(said), piece);
    }
  });
});

describe('a control character of an old Windows program', () => {
  it('is written as what it stood for, when asked', () => {
    const text = plan.replace('the learning team', 'the team\u0092s lead');
    const problem = onlyFinding(text, text.indexOf('\u0092'), 1, 'invisible-character');
    const [fix] = problem.fixes();
    assert.ok(fix && !fix.safe);
    assert.equal(apply(text, fix.edits), text.replace('\u0092', '’'));
  });
});

describe('a file that is no text', () => {
  const codes = (text: string) => check(parse(text), context).map(({ code }) => code);

  it('is one with many control characters, not one with a few', () => {
    assert.deepEqual(codes('PK\u0003\u0004\u0014\u0000\u0006\u0000\u0008\u0000!'), ['unreadable-file']);
    assert.deepEqual(codes([...plan].join('\u0000')), ['unreadable-file']);
    assert.deepEqual(codes(`${plan}${'\u0000'.repeat(100)}`), ['invisible-character']);
  });
});

describe('a hyphen that only looks like one', () => {
  it('is read as one in ids, references and dates, and stays what it is in texts', () => {
    for (const [from, to, fixes] of [
      ['id: weekly-use', 'id: weekly\u2011use', 1],
      ['measures: [weekly-use] }\nmeasures', 'measures: [weekly\u2010use] }\nmeasures', 1],
      ['use: ai-change-network', 'use: ai\u2011change\u2011network', 1],
      ['date: 2027-05-03', 'date: 2027\u201105\u201103', 1],
      ['kind: go-live', 'kind: go\u2011live', 1],
      ['Simple questions', 'Simple week\u2011long questions', 0],
      ['# what they do', '# week\u2011long', 0],
      ['"Launch: the day"', '"Launch: the D\u2011day"', 0],
    ] as const) {
      const text = plan.replace(from, to);
      assert.notEqual(text, plan, from);
      if (fixes === 0) {
        assert.deepEqual(check(parse(text), context).map(said), []);
        assert.equal(parse(text).syntax.reparsable, true);
        continue;
      }
      const problem = onlyFinding(text, text.search(/[\u2010\u2011]/), 1, 'look-alike-dash');
      assert.deepEqual(named(text), named(plan));
      assert.equal(apply(text, problem.fixes()[0]?.edits ?? []), plan);
    }
  });

  it('is one as soon as its text has become something else', () => {
    const text = plan.replace('title: Weekly use', 'x-note: a\u2011b');
    const before = parse(text);
    const changed = text.replace('x-note:', 'id:');
    assert.deepEqual(parse(changed, before).errors, parse(changed).errors);
  });
});
