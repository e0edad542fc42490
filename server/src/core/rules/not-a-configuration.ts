/** A configuration file that holds something else than keys and values. */
import type { ConfigRule } from '../diagnostics/rule.ts';

export const rule: ConfigRule = {
  code: 'not-a-configuration',
  severity: 'error',
  summary: {
    en: 'The configuration of the team holds none of the keys of one.',
    'zh-CN': '团队的配置中没有配置的任何字段。',
  },
  doc: {
    why: {
      en: 'All plans in its folder and below go by the configuration. What is no key with a value says nothing, and the plans are checked as if there were none.',
      'zh-CN': '所在文件夹及其下的所有计划都以配置为准。不是字段和值的内容不起作用，计划会像没有配置一样被检查。',
    },
    fix: {
      en: 'Write keys such as `rules:` and `catalogs:`; suggestions list them. An empty file is allowed.',
      'zh-CN': '请写 `rules:`、`catalogs:` 等字段，输入建议会列出。空文件没有问题。',
    },
  },
  *check({ root }) {
    if (!root || root.node.kind === 'map' || root.node.kind === 'broken') return;
    if (root.node.kind === 'scalar' && root.node.value === null) return;
    yield {
      span: { start: root.start, end: root.start + Math.min(root.node.length, 1) },
      text: {
        en: 'This is not a configuration yet: it has keys such as `rules:` and `catalogs:`.',
        'zh-CN': '这还不是一份配置：配置由 `rules:`、`catalogs:` 等字段组成。',
      },
    };
  },
};
