// Numbers of private people, and numbers that only look like them, in the company that they keep in reports. The table has
// places for numbers ({ID}, {CARD}, {MOBILE} and their ways of being written); each row is read with several of each.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalyzer, defaultSettings, openDraft, rules } from '../../server/src/core'

/** The same numbers on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkOf = (body: string) =>
  '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11]!

const luhn = (body: string): string => {
  for (let last = 0; last < 10; last++) {
    let sum = 0
    const digits = body + last
    for (let i = 0; i < digits.length; i++) {
      const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1)
      sum += digit > 9 ? digit - 9 : digit
    }
    if (sum % 10 === 0) return digits
  }
  return body
}

function numbers(seed: number): Record<string, () => string> {
  const random = createRandom(seed)
  const digits = (count: number) => Array.from({ length: count }, () => random(10)).join('')
  const two = (from: number, to: number) => String(from + random(to - from + 1)).padStart(2, '0')
  const body = () =>
    `${['11', '32', '43', '51', '62'][random(5)]}${two(1, 20)}${two(1, 29)}19${two(40, 99)}${two(1, 12)}${two(1, 28)}${digits(3)}`
  const id = () => {
    const made = body()
    return made + checkOf(made)
  }
  const card = () => luhn(`62${digits(random(2) ? 14 : 16)}`.slice(0, random(2) ? 15 : 18))
  const mobile = () => `1${3 + random(7)}${digits(9)}`
  const full = (text: string) => text.replace(/\d/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
  const hidden = (text: string) => `${text.slice(0, 4)}\u200b${text.slice(4, 8)}\u2060${text.slice(8)}`
  const off = (text: string) => text.slice(0, -1) + ((Number(text.at(-1)) || 0) === 5 ? 6 : 5)
  const wrong = (make: () => string, good: (text: string) => boolean) => {
    let text = off(make())
    while (good(text)) text = off(make())
    return text
  }
  return {
    ID: id,
    'ID!': () => wrong(id, text => checkOf(text.slice(0, 17)) === text[17]),
    IDFULL: () => full(id()),
    IDZW: () => hidden(id()),
    IDCODE: () => {
      // A code whose last figure happens to be the check figure, as one in eleven has it.
      let made = id()
      while (made.endsWith('X')) made = id()
      return made
    },
    CARD: card,
    'CARD!': () => wrong(card, text => luhn(text.slice(0, -1)) === text),
    CARDFULL: () => full(card()),
    CARDCODE: () => luhn(`9${digits(16)}`),
    CARD4444: () => luhn(`62${digits(13)}`).replace(/(\d{4})(?=\d)/g, '$1 '),
    MOBILE: mobile,
    MOBILEFULL: () => full(mobile()),
    MOBILEZW: () => hidden(mobile()),
    MOBILE34: () => mobile().replace(/^(\d{3})(\d{4})/, '$1 $2 '),
    'MOBILE3-4-4': () => mobile().replace(/^(\d{3})(\d{4})/, '$1-$2-'),
  }
}

const kindOf = (what: string) =>
  what.includes('身份证')
    ? 'identity-card'
    : what.includes('银行卡')
      ? 'bank-card'
      : what.includes('手机')
        ? 'mobile'
        : what

const analyze = createAnalyzer(rules.filter(({ id }) => id === 'personal-information'))

function found(body: string): string {
  const report = analyze(openDraft(`---\n类型: 动态\n---\n\n${body}\n`), {
    settings: defaultSettings,
    now: 0,
  })
  assert.deepEqual(report.failures, [])
  return report.findings.map(({ what, severity }) => `${kindOf(what[0])}:${severity}`).join(';')
}

describe('numbers of private people', () => {
  const rows = readFileSync(join(__dirname, '../fixtures/editor/identity.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .filter(line => line !== '')
    .map(line => line.split('\t') as [string, string])

  for (const [text, expected] of rows)
    it(`${expected || 'nothing'} in ${text}`, () => {
      for (let seed = 1; seed <= 20; seed++) {
        const make = numbers(seed)
        const body = text
          .replace(/⏎/g, '\n')
          .replace('{ID6} {ID8} {ID4}', () => make.ID!().replace(/^(.{6})(.{8})/, '$1 $2 '))
          .replace(/\{([A-Z!0-9-]+)\}/g, (_, name: string) => make[name]!())
        assert.equal(found(body), expected, body)
      }
    })
})
