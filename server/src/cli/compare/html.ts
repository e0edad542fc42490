/** A comparison as one page that stands alone: the sentences, and both versions of each plan side by side. */
import { brief } from '../../core/brief/brief.ts';
import { type Element, element } from '../../core/brief/element.ts';
import { htmlDocument } from '../../core/brief/html.ts';
import { briefPage } from '../../core/brief/page.ts';
import { byLevel, type Change, levelWords } from '../../core/compare/change.ts';
import { type Locale, say, sayMessage, type Text } from '../../core/i18n/message.ts';
import type { Since } from '../../core/overview/picture/since.ts';
import { printed } from '../printed.ts';
import type { Compared, ComparedPlan, Opened } from './pairs.ts';
import { codeParts, fateOf, leftOutText, planWords, sumOf, titleOf } from './words.ts';

const words = {
  title: { en: 'What changes', 'zh-CN': '改动说明' },
  before: { en: 'Before: {path}', 'zh-CN': '改动前：{path}' },
  after: { en: 'After: {path}', 'zh-CN': '改动后：{path}' },
} satisfies Record<string, Text>;

const style = `body{max-width:none}.versions{display:grid;grid-template-columns:1fr 1fr;gap:8mm;align-items:start}
.version{min-width:0;border-top:2px solid var(--rule);padding-top:2mm}.changes{max-width:186mm}.changes li{margin:1mm 0}
@media (max-width:900px){.versions{grid-template-columns:1fr}}
`;

/** A version as a page; `since`: with what was otherwise in that. */
function version(side: Opened | undefined, label: Text, locale: Locale, since?: Since): Element | undefined {
  if (!side) return undefined;
  const heading = element('p', { class: 'detail' }, say(label, locale, { path: side.file.name }));
  const page = brief(side.plan, { ...side.context, locale }, since);
  return element('div', { class: 'version' }, heading, briefPage(page));
}

function sentence({ message }: Change, locale: Locale): Element {
  const parts = codeParts(sayMessage(message, locale));
  return element('li', {}, ...parts.map((part, index) => (index % 2 ? element('code', {}, part) : part)));
}

function sentences(plan: ComparedPlan, locale: Locale): readonly Element[] {
  return byLevel(plan.changes).flatMap(({ level, own }) => {
    const items = own.map((change) => sentence(change, locale));
    return [element('h2', {}, say(levelWords[level], locale)), element('ul', {}, ...items)];
  });
}

function planSection(plan: ComparedPlan, isSingle: boolean, locale: Locale): Element | undefined {
  const fate = fateOf(plan);
  const [from, to] = [plan.before?.file.path ?? '', plan.after?.file.path ?? ''];
  const title = titleOf(plan);
  if (fate === 'same') return isSingle ? element('p', {}, say(planWords.same, locale)) : undefined;
  if (fate === 'moved') return element('p', {}, say(planWords.moved, locale, { from, to, title }));
  const heading =
    fate === 'changed' ? title : say(planWords[fate], locale, { title, path: fate === 'removed' ? from : to });
  return element(
    'section',
    {},
    element('div', { class: 'changes' }, element('h1', {}, heading), ...sentences(plan, locale)),
    element(
      'div',
      { class: 'versions' },
      version(plan.before, words.before, locale),
      version(plan.after, words.after, locale, plan.since),
    ),
  );
}

export function htmlReport({ plans, together }: Compared, locale: Locale): string {
  const isSingle = plans.length === 1;
  const sections = plans.map((plan) => planSection(plan, isSingle, locale));
  const items = together.map((change) => sentence(change, locale));
  const all = items.length
    ? element(
        'section',
        { class: 'changes' },
        element('h2', {}, say(planWords.together, locale)),
        element('ul', {}, ...items),
      )
    : undefined;
  const leftOut = leftOutText(plans, locale);
  const sum = isSingle ? undefined : element('p', {}, say(planWords.sum, locale, sumOf(plans)));
  const title = isSingle && plans[0] ? `${say(words.title, locale)}: ${titleOf(plans[0])}` : say(words.title, locale);
  const page = htmlDocument(
    { title, locale, style },
    element('div', {}, all, ...sections, leftOut ? element('p', {}, leftOut) : undefined, sum),
  );
  return `${printed(page.trimEnd().split('\n'))}\n`;
}
