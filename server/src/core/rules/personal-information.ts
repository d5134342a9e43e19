// 个人信息: numbers that identify a private person have no place in a report that many will read.

import type { DocumentRule } from '../engine/rule'
import { rareFact } from '../facts/rare'
import { expressionOf } from '../knowledge/cue'
import * as residueWords from '../knowledge/residue.generated'
import { findIdentityNumbers, type IdentityNumber, mayHoldNumber } from '../text/identity/numbers'
import type { Word } from '../text/segmentation'

/**
 * A published contact is meant to be read: a unit's line, or somebody in office who is on duty. A label such as 手机 alone
 * excuses nothing: in 村民李某（手机138…） it is a private person's number.
 */
const contact = expressionOf(residueWords.contact)

/** A state of health, dependence or grievance that the law protects (sensitive personal information). */
const sensitive =
  /患者|精神障碍|精神病|艾滋|确诊|感染者|吸毒|戒毒|低保户|五保户|孤儿|留守儿童|残疾人|受害人|被害人|举报人|信访人|上访人|刑满释放|社区矫正/g
/** Somebody without office, by what stands before the name, and a name that ends where a clause or a predicate begins. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤'
const privatePerson = new RegExp(
  `(?:村民|居民|群众|职工|员工|学生|老人|女子|男子|户主|贫困户|低保户|五保户|患者|其[子女母父]|儿童)([${surnames}](?!某)[一-龥]{1,2})(?=[，。、；（：]|系|是|为|因|患|反映|属|家|及|和|被|于|在|的|称)`,
  'g',
)
const reach = 15

interface Found extends IdentityNumber {
  readonly isContact: boolean
}

const numbers = rareFact('identity-numbers', /[\d０-９]/, (block, text): readonly Found[] | undefined => {
  if (!mayHoldNumber(text)) return undefined
  const found = findIdentityNumbers(text, block.context.type === 'table').map(number => ({
    ...number,
    isContact: contact.test(text.slice(Math.max(0, number.start - 40), number.start)),
  }))
  return found.length ? found : undefined
})

export const personalInformation: DocumentRule = {
  id: 'personal-information',
  title: ['个人信息', 'Personal information'],
  family: 'form',
  severity: 'error',
  scope: 'document',
  messages: {
    'identity-card': {
      what: ['这里有完整的身份证号码', 'A complete identity card number'],
      why: [
        '报送件会多人传阅，身份证号泄露后无法收回',
        'A report has many readers, and a leaked number cannot be taken back',
      ],
      doNext: ['只留前2位和后3位，其余用*代替', 'Keep the first two and last three digits'],
    },
    'bank-card': {
      what: ['这里有完整的银行卡号', 'A complete bank card number'],
      why: ['金融账户是敏感个人信息', 'Accounts are sensitive personal information'],
      doNext: ['删去，或只留前4位和后4位', 'Delete it, or keep the first and last four digits'],
    },
    'identity-card-likely': {
      what: ['这里像是身份证号码', 'This looks like an identity card number'],
      why: [
        '报送件会多人传阅，身份证号泄露后无法收回',
        'A report has many readers, and a leaked number cannot be taken back',
      ],
      doNext: [
        '是身份证号就只留前2位和后3位；是别的编号，写明是什么号',
        'If it is one, keep the first two and last three digits; else say what number it is',
      ],
    },
    'bank-card-likely': {
      what: ['这里像是银行卡号', 'This looks like a bank card number'],
      why: ['金融账户是敏感个人信息', 'Accounts are sensitive personal information'],
      doNext: [
        '是个人账户就删去，或只留前4位和后4位；是单位账户，写明户名',
        'If it is a person’s, delete or mask it; if it is a unit’s, name the unit',
      ],
    },
    named: {
      what: ['“{name}”是真名，又写明是{state}', '{name} is named together with “{state}”'],
      why: [
        '健康、救助、信访等情况和姓名连在一起，就是敏感个人信息',
        'Health, relief or grievance together with a name is sensitive personal information',
      ],
      doNext: ['改为“王某某”或“村民A”，只留与工作有关的情况', 'Write 王某某 or 村民A'],
    },
    mobile: {
      what: ['这里有个人手机号码', 'A private mobile number'],
      why: ['正文中的手机号会随稿件传开', 'A number in the text travels with the report'],
      doNext: [
        '中间4位用*代替；单位联系人写在“联系电话”里',
        'Mask the middle four digits; contacts belong into the front matter',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n4月12日，柳河村王某（身份证号⟦11010519491231002X⟧）反映补贴未到账。\n',
      },
      { text: '---\n类型: 动态\n---\n\n| 姓名 | 账号 |\n|---|---|\n| 王某 | ⟦6222020000000123455⟧ |\n' },
      { text: '---\n类型: 动态\n---\n\n柳河村村民李某⟦13800138000⟧多次来访。\n' },
    ],
    good: [
      {
        text: '---\n类型: 动态\n---\n\n4月12日，柳河村王某（身份证号11*************02X）反映补贴未到账，已于4月14日发放1200元。\n',
      },
      { text: '---\n类型: 突发初报\n---\n\n现场负责人：镇长罗某某，联系电话13800138000。\n' },
    ],
  },
  sources: [
    [
      '《中华人民共和国个人信息保护法》第二十八条、第三十四条',
      'Personal Information Protection Law, articles 28 and 34',
    ],
    [
      '身份证号码校验：GB 11643-1999；银行卡号校验：ISO/IEC 7812-1（Luhn）',
      'Checksums: GB 11643-1999; ISO/IEC 7812-1',
    ],
  ],
  check(document, context) {
    for (const { block: i } of sensitiveStates.found(document)) {
      const { text } = document.block(i)
      for (const { start, end, state } of namedPeople(text, document.words(i) ?? []))
        context.report({
          at: { block: i, start, end },
          message: 'named',
          severity: 'warning',
          values: { name: text.slice(start, end), state },
        })
    }
    for (const { block: i, value } of numbers.found(document))
      for (const { kind, sure, start, end, masked, isContact } of value) {
        if (kind === 'mobile' && isContact) continue
        context.report({
          at: { block: i, start, end },
          message: sure || kind === 'mobile' ? kind : `${kind}-likely`,
          // An error stops the hand-in, so that a check digit alone never makes one.
          severity: sure ? 'error' : 'warning',
          fixes: [
            {
              title: ['用*遮住中间几位', 'Mask the middle digits'],
              edits: [{ ...context.locate(i, { start, end }), text: masked }],
              safe: true,
            },
          ],
        })
      }
  },
}

/** Whether a state that is nobody else's business is spoken of at all. */
const sensitiveStates = rareFact('sensitive-states', sensitive, ({ text }): true | undefined =>
  text.search(sensitive) >= 0 ? true : undefined,
)

/** Full names of private people within reach of a sensitive state. Words, where there are any, tell where a name ends. */
function namedPeople(text: string, words: readonly Word[]): { start: number; end: number; state: string }[] {
  const states = [...text.matchAll(sensitive)].map(hit => ({
    at: hit.index,
    end: hit.index + hit[0].length,
    word: hit[0],
  }))
  return [...text.matchAll(privatePerson)].flatMap(hit => {
    const end = hit.index + hit[0].length
    const start = end - hit[1]!.length
    if (words.some(word => word.start < end && end < word.end)) return []
    const near = states.find(state => state.at - end <= reach && start - state.end <= reach)
    return near ? [{ start, end, state: near.word }] : []
  })
}
