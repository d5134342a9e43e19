// Questions asked one after the other, with "2/3" in the title and a way back. Cancelling any of them cancels all.

import * as vscode from 'vscode'
import { listOf } from '../notify'

export type Answers = Record<string, string>

export interface Question {
  readonly key: string
  readonly title: string
  readonly placeholder?: string
  /** A list to choose from, or a text to type. May depend on earlier answers; undefined skips the question. */
  readonly choices?: (
    answers: Answers,
  ) => readonly Choice[] | undefined | Promise<readonly Choice[] | undefined>
  readonly value?: (answers: Answers) => string
  readonly validate?: (value: string) => string | undefined
  readonly skip?: (answers: Answers) => boolean
}

export interface Choice {
  readonly label: string
  readonly description?: string
  readonly value: string
}

const back = Symbol('back')

/** The answers by key, or undefined when the writer pressed Escape. */
export async function ask(questions: readonly Question[]): Promise<Answers | undefined> {
  const answers: Answers = {}
  const path: number[] = []
  for (let step = 0; step < questions.length; ) {
    const question = questions[step]!
    const choices = question.skip?.(answers) ? undefined : await question.choices?.(answers)
    if (question.skip?.(answers) || (question.choices && !choices)) {
      step++
      continue
    }
    const total = questions.filter(each => !each.skip?.(answers)).length
    const position = { step: path.length + 1, total: Math.max(total, path.length + 1), back: path.length > 0 }
    const answer = choices ? await pick(question, choices, position) : await type(question, answers, position)
    if (answer === undefined) return undefined
    if (answer === back) {
      step = path.pop()!
      continue
    }
    answers[question.key] = answer
    path.push(step)
    step++
  }
  return answers
}

interface Position {
  readonly step: number
  readonly total: number
  readonly back: boolean
}

function pick(
  question: Question,
  choices: readonly Choice[],
  position: Position,
): Promise<string | typeof back | undefined> {
  const input = listOf(choices)
  input.matchOnDescription = true
  return shown(input, question, position, () => input.activeItems[0]?.item.value)
}

function type(
  question: Question,
  answers: Answers,
  position: Position,
): Promise<string | typeof back | undefined> {
  const input = vscode.window.createInputBox()
  input.value = question.value?.(answers) ?? ''
  input.onDidChangeValue(value => {
    input.validationMessage = question.validate?.(value)
  })
  return shown(input, question, position, () => {
    input.validationMessage = question.validate?.(input.value)
    return input.validationMessage ? undefined : input.value.trim()
  })
}

function shown(
  input: vscode.QuickPick<vscode.QuickPickItem & { item: Choice }> | vscode.InputBox,
  question: Question,
  position: Position,
  read: () => string | undefined,
): Promise<string | typeof back | undefined> {
  input.title = question.title
  input.placeholder = question.placeholder
  input.step = position.step
  input.totalSteps = position.total
  input.ignoreFocusOut = true
  input.buttons = position.back ? [vscode.QuickInputButtons.Back] : []
  return new Promise(resolve => {
    const finish = (answer: string | typeof back | undefined) => {
      resolve(answer)
      input.dispose()
    }
    input.onDidAccept(() => {
      const answer = read()
      if (answer !== undefined) finish(answer)
    })
    input.onDidTriggerButton(() => finish(back))
    input.onDidHide(() => finish(undefined))
    input.show()
  })
}
