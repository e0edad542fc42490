/** Completion of what stands further out than the cursor `‸`: another item, the next section. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { View } from '../../server/src/features/view.ts';
import { accept, labels } from '../kit/completion.ts';
import { completed } from '../kit/plan.ts';
import { it } from '../kit/test.ts';
import { view } from '../kit/view.ts';

describe('completion further out', () => {
  const further = (marked: string, eyes?: View) => labels(marked, eyes).filter((label) => label.startsWith('+'));
  const levers = 'levers:\n  enablement:\n    strategies:\n      - use: live-demos\n        owner: Bo\n';
  const plan = completed(levers).split('measures:')[0]?.trimEnd() ?? '';
  const item = 'stakeholders:\n  - id: a\n    name: A\n    concerns:\n      - Time\n';

  it('offers what goes on further out, once nothing is lacking', () => {
    const all = ['+ another strategy', '+ next lever: Rewards', '+ next section: Measures'];
    assert.deepEqual(further(`${plan}\n        ‸`), all);
    assert.deepEqual(labels(`${plan}\n        ‸`)[0], '+ another strategy');
    assert.deepEqual(further(`${plan}\n    ‸`), all);
    assert.deepEqual(further(`${plan}\n\n  ‸`), [all[0], all[2]]);
    assert.deepEqual(further(`${item}      ‸`), ['+ another stakeholder group', '+ next section: The six levers']);
    assert.deepEqual(further(`${item}    ‸`), [
      '+ another entry: Concerns',
      '+ another stakeholder group',
      '+ next section: The six levers',
    ]);
    assert.equal(labels('measures:\n  - id: a\n    ‸')[0], 'title');
  });

  it('offers it to who has typed a word of it', () => {
    const marked = `${item}      lev‸`;
    assert.deepEqual(further(marked), ['+ another stakeholder group', '+ next section: The six levers']);
    assert.match(accept(marked, '+ next section: The six levers'), /\n {6}- Time\nlevers:\n {2}/);
    assert.deepEqual(further(`${item}      lev: ‸`), []);
  });

  it('says it in Chinese', () => {
    assert.deepEqual(further(`${plan}\n        ‸`, { ...view, locale: 'zh-CN' }), [
      '+ 再加一项：策略',
      '+ 下一个 LEVERS 方法：奖励',
      '+ 下一部分：指标',
    ]);
  });

  it('takes the line along', () => {
    assert.equal(accept(`${item}      ‸`, '+ another stakeholder group'), `${item}  - id: $1\n    name: $0`);
    assert.equal(accept(`${item}    ‸`, '+ another entry: Concerns'), `${item}      - `);
    assert.equal(accept(`${plan}\n        ‸`, '+ another strategy'), `${plan}\n      - `);
    assert.match(accept(`${plan}\n        ‸`, '+ next lever: Rewards'), /\n {2}rewards:\n {4}/);
    assert.match(accept(`${item}      ‸`, '+ next section: The six levers'), /\n {6}- Time\nlevers:\n {2}/);
  });

  it('takes nothing away from what stands below, and leaves texts alone', () => {
    assert.deepEqual(further(`${item}      ‸\n    notes: B\n`), []);
    assert.deepEqual(further(`${item}      ‸\n  - id: b\n`), ['+ another stakeholder group']);
    assert.deepEqual(further(`${item}    notes: |\n      B\n      ‸`), []);
    assert.deepEqual(further(`${item}    notes: "B\n      ‸"`), []);
  });
});
