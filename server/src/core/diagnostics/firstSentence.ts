/** The first sentence of a message: what is wrong; what follows is advice. */
import type { Message } from '../i18n/message.ts';

/** A message without what follows its first sentence, and without the sign at its end. */
export function firstSentence({ text, data }: Message): Message {
  // The end of a sentence is looked for before words of the plan are put in, which may have one too.
  const cut = (words: string) => (words.split(/(?<=[.?!]) |(?<=[。？！])/)[0] ?? '').replace(/[.。]$/, '');
  return { text: { en: cut(text.en), 'zh-CN': cut(text['zh-CN']) }, ...(data && { data }) };
}
