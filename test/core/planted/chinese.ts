/** Mistakes of a Chinese keyboard, and of writing in a Chinese plan. */
import { type Planted, retail } from './row.ts';

const full = 'error full-width-punctuation';
const inside = 'error colon-in-text';
const cut = 'warning text-cut-short';

export const chinese: Record<string, readonly Planted[]> = {
  'punctuation of a Chinese keyboard': [
    retail('a colon', '  owner: 林晓岚\n  sponsor', '  owner▸：林晓岚\n  sponsor', full),
    retail('a colon and a blank', '  sponsor: 周敏华', '  sponsor▸： 周敏华', full),
    retail('the colon of a section', 'purpose:\n', 'purpose▸：\n', full),
    retail('the colon of a list', '  evidence:\n', '  evidence▸：\n', full),
    retail('the colon of a lever', '  ecosystem:\n', '  ecosystem▸：\n', full),
    retail('the colon of the first key of an item', '  - id: team-leads\n', '  - id▸：team-leads\n', full),
    retail('the colon of a strategy', '      - use: policy-updates', '      - use▸：policy-updates', full),
    retail('the colon before a date', '  goLive: 2027-07-05', '  goLive▸：2027-07-05', full),
    retail(
      'the colon before brackets',
      '        audience: [compliance, team-leads]',
      '        audience▸：[compliance, team-leads]',
      full,
    ),
    retail('the colon in braces', '{ id: members, name', '{ id▸：members, name', full),
    retail('a comma between ids', '[compliance, team-leads]', '[compliance▸，team-leads]', full),
    retail('an enumeration comma between ids', '[compliance, team-leads]', '[compliance▸、team-leads]', full),
    retail('brackets', '[compliance, team-leads]', '▸【compliance, team-leads】', full),
    retail('round brackets', '[compliance, team-leads]', '▸（compliance，team-leads）', full),
    retail(
      'a comma between keys in braces',
      'id: members, name: 会员顾客, kind: customers, impact: low',
      'id: members▸，name: 会员顾客, kind: customers, impact: low',
      full,
    ),
    retail('braces', '{ to: 客服运营部, on: 2027-12-30 }', '▸｛ to: 客服运营部, on: 2027-12-30 ｝', full),
    retail('a number sign', '# 各群体的态度', '▸＃ 各群体的态度', full),
    retail('a hyphen', '    - 班组长例会', '    ▸－ 班组长例会', 'error look-alike-dash'),
    retail(
      'a full-width blank as indentation',
      '  owner: 林晓岚\n  sponsor',
      '▸　owner: 林晓岚\n  sponsor',
      'error odd-indentation',
    ),
    retail('full-width blanks before an item', '    - 每季度回访', '▸　　- 每季度回访', 'error odd-indentation'),
    retail(
      'a full-width blank after a colon',
      '  owner: 林晓岚\n  sponsor',
      '  owner▸:　林晓岚\n  sponsor',
      'error missing-space',
    ),
    retail('digits in a date', '  goLive: 2027-07-05', '  goLive: ▸２０２７-０７-０５', 'error date-in-other-form'),
    retail('digits in a number', '    size: 220\n', '    size: ▸２２０\n', 'error wrong-kind'),
    retail('quotes around an id', '  - id: team-leads\n', '  - id: ▸“team-leads”\n', 'error curly-quotes'),
    retail(
      'corner quotes around a word of choice',
      '    attitude: skeptical\n',
      '    attitude: ▸「skeptical」\n',
      'error curly-quotes',
    ),
    retail(
      'quotes around the title of a strategy',
      'title: 外包坐席按解决质量结算',
      'title: ▸“外包坐席”按解决质量结算',
      '',
      {},
    ),
    retail('a dash in a date', '  goLive: 2027-07-05', '  goLive: ▸2027－07－05', 'error date-in-other-form'),
    retail('commas and colons inside texts', 'vision: 简单的问题', 'vision: 目标：简单，快；简单的问题', ''),
  ],
  'a Chinese plan': [
    retail('a key by its title', '  sponsor: 周敏华', '  ▸发起人: 周敏华', 'error unknown-key'),
    retail('a key by its title, with a full-width colon', '  sponsor: 周敏华', '  ▸发起人：周敏华', full),
    retail(
      'a word of choice by its title',
      '    attitude: skeptical\n',
      '    attitude: ▸怀疑\n',
      'error unknown-value',
    ),
    retail(
      'a status by its title',
      'due: 2027-03-19\n        status: done',
      'due: 2027-03-19\n        status: ▸已完成',
      'error unknown-value',
    ),
    retail('a strategy by its title', 'use: policy-updates', 'use: ▸修改政策和程序', 'error unknown-strategy'),
    retail('a lever by its title', '  values:\n', '  ▸价值观:\n', 'error misnamed-lever'),
    retail('a lever by its title and a full-width colon', '  values:\n', '  ▸价值观：\n', full),
    retail('a date in Chinese', '  goLive: 2027-07-05', '  goLive: ▸2027年7月5日', 'error date-in-other-form'),
    retail('a date with points', '  goLive: 2027-07-05', '  goLive: ▸2027.7.5', 'error date-in-other-form'),
    retail(
      'a group by its name',
      'audience: [compliance, team-leads]',
      'audience: [compliance, ▸客服班组长]',
      'error unknown-stakeholder',
    ),
    retail('a placeholder', '        owner: 陈立群\n', '        owner: ▸待定\n', 'warning strategy-without-owner', {
      fixed: {},
    }),
    retail('a half-width colon in a text', 'vision: 简单的问题', 'vision: 目标▸: 简单的问题', inside, { fixed: {} }),
    retail('a number sign in a text', 'vision: 简单的问题', 'vision: 服务 ▸#1 简单的问题', cut, { fixed: {} }),
    retail(
      'yes for done',
      'title: 书面承诺：2028 年底前不因 AI 裁减客服岗位, due: 2027-03-05, done: true',
      'title: 书面承诺：2028 年底前不因 AI 裁减客服岗位, due: 2027-03-05, done: ▸是',
      'error wrong-kind',
    ),
    retail('an unclosed quote', '    unit: 分钟\n', '    unit: ▸"分钟\n', 'error unclosed-quote', {
      fixed: '    unit: "分钟"\n',
    }),
    retail(
      'a key too far left',
      '        summary: 退换货规定',
      '      ▸summary: 退换货规定',
      'error wrong-indentation',
    ),
    retail(
      'two versions of a title',
      '  title: 客服中心与门店 AI 助手\n',
      '▸<<<<<<< HEAD\n  title: 客服中心 AI 助手\n=======\n  title: 客服中心与门店 AI 助手\n>>>>>>> 试点\n',
      'error merge-conflict',
      { fixed: '  title: 客服中心 AI 助手\n' },
    ),
    retail('a number with a comma of thousands', '    size: 1350\n', '    size: ▸1,350\n', 'error wrong-kind'),
    retail('a number with its unit', '    size: 220\n', '    size: ▸220 人\n', 'error wrong-kind'),
  ],
};
