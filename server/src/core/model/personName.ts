/** Names of people: which are the same, and which name nobody. */
import { hasWord } from '../text/spelling.ts';
import { withoutEnd } from '../text/withoutEnd.ts';
import { notYet } from './undecided.ts';

/** Characters that cannot be seen: soft hyphen, zero-width signs, marks of direction, byte-order mark. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** A text without the characters in it that cannot be seen. */
export function visible(text: string): string {
  return text.replace(invisible, '');
}

/**
 * Comparison key of a name: one for all ways to write it. `Ａna ` → `ana`, `O’Brien` → `o'brien`, two blanks → one.
 * Texts that only look different are the same (NFKC), and what cannot be seen does not count.
 */
export function folded(name: string): string {
  // Fast path: of plain ASCII only blanks, capitals and one apostrophe have a second form.
  const plain = /^[\x20-\x7e]*$/.test(name)
    ? name
    : visible(name.normalize('NFKC'))
        .replace(/[‘’‛′ʹʻʼʽ´＇]/g, "'")
        .replace(/[‐‑–—−]/g, '-');
  // A single blank stays as it is.
  const spaced = plain.replaceAll('`', "'").replace(/\s{2,}|[^\S ]/g, ' ');
  return spaced.trim().toLowerCase();
}

/** Words that say no more than "not yet" or "nothing"; compared without dots. */
const blanks = new Set([...notYet, 'nn', 'none', 'null', 'nil', 'xx', 'xxx', 'xxxx', 'nobody', '无']);

/** Words that name nobody, where a person belongs. */
const nobodies = new Set([
  ...['no one', 'not yet', 'not assigned', 'open', 'unknown', 'pending', 'name', 'your name', 'full name'],
  ...['空缺', '暂缺', '没有', '未知', '未指定', '未分配', '尚未确定', '姓名', '某某'],
  // So many that nobody of them can be asked.
  ...['everyone', 'everybody', 'anyone', 'anybody', 'someone', 'somebody', 'all', 'us', 'we', 'they', 'team', 'teams'],
  ...['the team', 'the teams', 'the whole team', 'staff', 'employees', 'managers', 'all-staff'],
  ...['相关部门', '有关部门', '相关人员', '有关人员', '大家', '全员', '团队', '每个人'],
]);

/** How a name begins that is no more than such a word: `TBD (HR)`, `vacant since May`, `every manager`, 全体员工, 各科室. */
const beginsAsNobody =
  /^(?:(?:tbd|tba|tbc|tbn|vacant|unassigned|whoever)(?![\p{L}\p{N}])|to be [a-z]|(?:every|each) \p{L}|待[定补落确指安招聘议]|全体|所有|各\p{Script=Han})/u;

/** How a name ends that says so: `Head nurse: vacant`, `Name to follow`, 九月起空缺, 四季度再定, 门店自行安排. */
const endsAsNobody =
  /(?:(?=[vutnp])(?<!\p{L})(?:(?:vacant|unassigned)(?: since [^:;]{1,30})?|tbd|tbn|(?:names?|person) to follow|to be (?:named|appointed|decided|hired))|空缺|暂缺|待定|(?:另行|随后)通知|自行安排|[再另未]定(?<=\p{Script=Han}{4}))$/u;

/** All of a kind: `All managers`, `All of the staff in Bern`; not the role of one place, as `All Saints' nurse lead`. */
const allOfThem =
  /^all (?:[\p{L}-]+ ){0,3}?(?:[\p{L}-]+s|staff|people|personnel|women|men)(?: (?:at|from|in|of|on|who|with) .*)?$/u;

/** A longer text is no such word. */
const longest = 100;

/** What may stand around a word: quotes, brackets, and what ends a sentence. */
const ends = /[\s)\]}>"'」』】》”».,:;!?。、]/;

/** A folded text without quotes and brackets around it, and what ends a sentence. */
function withoutQuotes(plain: string): string {
  return plain.length > longest ? plain : withoutEnd(plain.replace(/^[\s([{<"'「『【《“«]+/, ''), ends);
}

/** `bare`, which has no quotes around it, without a remark in brackets after it. */
function core(bare: string): string {
  const remark = bare.length > longest ? -1 : bare.search(/[([{【]/);
  return remark > 0 ? withoutEnd(bare.slice(0, remark), ends) : bare;
}

/** Whether a folded text says nothing. `word`: its core. */
function isBlank(plain: string, word: string): boolean {
  if (!hasWord(plain)) return true;
  // A part of a template.
  if (/^(?:<[^<>]*>|\{\{[^{}]*\}\}|\$\{[^{}]*\})$/.test(plain)) return true;
  return blanks.has(word) || blanks.has(word.replace(/\. ?/g, ''));
}

/** Whether a text stands in for one that nobody has written yet: empty, signs alone (`—`, `…`), `T.B.D.`, `<name>`, 待定. */
export function saysNothing(text: string): boolean {
  const plain = folded(text);
  return isBlank(plain, core(withoutQuotes(plain)));
}

/** Whether a name names nobody who can be asked: nothing (see `saysNothing`), or everybody. A role is somebody. */
export function isPlaceholder(name: string): boolean {
  const plain = folded(name);
  const bare = withoutQuotes(plain);
  const word = core(bare);
  if (isBlank(plain, word) || nobodies.has(word)) return true;
  const isNobody = (text: string) => beginsAsNobody.test(text) || endsAsNobody.test(text) || allOfThem.test(text);
  if (isNobody(word) || (bare !== word && endsAsNobody.test(bare))) return true;
  return word.includes('.') && isNobody(word.replaceAll('.', ''));
}

/** English nouns for a body of people, at the end of its name. */
const bodies =
  /(?:^|[^\p{L}])(?:committee|board|council|department|dept|division|directorate|unit|team|taskforce|task force|group|office|bureau|ministry|panel|consortium|management|leadership|pmo)s?$/u;

/** Departments that go by their subject alone. */
const departments = new Set([
  'it',
  'hr',
  'human resources',
  'finance',
  'operations',
  'marketing',
  'legal',
  '管理层',
  '领导层',
]);

/** The same in Chinese. Short endings (处, 科) also end names of people, so they need a longer word before them. */
const chineseBodies =
  /(?:委员会|董事会|理事会|监事会|领导小组|小组|工作组|专班|部门|事业部|部|中心|办公室|团队|班子|公司|集团|医院|学院|\p{Script=Han}{3}[处科局室]|(?:信息|财务|人事|医务|护理|教务|总务)[处科])$/u;

/**
 * Whether a name is that of a body and not of a person or a role: `Steering committee`, `Board of directors`, 信息中心.
 * `Chair of the board`, `Head of IT` and 信息中心主任 are somebody; so is `IT department (Dana Wu)`.
 */
export function isBody(name: string): boolean {
  const plain = folded(name);
  if (plain.length === 0 || plain.length > longest) return false;
  // What is said of the body, or its short form, stands after it: `Board of directors`, `Steering committee (SC)`.
  const abbreviated = plain.replace(/ ?[(（][a-z]{1,6}[)）]$/, '');
  const noun = abbreviated.replace(/ (?:of|for) .*$/, '');
  return departments.has(abbreviated) || bodies.test(noun) || chineseBodies.test(abbreviated);
}
