// 个人信息: numbers that identify a private person have no place in a report that many will read.

import type { DocumentRule, Fact } from '../engine/rule'
import { readable } from '../facts/text'
import { findIdentityNumbers, type IdentityNumber } from '../text/identity/numbers'

/** A published contact is meant to be read. */
const contact = /(?:电话|手机|联系人|联系方式|热线|值班|联络员|专线)[^。；\n]{0,24}$/

interface Found extends IdentityNumber {
  readonly isContact: boolean
}

const nothing: readonly Found[] = []

const numbers: Fact<readonly Found[]> = {
  id: 'identity-numbers',
  read(block) {
    const text = readable(block)
    if (!/\d(?:[ -]?\d){10}/.test(text)) return nothing
    return findIdentityNumbers(text).map(number => ({
      ...number,
      isContact: contact.test(text.slice(Math.max(0, number.start - 40), number.start)),
    }))
  },
}

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
    for (let i = 0; i < document.blockCount; i++)
      for (const { kind, start, end, masked, isContact } of document.fact(numbers, i)) {
        if (kind === 'mobile' && isContact) continue
        context.report({
          at: { block: i, start, end },
          message: kind,
          severity: kind === 'mobile' ? 'warning' : 'error',
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
