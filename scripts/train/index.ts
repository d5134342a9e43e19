// `npm run train`: makes the clause model (`server/model/clauses.json`) and says honestly what it is worth. Wants the official
// texts and the labelled real texts beside the project (`../shared`), and reads no document of the locked third.
//
//   npm run train               measure by cross-validation, train on everything open, write
//   npm run train -- --curve    besides, how the answer depends on how many documents were labelled
//   npm run train -- --check    measure only

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type LabelledDraft, readDrafts } from '../../test/eval/sentences'
import { countWords, readBackground } from './background'
import { Space } from './bags'
import { createCourse } from './course'
import { knowledgeOf } from './knowledge'
import { lawSentences } from './law'
import { measure, tableOf } from './measured'
import { nearestClasses } from './nearest'
import { weakSentences } from './weak'

const root = path.resolve(__dirname, '../..')
const shared = process.env.LIGAO_SHARED ?? path.resolve(root, '../shared')
const target = path.join(root, 'server/model')

const vocabularySize = 20_000
const scales = { characters: 1, words: 1, vectors: 0.25, traits: 0.5 }

function main() {
  const texts = readBackground(path.join(shared, 'background'))
  const drafts = readDrafts({ root, shared: path.join(shared, 'corpus') }, false)
  if (!texts || !drafts.some(({ source }) => source === 'real2')) {
    console.error(
      `Nothing was trained: the texts are not there. Put the official texts at ${path.join(shared, 'background')} and the labelled real texts at ${path.join(shared, 'corpus')} (or name the folder that holds both in LIGAO_SHARED). The committed model goes on working without them.`,
    )
    process.exitCode = 1
    return
  }
  const counted = countWords(texts, vocabularySize)
  const knowledge = knowledgeOf(
    counted,
    texts.map(({ kind }) => kind),
  )
  const space = new Space(counted.vocabulary, knowledge, scales)
  const nearest = nearestClasses(path.join(root, 'server/lexicons'), counted.vocabulary, knowledge)
  const course = createCourse(space, nearest, drafts, lawSentences(texts), weakSentences(texts))
  const measured = measure(course, drafts)
  console.log(tableOf(measured))
  if (process.argv.includes('--curve')) curve(course, drafts)
  if (process.argv.includes('--check')) return
  const model = course.train(drafts, measured.threshold)
  mkdirSync(target, { recursive: true })
  writeFileSync(path.join(target, 'clauses.json'), `${JSON.stringify(model)}\n`)
  writeFileSync(path.join(target, 'measured.json'), `${JSON.stringify(measured, undefined, 2)}\n`)
  console.log(`Written: ${path.relative(root, target)}/clauses.json and measured.json`)
}

/** The same measure with a quarter, half and three quarters of the other documents to learn from. */
function curve(course: ReturnType<typeof createCourse>, drafts: readonly LabelledDraft[]) {
  for (const share of [0.25, 0.5, 0.75]) {
    console.log(`\nLearning from ${share * 100} % of the documents`)
    console.log(tableOf(measure(course, drafts, share)))
  }
}

main()
