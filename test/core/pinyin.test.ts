/** The table of pinyin is as good for ids as the library that it is made of. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { pinyin } from 'pinyin-pro';
import schema from '../../schemas/levers-plan.schema.json';
import catalog from '../../schemas/strategy-catalog.yaml';
import { loadPinyin } from '../../server/src/host/pinyin.ts';
import { it } from '../kit/test.ts';

describe('pinyin', async () => {
  const spell = await loadPinyin();
  const spelled = (text: string) => spell(text).trim().split(/ +/).join(' ');

  it('is what the library says of every Chinese text of the format and the catalog', () => {
    const texts = new Set(JSON.stringify([schema, catalog]).match(/\p{Script=Han}+/gu));
    assert.ok(texts.size > 500, String(texts.size));
    // Of 一人参与 the table takes 人参 for a word, of 多重要 the library 多重.
    const cutOtherwise = /人参|多重/;
    for (const text of texts) {
      if (!cutOtherwise.test(text)) assert.equal(spelled(text), pinyin(text, { toneType: 'none', v: true }));
    }
  });

  it('leaves characters that are rare, and all other text', () => {
    assert.equal(spelled('經理 2 位、𠮷野家'), 'jing li 2 wei 、 𠮷 ye jia');
  });
});
