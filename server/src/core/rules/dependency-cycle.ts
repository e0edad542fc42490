/** Strategies that wait for each other in a circle. */
import { dependencies, type Link, removeLink } from '../analysis/dependencies.ts';
import type { Fix, Related, Rule } from '../diagnostics/rule.ts';
import { quoted } from '../i18n/phrases.ts';
import { idOf } from '../model/plan.ts';

/** Of a longer circle the beginning is named, and the rest is left to the related places. */
const mostNamed = 6;
/** At most this many other places of a circle are pointed to. */
const mostRelated = 20;
/** At most this many links are offered for removal. */
const mostFixes = 5;

const from = (link: Link) => quoted(idOf(link.from)?.value ?? '');
const to = (link: Link) => quoted(link.use.value);

/** "`a` → `b` → `a`". */
function chain(circle: readonly Link[]): string {
  const named = circle.slice(0, mostNamed).map(from);
  const left = circle.length > mostNamed ? ['…'] : [];
  return [...named, ...left, from(circle[0] as Link)].join(' → ');
}

export const rule: Rule = {
  code: 'dependency-cycle',
  severity: 'error',
  structural: true,
  summary: {
    en: 'Strategies wait for each other in a circle.',
    'zh-CN': '几项策略互相等待，形成循环。',
  },
  doc: {
    why: {
      en: 'What is named in `dependsOn` must be finished first. In a circle each waits for the next, so none of them can ever start.',
      'zh-CN': '`dependsOn` 中的内容必须先完成。互相等待时，每一项都在等下一项，谁也无法开始。',
    },
    fix: {
      en: 'Decide what really comes first, and remove the link that is not needed.',
      'zh-CN': '请想清楚哪一项应当先做，删去不需要的依赖。',
    },
  },
  *check(plan) {
    for (const circle of dependencies(plan).circles) {
      const first = circle[0] as Link;
      const related = circle.slice(1, mostRelated + 1).map(
        (link): Related => ({
          span: link.use.span,
          message: {
            text: { en: '{from} waits for {to}.', 'zh-CN': '{from} 在等待 {to}。' },
            data: { from: from(link), to: to(link) },
          },
        }),
      );
      yield {
        span: first.use.span,
        text:
          circle.length === 1
            ? {
                en: '{from} depends on itself and could never start. Remove this link.',
                'zh-CN': '{from} 依赖自己，永远无法开始。请删去这个依赖。',
              }
            : {
                en: 'These wait for each other, so none can start: {chain}. Remove one of the links.',
                'zh-CN': '这些策略互相等待，谁也无法开始：{chain}。请删去其中一个依赖。',
              },
        data: { from: from(first), chain: chain(circle) },
        related,
        // The link that closes the circle is the likeliest to be too much.
        fixes: () =>
          [...circle]
            .reverse()
            .slice(0, mostFixes)
            .flatMap((link): Fix[] => {
              const edit = removeLink(plan, link);
              const title = {
                text: { en: '{from} no longer waits for {to}', 'zh-CN': '{from} 不再等待 {to}' },
                data: { from: from(link), to: to(link) },
              };
              return edit ? [{ title, edits: [edit] }] : [];
            }),
      };
    }
  },
};
