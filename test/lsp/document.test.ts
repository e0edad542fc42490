/** Open documents: whatever changes, they say what the library's documents say. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import fc from 'fast-check';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';
import { Base, changeOf, Source } from '../../server/src/core/source.ts';
import { Document } from '../../server/src/lsp/document.ts';
import { it, property } from '../kit/test.ts';

const letters = fc.array(fc.constantFrom('a', 'bc', ' ', '变更', '𝒳', '\n', '\n', '\r\n', '\r'), { maxLength: 40 });
const prose = letters.map((all) => all.join(''));
const place = fc.record({ line: fc.integer({ min: -1, max: 30 }), character: fc.integer({ min: -1, max: 12 }) });

interface Edit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
  /** Where something was typed last, wherever that is. */
  readonly near: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({ start: place, end: place, text: prose, near: fc.boolean() });
const edits = fc.array(edit, { minLength: 1, maxLength: 12 });

describe('a document', () => {
  property('has the text, the lines and the places that the library gives it', 300, (trials) => {
    const check = (text: string, script: readonly Edit[]) => {
      const library = TextDocument.create('file:///x', 'x', 0, text);
      const ours = new Document('file:///x', 'x', 0, text);
      let last: Position = { line: 0, character: 0 };
      for (const [index, { start, end, text: typed, near }] of script.entries()) {
        const at = near ? last : start;
        // The library takes a place behind the end of its line for one on the next in its table of lines: editors send none.
        const [from, to] = [at, near ? at : end].map((one) => library.positionAt(library.offsetAt(one)));
        const range = { start: from as Position, end: to as Position };
        TextDocument.update(library, [{ range, text: typed }], index + 1);
        ours.update([{ range, text: typed }], index + 1);
        last = library.positionAt(Math.min(library.offsetAt(range.start), library.offsetAt(range.end)) + typed.length);
        const { length } = library.getText();
        assert.equal(ours.source.text, library.getText());
        assert.equal(ours.lineCount, library.lineCount);
        assert.equal(ours.version, library.version);
        for (let offset = -1; offset <= length + 1; offset++)
          assert.deepEqual(ours.positionAt(offset), library.positionAt(offset));
        for (let line = -1; line <= library.lineCount; line++)
          for (const character of [-1, 0, 1, 2, 5, 100])
            assert.equal(ours.offsetAt({ line, character }), library.offsetAt({ line, character }));
      }
    };
    fc.assert(fc.property(prose, edits, check), trials);
  });

  it('takes over a text that is sent whole', () => {
    const document = new Document('file:///x', 'x', 0, 'one\n');
    document.update([{ text: 'two\nthree' }], 1);
    assert.equal(document.source.text, 'two\nthree');
    assert.equal(document.lineCount, 2);
  });

  it('copies only what stands around a change', () => {
    const text = `${'line\n'.repeat(1000)}`;
    const document = new Document('file:///x', 'x', 0, text);
    const at = { line: 500, character: 4 };
    document.update([{ range: { start: at, end: at }, text: 's' }], 1);
    const { base, part } = document.source;
    document.update([{ range: { start: at, end: at }, text: '!' }], 2);
    assert.equal(document.source.base, base);
    assert.ok(part.length < 40);
  });
});

describe('a source', () => {
  const piece = fc.record({ from: fc.nat(30), length: fc.nat(10), part: prose });

  property('says of its text what the whole text says', 300, (trials) => {
    fc.assert(
      fc.property(prose, piece, (text, { from, length, part }) => {
        const start = Math.min(from, text.length);
        const source = new Source(new Base(text), start, Math.min(start + length, text.length), part);
        const whole = source.text;
        assert.equal(source.length, whole.length);
        for (let at = 0; at <= whole.length; at++) {
          assert.equal(source.charAt(at), whole.charAt(at));
          assert.equal(source.indexOf('\n', at), whole.indexOf('\n', at));
          assert.equal(source.lastIndexOf('\n', at), whole.lastIndexOf('\n', at));
          for (let to = at; to <= whole.length; to++) assert.equal(source.slice(at, to), whole.slice(at, to));
        }
        for (const word of ['a', 'bc', '变更', ' a']) assert.equal(source.includes(word), whole.includes(word));
        assert.equal(source.withLineFeeds().text, whole.replace(/\r(?!\n)/g, '\n'));
      }),
      trials,
    );
  });

  property('differs from another by what makes one of the other', 300, (trials) => {
    fc.assert(
      fc.property(prose, piece, piece, (text, one, other) => {
        const base = new Base(text);
        const sourceOf = ({ from, length, part }: typeof one) => {
          const start = Math.min(from, text.length);
          return new Source(base, start, Math.min(start + length, text.length), part);
        };
        const [before, after] = [sourceOf(one), sourceOf(other)];
        const { start, end, newEnd } = changeOf(before, after);
        assert.equal(
          before.text.slice(0, start) + after.text.slice(start, newEnd) + before.text.slice(end),
          after.text,
        );
        assert.equal(before.equals(after), before.text === after.text);
      }),
      trials,
    );
  });
});
