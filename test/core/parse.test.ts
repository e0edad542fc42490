/** Reading by blocks gives what reading the whole gives, whatever is typed; and takes over only what did not change. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { check } from '../../server/src/core/check/check.ts';
import { parse } from '../../server/src/core/model/parse.ts';
import type { Plan } from '../../server/src/core/model/plan.ts';
import { cursorContext } from '../../server/src/core/syntax/cursorContext.ts';
import { type At, itemsOf, pairsOf, spanOf, toData } from '../../server/src/core/syntax/tree.ts';
import { cleanPlan } from '../kit/plan.ts';
import { context } from '../kit/problems.ts';
import { it, property, sweep } from '../kit/test.ts';

const samples = [cleanPlan, ...readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8'))];

/** What the `yaml` library makes of the whole text; undefined where it is not satisfied. */
function whole(text: string): { data: unknown } | undefined {
  const document = parseDocument(text, {
    prettyErrors: false,
    logLevel: 'silent',
    strict: true,
    uniqueKeys: true,
    stringKeys: true,
  });
  if (document.errors.length || document.warnings.length) return undefined;
  return { data: document.toJS({ maxAliasCount: -1 }) };
}

/** The data without the null prototypes of our maps. */
function plain(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(plain);
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plain(value)]));
}

function ours({ root }: Plan): unknown {
  return root ? plain(toData(root.node)) : null;
}

/** Pieces of text as people and accidents leave them. */
const pieces = [
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  ':',
  ': ',
  '- ',
  '-',
  '#',
  ' # x',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  ', ',
  '|',
  '>',
  '&a ',
  '*a',
  '!',
  '@',
  '%',
  '?',
  '? ',
  '---\n',
  '...\n',
  'owner: Ana\n',
  '  - use: live-demos\n',
  'x',
  '日程：',
  '待定',
  '😀',
  '~',
  'null',
  '08',
  'key: value',
  '<<: {a: 1}',
  '"a" b',
  'a: b: c',
  '|\n  text\n',
  '>-\n  text\n',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '\u2028',
  '\ufffd',
];

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(12) },
    { weight: 1, arbitrary: fc.nat(200) },
  ),
  insert: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    { weight: 1, arbitrary: fc.constant('') },
  ),
});

function changed(text: string, { at, remove, insert }: Change): string {
  const start = Math.floor(at * (text.length + 1));
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** Every node lies inside its parent, in order, and a text's span holds its source. */
function assertPlaced(at: At, text: string): void {
  const span = spanOf(at);
  assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end);
  for (const pair of pairsOf(at)) {
    assert.ok(pair.key.start >= span.start && pair.key.end <= text.length);
    assertPlaced(pair.value, text);
    if (
      pair.value.node.kind === 'scalar' &&
      pair.value.node.style === 'plain' &&
      typeof pair.value.node.value === 'string'
    ) {
      const source = text.slice(spanOf(pair.value).start, spanOf(pair.value).end);
      const stray = /[\u0000-\u001f\u200b\u2028\ufeff\ufffd]/g;
      if (!source.includes('\n'))
        assert.equal(source.replace(stray, ''), pair.value.node.value.replaceAll('\ufffd', ''));
    }
  }
  for (const item of itemsOf(at)) assertPlaced(item, text);
}

describe('parse', () => {
  it('takes a value for what the library takes it for, whatever it begins with', () => {
    const beginnings = Array.from({ length: 0x60 }, (_, index) => String.fromCharCode(0x20 + index));
    const words = [
      'null',
      '~',
      '',
      'true',
      'False',
      'no',
      '.inf',
      '-.Inf',
      '.NaN',
      '+1',
      '-0',
      '0o17',
      '0x1F',
      '1e3',
      '2026-11-24',
    ];
    const values = [...beginnings.map((letter) => `${letter}1`), ...words, ...words.map((word) => word.toUpperCase())];
    let compared = 0;
    for (const value of values) {
      const text = `title: ${value}\n`;
      const plan = parse(text);
      const expected = plan.errors.length > 0 ? undefined : whole(text);
      if (!expected) continue;
      assert.deepEqual(ours(plan), expected.data, text);
      compared++;
    }
    assert.ok(compared > 100, `${compared} values`);
  });

  it('reads the samples as the library reads them', () => {
    for (const text of samples) {
      const plan = parse(text);
      assert.deepEqual(
        plan.errors.filter(({ kind }) => kind !== 'repeated-key'),
        [],
      );
      const expected = whole(text);
      if (expected) assert.deepEqual(ours(plan), expected.data);
    }
  });

  property('reads generated documents of every style as the library reads them', 200, (trials) => {
    const key = fc.constantFrom('a', 'key', 'two words', 'x-y', 'k:v', '1', 'true', '键', "it's", 'a#b');
    const text = fc.oneof(
      fc.constantFrom(
        'plain',
        'two\nlines\n',
        'a: b',
        '# no',
        '- dash',
        '',
        ' lead',
        '[x',
        '"q"',
        '2027-01-01',
        '日程：待定',
        'x #y',
      ),
      fc.string(),
    );
    const { document } = fc.letrec((tie) => ({
      leaf: fc.oneof(
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
      ),
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tie('leaf'),
        fc.array(tie('value'), { maxLength: 5 }),
        fc.dictionary(key, tie('value'), { maxKeys: 6 }),
      ),
      document: fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 8 }),
    }));
    const style = fc.record({
      indent: fc.constantFrom(2, 3, 4),
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 20, 80),
      blockQuote: fc.constantFrom<boolean | 'folded' | 'literal'>(true, false, 'folded', 'literal'),
      singleQuote: fc.constantFrom<boolean | null>(true, false, null),
      collectionStyle: fc.constantFrom<'any' | 'flow'>('any', 'any', 'any', 'flow'),
    });
    fc.assert(
      fc.property(document, style, fc.boolean(), (data, options, crlf) => {
        const source = stringify(data, options);
        const text = crlf ? source.replaceAll('\n', '\r\n') : source;
        const expected = whole(text);
        fc.pre(expected !== undefined);
        const plan = parse(text);
        assert.deepEqual(plan.errors, [], text);
        assert.deepEqual(ours(plan), expected?.data, text);
        assertPlaced(plan.root as At, text);
      }),
      trials,
    );
  });

  property(
    'finds a fault where the library does, and reads the same where it does not, after any edits',
    150,
    (trials) => {
      fc.assert(
        fc.property(
          fc.constantFrom(...samples),
          fc.array(change, { minLength: 1, maxLength: 3 }),
          (sample, changes) => {
            const text = changes.reduce(changed, sample);
            // Blanks between a byte-order mark and a comment, or a tab after it and `?`, confuse the library, and mean nothing.
            fc.pre(!/^\uFEFF(?:[ \t]+#|\?[ \t]*\t)/.test(text));
            const expected = whole(text);
            const plan = parse(text);
            if (plan.root) assertPlaced(plan.root, text);
            if (expected) {
              // Our reading is stricter in what it calls a key, so an error may be ours alone; silence must mean the same data.
              if (plan.errors.length === 0) assert.deepEqual(ours(plan), expected.data, text);
            } else {
              assert.notDeepEqual(plan.errors, [], text);
            }
          },
        ),
        trials,
      );
    },
  );

  property('gives the same plan with and without a previous one, and the rules survive it', 30, (trials) => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 12 }), (sample, changes) => {
        let text = sample;
        let plan = parse(text);
        for (const step of changes) {
          text = changed(text, step);
          plan = parse(text, plan);
          const fresh = parse(text);
          assert.deepEqual(plan.root, fresh.root);
          assert.deepEqual(plan.errors, fresh.errors);
          for (const problem of check(plan, context)) {
            assert.ok(
              problem.span.start >= 0 && problem.span.end <= text.length && problem.span.start <= problem.span.end,
            );
            for (const fix of problem.fixes()) for (const { span } of fix.edits) assert.ok(span.end <= text.length);
          }
        }
      }),
      trials,
    );
  });

  it('takes a carriage return alone for the end of a line, as editors do', () => {
    const mac = cleanPlan.replaceAll('\n', '\r');
    assert.deepEqual(ours(parse(mac)), ours(parse(cleanPlan)));
    assert.deepEqual(check(parse(mac), context), check(parse(cleanPlan), context));
    const mixed = cleanPlan.replace('\n  owner: Ana\n', '\r  owner: Ana\r');
    assert.deepEqual(ours(parse(mixed)), ours(parse(cleanPlan)));
  });

  it('doubts a value that a comment may have taken away once', () => {
    for (const text of [
      'plan:\n  evidence:\n    #e none\n',
      'risks:\n  - id: a\n    title:\n      #e none\n    kind: ethics\n',
    ])
      assert.deepEqual(
        parse(text).ambiguities.map(({ kind, start }) => [kind, start]),
        [['cut', text.indexOf('#')]],
      );
  });

  it('confines a mistake to its block', () => {
    const text = cleanPlan.replace('need: Simple', 'need: "Simple');
    const plan = parse(text);
    assert.deepEqual(
      plan.errors.map(({ kind }) => kind),
      ['unclosed-quote'],
    );
    assert.equal(plan.strategies.length, parse(cleanPlan).strategies.length);
  });
});

describe('odd files', () => {
  const codes = (text: string) => check(parse(text), context).map(({ code }) => code);

  const cases: [string, string, string[]][] = [
    ['an empty file', '', ['not-a-plan']],
    ['only blanks and comments', '\n  \n# nothing\n', ['not-a-plan']],
    ['a binary file', '\u0000\u0001PNG\r\n', ['unreadable-file']],
    ['a list', '- a\n- b\n', ['not-a-plan']],
    ['a number', '42\n', ['not-a-plan']],
    ['a sentence', 'We are going to change\n', ['not-a-plan']],
    ['a deep nesting of brackets', `${'['.repeat(1000)}${']'.repeat(1000)}`, ['unreadable-text']],
    ['a deep nesting of braces in a plan', cleanPlan.replace('Pilot,', `${'{a: '.repeat(5000)},`), ['unreadable-text']],
    ['a deep nesting of dashes', `${'- '.repeat(1000)}x`, ['not-a-plan', 'unreadable-text']],
    ['a byte-order mark', `\ufeff${cleanPlan}`, []],
    ['a wide blank between a byte-order mark and a comment', `\ufeff\u3000# note\n${cleanPlan}`, ['odd-indentation']],
    ['Windows line ends', cleanPlan.replaceAll('\n', '\r\n'), []],
    ['several documents', `${cleanPlan}---\n${cleanPlan}`, ['second-document']],
    ['a marker before and after', `---\n${cleanPlan}...\n`, []],
    ['a key twice', `${cleanPlan}risks: []\n`, ['repeated-key']],
    ['keys of the language', `${cleanPlan}__proto__: x\nconstructor: y\n`, ['unknown-key', 'unknown-key']],
  ];
  for (const [name, text, expected] of cases) {
    it(`${name}: ${expected.join(', ') || 'clean'}`, () => assert.deepEqual(codes(text), expected));
  }

  sweep('nests ten thousand blocks without running out of stack', () => {
    const text = Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth)}a:`)
      .join('\n')
      .slice(0, 3_000_000);
    assert.ok(codes(text).includes('unreadable-text'));
  });

  it('does not expand copies of copies', () => {
    const lines = ['x-a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map((pair) => [pair[0], pair[1]])) {
      lines.push(`x-${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    }
    // The last mark is copied by nobody: for its author it is an ampersand.
    assert.deepEqual(new Set(codes(`${cleanPlan}${lines.join('\n')}\n`)), new Set(['copied-value', 'special-start']));
  });

  sweep('takes no longer than it must over many mistakes and many blanks', () => {
    assert.ok(codes(`measures:\n${'  - {}\n'.repeat(20_000)}`).length >= 400);
    assert.ok(codes(Array.from({ length: 20_000 }, (_, i) => `key${i}: x\n`).join('')).includes('unknown-key'));
    assert.ok(codes(`${cleanPlan}x-a: [${'*a, '.repeat(5000)}1]\n`).includes('special-start'));
    assert.deepEqual(codes(`a${' '.repeat(300_000)}`), ['not-a-plan']);
    // Of one kind no more are told.
    assert.equal(codes('<<<<<<< ours\n'.repeat(20_000)).length, 10_001);
    const table = '  - note\n  a\tb\n  c\td\n';
    assert.equal(codes(`${cleanPlan}x-notes:\n${'  - note\n'.repeat(50_000)}${table.repeat(3000)}`).length, 3000);
    assert.equal(cursorContext(`a${' '.repeat(300_000)}`, 300_001)?.role, 'key');
  });

  sweep('says of five million characters that they are too many, and reads three', () => {
    assert.deepEqual(codes('a'.repeat(5_000_000)), ['unreadable-file']);
    assert.deepEqual(codes(`# ${'a'.repeat(3_000_000)}\n${cleanPlan}`), []);
    assert.deepEqual(codes('['.repeat(3_000_000)), ['unreadable-text']);
    assert.ok(codes(`a: ${'"\\'.repeat(1_000_000)}`).length > 0);
  });
});
