/** Chinese names as people say them, for ids that can be read. */

import type { Spell } from '../core/authoring/frame.ts';

/**
 * Resolves with what writes the Chinese characters of a text as pinyin without tones: `客服坐席` → `ke fu zuo xi`; other
 * text stays. The dictionary is large, and loaded when it is first needed.
 */
export async function loadPinyin(): Promise<Spell> {
  const { pinyin } = await import('pinyin-pro');
  return (text) =>
    text.replace(/\p{Script=Han}+/gu, (characters) => ` ${pinyin(characters, { toneType: 'none', v: true })} `);
}
