/** The strategies from which a new plan is put together. */

import { type Catalog, type CatalogStrategy, catalogOf } from '../model/catalog.ts';
import type { Answers } from './answers.ts';

/** Strategies for changes without AI, where the catalog has none: a plan writes them as its own. */
const plain: readonly CatalogStrategy[] = [
  {
    id: 'who-is-touched',
    lever: 'ecosystem',
    phase: 'prepare',
    title: { en: 'Find Out Who Is Touched and How', 'zh-CN': '弄清影响到谁、影响多大' },
    summary: {
      en: 'List the groups that the change touches, talk with each of them, and agree how they are involved.',
      'zh-CN': '列出会受影响的群体，逐一交谈，并商定各自的参与方式。',
    },
    goodFor: {
      en: 'Starting out, before anything else is decided.',
      'zh-CN': '起步阶段，在作出其他决定之前。',
    },
    indicators: [
      {
        en: 'Groups that have agreed how they are involved (%)',
        'zh-CN': '已商定参与方式的群体比例（%）',
        kind: 'activity',
      },
    ],
  },
  {
    id: 'team-contacts',
    lever: 'ecosystem',
    phase: 'manage',
    title: { en: 'Name a Contact in Every Team', 'zh-CN': '为每个团队指定一名联络人' },
    summary: {
      en: 'One person in every team answers the first questions, hears what does not work, and passes the rest on.',
      'zh-CN': '每个团队有一人解答常见问题、听取哪里不顺，并把其余问题转达上去。',
    },
    goodFor: {
      en: 'Help at the next desk, and news from where the work is done.',
      'zh-CN': '身边有人可问，一线的情况也能传上来。',
    },
    indicators: [
      {
        en: 'Questions answered within two working days (%)',
        'zh-CN': '两个工作日内得到答复的问题比例（%）',
        kind: 'outcome',
      },
    ],
  },
  {
    id: 'why-for-each-group',
    lever: 'values',
    phase: 'prepare',
    title: { en: 'Say Why, and What It Means for Each Group', 'zh-CN': '讲清为什么变，以及对每个群体意味着什么' },
    summary: {
      en: 'Tell each group sincerely why things change, what it gains, and what it gives up.',
      'zh-CN': '向每个群体真诚说明为什么要变、他们会得到什么、又要放下什么。',
    },
    goodFor: {
      en: 'Answering “what does it mean for me?” before rumors do.',
      'zh-CN': '在传言出现之前，先回答“对我意味着什么”。',
    },
    indicators: [
      {
        en: 'People who can say what the change is good for (survey, %)',
        'zh-CN': '能说出变更好处的人员比例（调查，%）',
        kind: 'sentiment',
      },
    ],
  },
  {
    id: 'results-in-own-words',
    lever: 'values',
    phase: 'sustain',
    title: { en: 'Show Results in People’s Own Words', 'zh-CN': '用同事自己的话展示成效' },
    summary: {
      en: 'Collect what has become easier and what has not from those who do the work, and tell it to everyone.',
      'zh-CN': '向实际做事的人收集哪些变轻松了、哪些还没有，并告诉大家。',
    },
    goodFor: {
      en: 'Keeping people’s own reasons alive once it is everyday work.',
      'zh-CN': '变更成为日常之后，让大家继续看到自己的理由。',
    },
    indicators: [
      {
        en: 'People who say that their work has become easier (survey, %)',
        'zh-CN': '认为工作变轻松了的人员比例（调查，%）',
        kind: 'sentiment',
      },
    ],
  },
  {
    id: 'trial-visits',
    lever: 'enablement',
    phase: 'prepare',
    title: { en: 'Let People See and Try the New Place', 'zh-CN': '让大家先看、先试新的工作地点' },
    summary: {
      en: 'Show each group around before the move, with time to ask and to try out how their work will go there.',
      'zh-CN': '搬迁之前带每个群体去看，留出时间提问，并试试在那里怎样工作。',
    },
    goodFor: {
      en: 'Changes of place: knowing one’s way on the first day.',
      'zh-CN': '工作地点的变更：第一天就熟门熟路。',
    },
    indicators: [
      {
        en: 'People who know where and how they will work (survey, %)',
        'zh-CN': '清楚自己将在哪里、怎样工作的人员比例（调查，%）',
        kind: 'proficiency',
      },
    ],
  },
  {
    id: 'first-days-help',
    lever: 'enablement',
    phase: 'manage',
    title: { en: 'Help on the Spot in the First Weeks', 'zh-CN': '最初几周现场有人帮忙' },
    summary: {
      en: 'In the first weeks somebody is there who answers questions at once and passes on what does not work.',
      'zh-CN': '最初几周有人在场，当场解答问题，并反映哪里不顺。',
    },
    goodFor: {
      en: 'The days in which every small thing takes time.',
      'zh-CN': '什么小事都要花时间的头几天。',
    },
    indicators: [
      {
        en: 'Problems solved within two working days (%)',
        'zh-CN': '两个工作日内解决的问题比例（%）',
        kind: 'outcome',
      },
    ],
  },
];

/** The catalog for a change: whole where it is about AI; else without what is only for AI, and with strategies in its place. */
export function offered({ ai }: Pick<Answers, 'ai'>, catalog: Catalog): Catalog {
  if (ai) return catalog;
  const ours = plain.filter(({ id }) => !catalog.strategy(id));
  return catalogOf(catalog.levers, [...catalog.strategies.filter((one) => !one.ai), ...ours]);
}
