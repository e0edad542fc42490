/** What a user reads, in every language we speak, and how placeholders in it are filled. */

/** The languages of the product. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** One text in every language; a missing translation does not compile. Placeholders are written `{name}`. */
export type Text = Readonly<Record<Locale, string>>;

/** A value for a placeholder: a word as it is, a number, a text, a message of its own, or a list (joined as the language does). */
export type Value = string | number | Text | Message | readonly Value[];

/** Values by placeholder name. */
export type Data = Readonly<Record<string, Value>>;

/** A text together with the values of its placeholders: everything needed to say it in any language. */
export interface Message {
  readonly text: Text;
  readonly data?: Data;
}

/** The closest of our languages to a BCP 47 tag (`zh-Hans-CN`, `zh_CN.UTF-8`, `en-GB`); English where there is none. */
export function localeOf(tag: string | undefined): Locale {
  return /^zh\b|^zh_/i.test(tag ?? '') ? 'zh-CN' : 'en';
}

const joined: Record<Locale, (parts: string[]) => string> = {
  en: (parts) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`),
  'zh-CN': (parts) => parts.join('、'),
};

/** Says a value in `locale`; a list as its parts in a sentence. */
export function sayValue(value: Value, locale: Locale): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return joined[locale](value.map((part: Value) => sayValue(part, locale)));
  return 'text' in value ? sayMessage(value as Message, locale) : (value as Text)[locale];
}

/** Says `text` in `locale`. A placeholder without a value stays as written, so that a mistake is seen, not hidden. */
export function say(text: Text, locale: Locale, data: Data = {}): string {
  return text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    return value === undefined ? whole : sayValue(value, locale);
  });
}

/** Says a message in `locale`. */
export function sayMessage(message: Message, locale: Locale): string {
  return say(message.text, locale, message.data);
}
