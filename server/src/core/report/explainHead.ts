// Adds one entry to the head of a draft, or a head where there is none: what can be known is filled in, the rest is a gap.

import type { Draft } from '../document/document'
import type { FrontMatterKey } from '../document/head'
import type { DocumentView } from '../engine/rule'
import type { Fix } from '../types'
import { type KindId, kindById, kinds, type Stage, stageLabel } from './kinds'

interface Known {
  readonly kind: KindId
  readonly stage: Stage | undefined
  readonly unit: string
}

/** Undefined where the head cannot be read: first it has to be mended. */
export function headFix(
  draft: Draft,
  view: DocumentView,
  key: FrontMatterKey,
  known: Known,
): Fix | undefined {
  if (draft.frontMatter?.problems.length) return undefined
  const line = `${key}: ${valueFor(key, view, known)}`
  const title: Fix['title'] = [`在文首补上${key}`, `Add ${key} at the top`]
  if (draft.frontMatter) {
    const at = draft.frontMatter.inner.end
    return { title, edits: [{ start: at, end: at, text: `${line}\n` }], snippet: true }
  }
  const at = draft.text.slice(0, 1) === '\uFEFF' ? 1 : 0
  return { title, edits: [{ start: at, end: at, text: `---\n${line}\n---\n\n` }], snippet: true }
}

function valueFor(key: FrontMatterKey, view: DocumentView, { kind, stage, unit }: Known): string {
  if (key === '类型') {
    const likely = `${kindById[kind].name}${stage ? stageLabel[stage][0] : ''}`
    return `\${1|${[likely, ...kindNames.filter(name => name !== likely)].join(',')}|}`
  }
  if (key === '单位' && unit) return `\${1:${masked(unit)}}`
  const title = key === '标题' ? titleOf(view) : ''
  return title ? `\${1:${masked(title)}}` : '$1'
}

/** As they are written behind 类型, emergencies by their stage. */
const kindNames: readonly string[] = kinds.flatMap(({ id, name }) =>
  id === 'emergency' ? Object.values(stageLabel).map(([stage]) => `${name}${stage}`) : [name],
)

const masked = (text: string) => text.replace(/[\\$}]/g, '\\$&')

function titleOf(view: DocumentView): string {
  for (let i = 0; i < Math.min(view.blockCount, 3); i++) {
    const { context, heading } = view.block(i)
    // A colon or a quotation mark would need YAML's own marks around the title.
    if (context.type === 'heading' && heading && !/[:#'"[\]{}&*!|>%@`]/.test(heading.text))
      return heading.text.trim()
  }
  return ''
}
