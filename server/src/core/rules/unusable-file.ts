/** A file that a configuration names and that cannot be used. */
import type { ConfigRule } from '../diagnostics/rule.ts';
import { mostFiles, type WhyUnusable } from '../diagnostics/teamConfig.ts';
import type { Text } from '../i18n/message.ts';
import { quoted } from '../i18n/phrases.ts';

const texts: Readonly<Record<WhyUnusable, Text>> = {
  place: {
    en: '{path} cannot be used. Write a path from the folder of this file to a {kind} inside of the folder that is open.',
    'zh-CN': '{path} 无法使用。请写从本文件所在文件夹出发的路径，指向已打开文件夹之内的 {kind}。',
  },
  absent: { en: 'There is no file {path}.', 'zh-CN': '没有 {path} 这个文件。' },
  circle: {
    en: '{path} leads back to this file, so nobody could say which of them goes first.',
    'zh-CN': '{path} 又绕回本文件，无法确定以哪一个为先。',
  },
  many: {
    en: 'More than {most} configurations build on each other here. Let this one build on a file that stands further up.',
    'zh-CN': '从这里开始，逐级沿用的配置超过 {most} 个。请让本文件直接沿用更上层的文件。',
  },
};

export const rule: ConfigRule = {
  code: 'unusable-file',
  severity: 'error',
  summary: {
    en: 'The configuration of the team names a file that cannot be used.',
    'zh-CN': '团队的配置指定了无法使用的文件。',
  },
  doc: {
    why: {
      en: 'Whoever names a file relies on it. Without it, plans are checked by other rules than the team has agreed on, and look fine.',
      'zh-CN': '指定文件的人会以为它已生效。缺了它，计划就不是按团队约定的规则检查的，看上去却一切正常。',
    },
    fix: {
      en: 'Write a path from the folder of the configuration: with `extends` to another `levers.config.yaml`, with `catalogs` to a `levers.catalog.yaml`. Nothing outside of the folder that is open is read (on the command line, outside of the working directory).',
      'zh-CN':
        '请写从配置所在文件夹出发的路径：`extends` 指向另一个 `levers.config.yaml`，`catalogs` 指向 `levers.catalog.yaml`。已打开的文件夹（命令行为当前文件夹）之外的文件一概不读取。',
    },
  },
  *check({ extends: above }, { config }) {
    for (const { name, why } of config?.unusable ?? []) {
      const kind = name.span.start === above?.span.start ? 'levers.config.yaml' : 'levers.catalog.yaml';
      yield {
        span: name.span,
        text: texts[why],
        data: { path: quoted(name.value), kind: quoted(kind), most: mostFiles },
      };
    }
  },
};
