/** A file that is no text or one in another encoding, far too long, or cannot be opened. */

import type { FormatRule } from '../diagnostics/rule.ts';
import type { Text } from '../i18n/message.ts';
import { longestPlan } from '../syntax/limits.ts';
import type { Unopened } from '../syntax/parseError.ts';

const unopened: Record<Unopened, Text> = {
  absent: {
    en: 'The setting `levers.catalogs` names this file, but there is none.',
    'zh-CN': '设置 `levers.catalogs` 指定了这个文件，但文件不存在。',
  },
  outside: {
    en: 'This is a link to a place outside of the folder, so it is not opened. Put a copy of the catalog here.',
    'zh-CN': '这是指向文件夹之外的链接，因此不会打开。请在这里放一份目录的副本。',
  },
  inaccessible: {
    en: 'This file cannot be opened. Look whether you may read it, and whether it is a file.',
    'zh-CN': '无法打开这个文件。请检查是否有读取权限，以及它是不是文件。',
  },
};

const namedEncoding: Text = {
  en: 'This file is not saved as UTF-8 but, it seems, as {encoding}, so its text cannot be read. Open it as {encoding} (in VS Code: “Reopen with Encoding”), then save the file as UTF-8.',
  'zh-CN':
    '这个文件不是以 UTF-8 保存的，看来是 {encoding}，因此无法读取其中的文字。请以 {encoding} 重新打开（VS Code 中为“通过编码重新打开”），再把文件保存为 UTF-8。',
};
const otherEncoding: Text = {
  en: 'This file is not saved as UTF-8, so its text cannot be read: characters are lost. Open it in the encoding that it has (in VS Code: “Reopen with Encoding”), then save the file as UTF-8.',
  'zh-CN':
    '这个文件不是以 UTF-8 保存的，因此无法读取其中的文字，有些字符已经丢失。请以原来的编码重新打开（VS Code 中为“通过编码重新打开”），再把文件保存为 UTF-8。',
};

export const rule: FormatRule = {
  code: 'unreadable-file',
  severity: 'error',
  structural: true,
  summary: {
    en: 'The file is not a text in UTF-8, it is far too long, or it cannot be opened.',
    'zh-CN': '文件不是 UTF-8 文本、过长，或无法打开。',
  },
  doc: {
    why: {
      en: 'A picture, a Word document or a data dump saved under the name of a plan cannot be checked, and trying would only make the editor slow. A text that an older program saved in another encoding (GBK, Big5, Shift-JIS, windows-1252) loses its characters when it is read as UTF-8. A catalog that is not there, or a link that leads out of the folder, is not opened, so that a plan from elsewhere cannot make the tool read your other files.',
      'zh-CN':
        '以计划的名字保存的图片、Word 文档或数据导出无法检查，强行检查只会拖慢编辑器。旧程序以其他编码（GBK、Big5、Shift-JIS、windows-1252）保存的文本，按 UTF-8 读取时会丢失字符。不存在的目录文件，或指向文件夹之外的链接，都不会打开，这样别处来的计划无法让工具读取你的其他文件。',
    },
    fix: {
      en: 'Save the file as plain text (UTF-8); where characters are lost, reopen it in the encoding that it has before you save it. Split a very long plan into several. For a catalog that cannot be opened, correct the setting `levers.catalogs`, or put a copy where the link stands.',
      'zh-CN':
        '请把文件保存为纯文本（UTF-8）；如有字符丢失，请先以原来的编码重新打开，再保存。过长的计划请拆成几份。目录无法打开时，请改正设置 `levers.catalogs`，或在链接处放一份副本。',
    },
  },
  *check(plan) {
    for (const error of plan.errors) {
      if (error.kind === 'binary') {
        yield {
          span: error,
          text: {
            en: 'This file is not plain text, so it cannot be read as a {noun}.',
            'zh-CN': '这个文件不是纯文本，无法作为{noun}读取。',
          },
          data: { noun: plan.format.noun },
        };
      } else if (error.kind === 'encoding') {
        yield {
          span: error,
          text: error.word === undefined ? otherEncoding : namedEncoding,
          data: { encoding: error.word ?? '' },
        };
      } else if (error.kind === 'too-long') {
        yield {
          span: error,
          text: {
            en: 'This file is too long for a {noun} (more than {limit} million characters). It is not checked.',
            'zh-CN': '这个文件过长，不像一份{noun}（超过 {limit} 百万字符），因此未检查。',
          },
          data: { noun: plan.format.noun, limit: Math.floor(longestPlan / 1_000_000) },
        };
      } else if (Object.hasOwn(unopened, error.kind)) {
        yield { span: error, text: unopened[error.kind as Unopened] };
      }
    }
  },
};
