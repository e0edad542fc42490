/** Chinese names as people say them, for ids that can be read. */

import type { Answers } from '../core/authoring/answers.ts';
import type { Spell } from '../core/authoring/frame.ts';

/**
 * Resolves with what writes the Chinese characters of a text as pinyin without tones, `客服坐席` → `ke fu zuo xi`; other
 * text stays, and so do rare characters. The table is large, and loaded when it is first needed.
 */
export async function loadPinyin(): Promise<Spell> {
  const { syllables, words } = (await import('levers:pinyin')).default;
  const readings = new Map(Object.entries(words));
  for (const [syllable, characters] of Object.entries(syllables)) {
    for (const character of characters) readings.set(character, syllable);
  }
  const spelled = (text: string): string => {
    const characters = [...text];
    const parts: string[] = [];
    for (let at = 0; at < characters.length; ) {
      const begins = [3, 2, 1].map((length) => characters.slice(at, at + length));
      const part = begins.find((begin) => readings.has(begin.join(''))) ?? characters.slice(at, at + 1);
      parts.push(readings.get(part.join('')) ?? part.join(''));
      at += part.length;
    }
    return parts.join(' ');
  };
  return (text) => text.replace(/\p{Script=Han}+/gu, (characters) => ` ${spelled(characters)} `);
}

/** Resolves with `loadPinyin`, if a name of a group needs it. */
export async function spellFor({ groups }: Pick<Answers, 'groups'>): Promise<Spell | undefined> {
  return groups.some(({ name }) => /\p{Script=Han}/u.test(name)) ? loadPinyin() : undefined;
}
