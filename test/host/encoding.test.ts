/** Which encoding bytes are said to be in, over lines of plans in four scripts. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe } from 'node:test';
import { decode, encode } from '../../server/src/host/encoding.ts';
import { encoded, type LegacyEncoding, utf16 } from '../kit/encodings.ts';
import { cleanPlan } from '../kit/plan.ts';
import { it } from '../kit/test.ts';

/** Lines of the Chinese manual with at least four characters of their own. */
const simplified = ['format', 'catalog', 'team-catalog']
  .flatMap((name) => readFileSync(`docs/zh-cn/${name}.md`, 'utf8').split('\n'))
  .filter((line) => (line.match(/\p{Script=Han}/gu) ?? []).length > 3);

const traditional = `客服中心的智慧助理
每週花四個小時整理會議紀錄
主管用自己的話說明目的
各據點安排一位輔導員，回答現場的問題
上線前兩週完成訓練
導入之後每三個月檢討一次
營業部門
變更計畫的負責人由誰擔任？
蒐集員工的意見與抗拒的原因
使用率達到八成
新系統、新流程與新的角色
成功案例刊登在內部刊物
資料的使用規則
全體員工說明會
試辦結果向經營會議報告
為什麼要改變？先說清楚。`.split('\n');

const japanese = `会議の議事録をAIで自動的に作成する
現場のチームは週に四時間を議事録の作成に費やしている
担当者は毎週の利用状況を確認し、結果を共有する
研修は稼働の二週間前に終える
変更計画の責任者を決める
新しいツールの使い方を学ぶ
サービスデスクの問い合わせ対応を支援する
各拠点に一人、相談役を置く
利用率が八割に達すること
評価制度の見直し
営業部門
パイロット運用の結果を経営会議で報告する
なぜ変えるのかを最初に伝える
困ったときはヘルプデスクへ連絡する`.split('\n');

const western = `Équipe de direction régionale
Les équipes perdent quatre heures par semaine à rédiger les comptes rendus
Änderung der Prozesse für die Außendienstmitarbeiter
Capacitación de los líderes de área
Comunicação com as áreas de negócio
Siobhan O’Brien
Jürgen Müller
“We pull together” – said the sponsor
Øyvind Sørensen
50 € pro Person
Número de usuarios activos cada mañana
Göteborg`.split('\n');

const plan = (line: string) => cleanPlan.replace('AI assist for the service desk', JSON.stringify(line));

const texts: Readonly<Record<LegacyEncoding, { name: string; lines: readonly string[] }>> = {
  gbk: { name: 'GBK', lines: simplified },
  big5: { name: 'Big5', lines: traditional },
  shift_jis: { name: 'Shift-JIS', lines: japanese },
  'windows-1252': { name: 'windows-1252', lines: western },
};

describe('encoding', () => {
  for (const [encoding, { name, lines }] of Object.entries(texts) as [
    LegacyEncoding,
    (typeof texts)[LegacyEncoding],
  ][]) {
    it(`of a plan in ${name} is guessed from a single line of it`, () => {
      let tried = 0;
      for (const line of lines) {
        const bytes = encoded(plan(line), encoding);
        if (!bytes) continue;
        tried++;
        assert.deepEqual(decode(bytes), { reason: 'encoding', encoding: name }, line);
      }
      assert.ok(tried >= Math.min(lines.length - 1, 12), `${tried} of ${lines.length}`);
    });
  }

  it('is UTF-8 where the bytes are, with its mark or without', () => {
    for (const line of [...simplified, ...traditional, ...japanese, ...western, '😀', '\uFFFD', '']) {
      for (const text of [plan(line), `\uFEFF${plan(line)}`]) {
        assert.deepEqual(decode(Buffer.from(text)), { text });
        assert.deepEqual(encode(text), Buffer.from(text));
      }
    }
    assert.deepEqual(decode(Buffer.alloc(0)), { text: '' });
  });

  it('is UTF-16 where the mark says so, and the text comes back as it was', () => {
    for (const order of ['le', 'be'] as const) {
      for (const line of [simplified[0] as string, western[0] as string, '😀']) {
        const text = `\uFEFF${plan(line)}`;
        const bytes = utf16(text, order);
        assert.deepEqual(decode(bytes), { text, utf16: `utf-16${order}` });
        assert.deepEqual(encode(text, `utf-16${order}`), bytes);
      }
      const torn = utf16(`\uFEFF${cleanPlan}`, order).subarray(0, -1);
      assert.deepEqual(decode(torn), { reason: 'encoding', encoding: 'UTF-16' });
    }
  });

  it('is UTF-16 without a mark where every other byte is zero', () => {
    for (const line of [...simplified.slice(0, 50), ...western]) {
      assert.deepEqual(decode(utf16(plan(line), 'le')), { reason: 'encoding', encoding: 'UTF-16 LE' }, line);
      assert.deepEqual(decode(utf16(plan(line), 'be')), { reason: 'encoding', encoding: 'UTF-16 BE' }, line);
    }
  });

  it('is none where the bytes are no text', () => {
    const icon = readFileSync('client/assets/icon.png');
    assert.deepEqual(decode(icon), { reason: 'binary' });
  });

  it('is not known where nothing fits', () => {
    assert.deepEqual(decode(Buffer.from([0x61, 0x3a, 0x20, 0x81, 0xff, 0x0a])), { reason: 'encoding' });
  });

  it('is found in a long file as in a short one', () => {
    const bytes = encoded(
      cleanPlan + '# 变更计划由各部门负责人共同推动，培训在上线之前完成。\n'.repeat(4000),
      'gbk',
    ) as Buffer;
    for (const cut of [0, 1]) assert.deepEqual(decode(bytes.subarray(cut)), { reason: 'encoding', encoding: 'GBK' });
  });
});
