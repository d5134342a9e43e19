// Credits people in 拟稿人 of a report, in the shape that the writer gave it: a list stays that list, a name becomes a
// list of names, comments stay where they are. Every edit is read back before it is given away.

import { applyEdits, type TextEdit } from '../submission/text/handInFields'
import { drafters, type Person, peopleOf, personText } from '../submission/text/people'
import { authorEdits, authorKeys, listLine } from './authorEdits'
import { newHead, openHead, valuesOf } from './head'

/** What credits them: no edits where they stand there already, undefined where the head cannot be edited safely. */
export function creditEdits(text: string, people: readonly Person[]): TextEdit[] | undefined {
  const wanted = peopleOf(people.map(personText))
  const head = openHead(text)
  if (head === 'broken') return undefined
  if (!head) return wanted.length === 0 ? [] : [newHead(text, ['拟稿人:', ...wanted.map(listLine)])]
  const before = valuesOf(head)
  const known = peopleIn(before)
  const added = wanted.filter(({ name }) => known.every(other => other.name !== name))
  if (added.length === 0) return []
  const edits = authorEdits(text, head, added)
  return edits && isFaithful(text, edits, before, [...known, ...added]) ? edits : undefined
}

/** Who drafts, for the next report of the same hands: who gave a lead for this one did not. Empty where nobody is named. */
export function drafterNames(text: string): string {
  const head = openHead(text)
  return typeof head === 'object'
    ? drafters(peopleIn(valuesOf(head)))
        .map(({ name }) => name)
        .join('、')
    : ''
}

const peopleIn = (values: Readonly<Record<string, unknown>>): Person[] =>
  peopleOf(values[authorKeys.find(key => Object.hasOwn(values, key)) ?? ''])

/** Everything else reads as before, and the people are those who should be there. */
function isFaithful(
  text: string,
  edits: readonly TextEdit[],
  before: Readonly<Record<string, unknown>>,
  people: readonly Person[],
): boolean {
  const head = openHead(applyEdits(text, edits))
  if (head === undefined || head === 'broken') return false
  const after = valuesOf(head)
  const others = (values: object) =>
    JSON.stringify(Object.entries(values).filter(([key]) => !authorKeys.some(each => each === key)))
  const named = (list: readonly Person[]) => JSON.stringify(list.map(({ name, part }) => [name, part]))
  return others(before) === others(after) && named(peopleIn(after)) === named(people)
}
