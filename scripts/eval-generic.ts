// Measures generic phrasing against labelled sentences: the shared corpus where it exists, and the project's own.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalize } from '../server/src/core/document/normalize'
import { readKind } from '../server/src/core/report/kinds'
import { judgeSentence, type SentenceContext } from '../server/src/core/text/phrases/judge'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const verbose = process.argv.includes('--list')

interface Row {
  readonly id: string
  readonly sentence: string
  readonly generic: boolean
  readonly context: SentenceContext
  readonly sure: boolean
}

function corpusRows(): Row[] {
  const file = join(root, '..', 'shared', 'corpus', 'sentences.tsv')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map(line => {
      const [id, sentence, generic, , , , , confidence] = line.split('\t')
      const heading = /^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)[^。；]*$/.test(
        sentence!.trim(),
      )
      return {
        id: id!,
        sentence: sentence!,
        generic: generic === '1',
        sure: confidence === 'high',
        context: heading ? { position: 'heading' } : {},
      }
    })
}

export function ownRows(): Row[] {
  const file = join(root, 'test', 'core', 'phrases', 'own-sentences.tsv')
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map((line, index) => {
      const [place, , marked] = line.split('\t')
      const [kind, position, role] = place!.split('/')
      const context = {
        kind: readKind(kind!)?.kind.id,
        position,
        ...(role === '-' ? {} : { sectionRole: role }),
      } as SentenceContext
      return {
        id: String(index + 1),
        sentence: marked!.replaceAll('[[', '').replaceAll(']]', ''),
        generic: marked!.includes('[['),
        sure: true,
        context,
      }
    })
}

function score(name: string, rows: readonly Row[]) {
  let hit = 0
  let wrong = 0
  let missed = 0
  for (const row of rows) {
    const text = normalize(row.sentence)
    const findings = judgeSentence(text, row.context)
    const said = findings.map(f => `${f.entries.join('+')}:${text.slice(f.start, f.end)}`).join(' | ')
    if (findings.length > 0 && row.generic) hit++
    else if (findings.length > 0) {
      wrong++
      if (verbose) console.log(`  wrong  ${row.id} ${said}\n         ${text.slice(0, 160)}`)
    } else if (row.generic) {
      missed++
      if (verbose) console.log(`  missed ${row.id} ${text.slice(0, 200)}`)
    }
  }
  const precision = hit / (hit + wrong || 1)
  const recall = hit / (hit + missed || 1)
  console.log(
    `${name}: ${rows.length} sentences, precision ${precision.toFixed(3)} (${wrong} wrong), recall ${recall.toFixed(3)} (${missed} missed of ${hit + missed})`,
  )
}

const corpus = corpusRows()
if (corpus.length) {
  score(
    'corpus, high confidence',
    corpus.filter(row => row.sure),
  )
  score(
    'corpus, low confidence',
    corpus.filter(row => !row.sure),
  )
} else console.log('no shared corpus here: own sentences only')
score('own sentences', ownRows())
