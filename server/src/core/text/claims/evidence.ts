// What backs a claim without being a figure: something that happened and can be looked up.

import { expressionOf } from '../../knowledge/cue'
import * as evidence from '../../knowledge/evidence.generated'
import { createGate } from '../gate'

/** Passed, opened, awarded, issued: an event with a place in the files. */
const event = expressionOf(evidence.event)

/** All of them, or not one: exact without a number. What was put right or settled is not: of how many is the question. */
const exact = expressionOf(evidence.exact)

/** 例如、以……为例 with something behind it. */
const example =
  /(?:例如|比如|譬如|以[^，。；：]{2,18}为例|(?<![诸正犹])如[^，。；：意何果此同常期实]{1,3}(?:[镇乡村县区市]|公司|街道|社区))/

/** 详见附件2、见下表: the figures stand elsewhere and it is said where. */
const reference = expressionOf(evidence.reference)

const nobody = /[^，。；：]{0,6}(?:一大?批|一些|若干|多个|许多|不少|众多)[^，。；：]{0,40}/g

const { scan, bit } = createGate({ event, exact, example, nobody, reference })
const facts = bit.event | bit.exact | bit.example

export function hasCheckableFact(sentence: string): boolean {
  const cues = scan(sentence)
  if ((cues & facts) === 0) return false
  // 一批项目竣工投产: an event of nobody in particular cannot be looked up.
  const named = cues & bit.nobody ? sentence.replace(nobody, '') : sentence
  return (
    ((cues & bit.event || named !== sentence) && event.test(named)) ||
    ((cues & bit.exact) !== 0 && exact.test(sentence)) ||
    ((cues & bit.example) !== 0 && example.test(sentence))
  )
}

/** A sentence that is an item of a list, a later item of one, or turns to another topic: figures there are of its own matter. */
export const itemStart = new RegExp(`^(?:${evidence.itemStart.source})`)
export const laterItem = new RegExp(`^(?:${evidence.laterItem.source})`)
export const newTopic = new RegExp(`^(?:${evidence.newTopic.source})`)

export function pointsToFigures(sentence: string): boolean {
  return (scan(sentence) & bit.reference) !== 0 && reference.test(sentence)
}

/** 如下：, ……： the following block carries what is said here. */
export function leadsOn(sentence: string): boolean {
  return /[：:—]\s*$/.test(sentence) || /如下[。：]?\s*$/.test(sentence)
}
