// The list of generated files and their content, computed without touching the disk so that a test can compare.

import { readdirSync } from 'node:fs'
import path from 'node:path'
import { rules } from '../../server/src/core'
import { knowledgeSchema } from '../knowledge/schema'
import { lexiconSchema } from './lexiconSchema'
import { limitsPage } from './limitsPage'
import { ruleIndex, rulePage } from './rulePages'
import { configSchema, manifestWithSettings, settingTexts } from './settings'
import { snippetFile } from './snippets'

/** Folders that hold nothing but generated files. */
export const generatedFolders = ['server/docs/rules'] as const

export function generatedFiles(read: (file: string) => string): Map<string, string> {
  const files = new Map<string, string>()
  files.set('package.json', manifestWithSettings(read('package.json')))
  files.set('package.nls.json', settingTexts(read('package.nls.json'), 'zh'))
  files.set('package.nls.en.json', settingTexts(read('package.nls.en.json'), 'en'))
  files.set('docs/config.schema.json', configSchema())
  files.set('docs/lexicon.schema.json', lexiconSchema())
  files.set('docs/knowledge.schema.json', `${JSON.stringify(knowledgeSchema, null, 2)}\n`)
  files.set('snippets/markdown.code-snippets', snippetFile(templates(read)))
  for (const rule of rules) files.set(`server/docs/rules/${rule.id}.md`, rulePage(rule))
  files.set('server/docs/rules/README.md', ruleIndex(rules))
  files.set('server/docs/rules/limits.md', limitsPage())
  return files
}

const templateFolder = 'snippets/templates'

function templates(read: (file: string) => string): Map<string, string> {
  const names = readdirSync(path.resolve(__dirname, '../..', templateFolder)).filter(name =>
    name.endsWith('.md'),
  )
  return new Map(names.sort().map(name => [name.replace(/\.md$/, ''), read(`${templateFolder}/${name}`)]))
}
