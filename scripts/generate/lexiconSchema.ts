// The schema of ligao.lexicon.yaml, from the keys that its reader knows: editors with a YAML extension complete and explain.

import { phraseClasses } from '../../server/src/core/lexicon'
import { lexiconEntryKeys, lexiconKeys, lexiconRisks } from '../../server/src/core/text/phrases/lexiconFile'

const lines = { type: 'array', items: { type: 'string' } }

const entryValues: Readonly<Record<string, object>> = {
  phrase: {
    type: 'string',
    minLength: 2,
    description: '用语原文；…… 代表中间可变的几个字。\nThe phrase; … stands for a few words.',
  },
  pattern: {
    type: 'string',
    description:
      '正则表达式，与 phrase 二选一；不能用 * 和 +。\nA regular expression in place of phrase, with bounded repetition only.',
  },
  label: { type: 'string', description: '提示里怎么称呼它。\nHow it is called.' },
  class: {
    enum: phraseClasses.flatMap(({ id, title }) => [id, title[0]]),
    description: '属于哪一类套话，不写为 F。\nIts class; F when left out.',
  },
  risk: {
    enum: Object.keys(lexiconRisks),
    description: '误报风险，不写为 low。\nHow far a hit can be trusted; low when left out.',
  },
  suggestion: { type: 'string', description: '怎么改。\nWhat to write instead.' },
  bad: {
    ...lines,
    description: '应当提示的例句，可用 [[ ]] 标出位置；写错会提醒。\nLines in which it must be found.',
  },
  good: { ...lines, description: '不应提示的例句。\nLines in which it must not be found.' },
  id: { type: 'string', description: '编号。\nAn id of your own.' },
}

const entry = {
  anyOf: [
    { type: 'string', minLength: 2 },
    {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(lexiconEntryKeys).map(([written, key]) => [written, entryValues[key]]),
      ),
    },
  ],
}

const values: Readonly<Record<string, object>> = {
  allowed: {
    type: ['array', 'null'],
    items: { type: 'string', minLength: 2 },
    description: '允许用语：本单位的规范提法、活动和工程名称，不算套话。\nWordings that are never reported.',
  },
  phrases: {
    type: ['array', 'null'],
    items: entry,
    description: '自定义套话：稿件里出现就提示。\nPhrases of your own to point out.',
  },
}

export function lexiconSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'ligao.lexicon.yaml',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(lexiconKeys).map(([written, key]) => [written, values[key]]),
    ),
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}
