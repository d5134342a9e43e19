// A first report as a person writes it, with nothing but the keyboard: every action is counted, a typed fact is none.
import assert from 'node:assert/strict'
import {
  ConfigurationTarget,
  DiagnosticSeverity,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import { findingsOf, ruleOf, waitForFindings } from './findings'
import { press, typeText } from './person'
import { waitFor } from './wait'

const LIMIT = 25

/** A keypress or chord is one action, and so is a word typed only to choose from a list. A typed fact is none. */
export function counted() {
  const actions: string[] = []
  return {
    actions,
    async key(name: string) {
      actions.push(name)
      await press(name)
    },
    async choose(words: string) {
      actions.push(`“${words}”`)
      await typeText(words)
    },
    fact: typeText,
  }
}

/** What the writer knows, in the order in which the tab stops ask for it. */
export const facts = (hour: number) => [
  `${hour}:10`,
  `${hour}:25`,
  '云岭县青石镇石板沟村三组后山',
  '山体滑坡',
  '石板沟村党支部书记何建国',
  `${hour}时40分`,
  '无人员伤亡',
  '村道中断40米，农田受损3亩，损失初步统计12万元',
  '正在调查',
  `${hour}时35分`,
  '副镇长陈立',
  '14',
  '转移山脚群众4户12人，在村道两端设置警戒',
  '副镇长陈立',
  '0871-5550123',
  '坡体仍有掉块，暂不需要支援',
]

export async function shownDraft(): Promise<TextDocument> {
  const isDraft = () => {
    const document = window.activeTextEditor?.document
    return document?.languageId === 'markdown' && document.getText().includes('【填') ? document : undefined
  }
  return waitFor([window.onDidChangeActiveTextEditor, workspace.onDidChangeTextDocument], isDraft, () =>
    String(window.activeTextEditor?.document.getText()),
  )
}

const hourIn = (timeZone: string) =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(new Date()))

let zone = 'Asia/Shanghai'

/** In the first hour of a day no hour of that day has passed: the report is then written an hour further east. */
export async function useZoneWithPassedHour(): Promise<void> {
  if (hourIn(zone) > 0) return
  zone = 'Asia/Tokyo'
  await workspace.getConfiguration('ligao').update('timeZone', zone, ConfigurationTarget.Global)
}

/** An hour of today that has passed, in the zone of the report. */
export const passedHour = () => hourIn(zone) - 1

/** What a saved draft says is remembered for the next one, so the next one waits for the saving. */
export async function saved(document: TextDocument): Promise<void> {
  await waitFor(
    [workspace.onDidSaveTextDocument],
    () => (document.isDirty ? undefined : true),
    () => `the saving of ${document.uri.path}`,
  )
}

/** The draft has been looked at as it now stands, and nothing is wrong with it. */
export async function noErrors(document: TextDocument): Promise<void> {
  await waitFor(
    [workspace.onDidChangeTextDocument],
    () => (document.getText().includes('【填') ? undefined : true),
    () => document.getText(),
  )
  // An unfilled gap was an error before: that none is left says that the filled text has been looked at.
  const left = await waitForFindings(document.uri, findings =>
    findings.every(
      each => each.severity !== DiagnosticSeverity.Error && ruleOf(each) !== 'unfilled-placeholder',
    ),
  )
  assert.deepEqual(
    left.map(ruleOf).filter(rule => rule !== 'front-matter'),
    [],
  )
  assert.deepEqual(
    languages.getDiagnostics(document.uri).filter(({ severity }) => severity === DiagnosticSeverity.Error),
    [],
  )
  assert.equal(findingsOf(document.uri).length, left.length)
}

export function tell(actions: readonly string[], began: number): void {
  console.log(
    `        ${actions.length} key actions besides the facts, ${Math.round((Date.now() - began) / 1000)} s: ${actions.join(' ')}`,
  )
  assert.ok(actions.length < LIMIT, `${actions.length} key actions`)
}
