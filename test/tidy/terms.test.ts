/** Words: what the product says of one thing it says in one word, in American English and in Simplified Chinese. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { it } from '../kit/test.ts';

/** The form in use, and those that are out. */
const terms: readonly { readonly use: string; readonly out: RegExp }[] = [
  { use: '宕机', out: /停机/ },
  { use: '评审', out: /回顾/ },
  { use: '启用', out: /已覆盖|未覆盖|不采用|未采用|(?:采用|覆盖)了?[^，。]{0,8}LEVERS/ },
  { use: '字段', out: /(?<![一关快捷按格车向辑'])键(?![盘入'])/ },
  { use: '额度不大、重在心意', out: /象征意义/ },
  { use: '无从判断', out: /谈不上/ },
  { use: '姓名或岗位', out: /不是人名/ },
  { use: 'after or under a key', out: /\bbehind (?:the |its |a )?(?:[`{]|key|colon|hyphen)/ },
  { use: 'advises keeping', out: /\badvises to\b/ },
  { use: 'does not exist', out: /\bon no calendar\b/ },
  { use: 'stays active', out: /\blevers goe?s? on\b/ },
  { use: 'serious', out: /\bhow grave\b|\bgrave (?:risk|problem)/ },
  { use: 'custom', out: /\bof one['’]s own\b|\b(?:strategy|catalog|keys) of your own\b/i },
  {
    use: 'recommends at least four',
    out: /\b(?:change|changes) (?:is more likely to )?lasts? when\b|变更才(?:能|更容易)持久/,
  },
  { use: 'the source, Prosci, ACMP', out: /\b(?:ChangePlan|Leap Change|Adopt-It|WalkMe)\b/ },
  {
    use: 'American spelling',
    out: /\b(?:behaviou?rs? of one|behaviour|organis(?:e|ation)|colour|favour|centre|programme|recognis|prioritis|practis|summaris|customis|minimis|cancelling|labelled(?!by)|modelling|catalogue(?!d)|grey|judgement(?!\.md)|whilst|learnt)/i,
  },
];

/** Words by which a search finds something: every form is right there. */
const searched = /"(?:en|zh-CN)": "[^"]*"|keywords|x-also|also:/;

/** Lines that readers see, by file; the sources as far as their lines hold texts. */
function* lines(): Generator<{ path: string; number: number; line: string }> {
  const folders = ['server/src', 'client', 'schemas', 'snippets', 'docs'];
  const inside = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const paths = [...inside, 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'package.nls.json', 'package.nls.zh-cn.json'];
  for (const path of paths.filter((name) => /\.(?:ts|json|yaml|md|css)$/.test(name))) {
    for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
      yield { path, number: index + 1, line };
    }
  }
}

describe('words', () => {
  it('have one form each', () => {
    const found: string[] = [];
    for (const { path, number, line } of lines()) {
      if (path.endsWith('.schema.json') && searched.test(line)) continue;
      for (const { use, out } of terms) {
        const [word] = out.exec(line) ?? [];
        if (word) found.push(`${path}:${number}: ${word} → ${use}`);
      }
    }
    assert.deepEqual(found, []);
  });

  it('that are out are recognized', () => {
    const wrong = [
      '系统停机',
      '季度回顾',
      '才算已覆盖',
      '缺少这个键',
      '小而有象征意义',
      'write it behind `owner`',
      'Leap Change advises to',
    ];
    for (const text of wrong)
      assert.ok(
        terms.some(({ out }) => out.test(text)),
        text,
      );
    const right = ['关键系统', '回车键', '键盘', '一键修复', 'behind the cursor'];
    for (const text of right) assert.ok(!terms.some(({ out }) => out.test(text)), text);
  });
});
