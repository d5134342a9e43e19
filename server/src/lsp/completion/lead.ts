// Completion in the head of a lead (线索): its own few keys, and the people who are known; a report's keys would be noise.

import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node'
import { type Bilingual, say } from '../../core'
import { formatIso } from '../../core/text/dates'
import { lineText } from '../lines'
import type { HeadRequest } from './frontMatter'
import { placed } from './place'

const keys: readonly (readonly [key: string, meaning: Bilingual])[] = [
  ['标题', ['什么事，一句话。', 'What it is about, in one line.']],
  ['提供人', ['谁提供的；插入稿件时记入拟稿人。', 'Who gives it; credited among the authors of the report.']],
  ['时间', ['什么时候的事。', 'When it happened.']],
  ['地点', ['在什么地方。', 'Where it happened.']],
]

export async function leadItems(request: HeadRequest): Promise<CompletionItem[]> {
  const { before, position, now, settings, names, document, line, language } = request
  const value = /^([^\s:：]+)\s*([:：])([ \t]*)([\s\S]*)$/.exec(before)
  if (!value) {
    if (!/^[^\s:：]*$/.test(before)) return []
    const written = new Set<string>()
    for (let i = 1; i < document.lines.starts.length && i <= 60; i++) {
      const text = lineText(document.lines, i)
      if (text.startsWith('---')) break
      if (i !== line) written.add(/^([^\s:：]+)/.exec(text)?.[1] ?? '')
    }
    return placed(
      keys
        .filter(([key]) => !written.has(key))
        .map(([key, meaning], i) => ({
          label: key,
          kind: CompletionItemKind.Property,
          documentation: say(meaning, language),
          insertText: `${key}: `,
          sortText: String(i),
        })),
      position,
      before,
    )
  }
  const lead = value[2] === ':' && value[3] === '' && value[4] === '' ? ' ' : ''
  const typed = value[4]!
    .split(/[、，,]/)
    .at(-1)!
    .trimStart()
  const offered =
    value[1] === '提供人'
      ? (await names.of('person')).slice(0, 50)
      : value[1] === '时间'
        ? [formatIso(now, settings.timeZone).slice(0, 16).replace('T', ' ')]
        : []
  return placed(
    offered
      .filter(label => label !== typed)
      .map((label, i) => ({
        label,
        kind: CompletionItemKind.EnumMember,
        insertText: lead + label,
        sortText: String(i).padStart(3, '0'),
      })),
    position,
    typed,
  )
}
