// 涉密标志: a draft that carries a classification mark must not be on this machine at all. The mark is never echoed.

import type { DocumentRule } from '../engine/rule'
import { rareFact } from '../facts/rare'
import { isMarkLine, namesLevel } from '../text/classification'
import type { Span } from '../types'

const cue = /[绝絕机機秘].{0,8}密|\ufffc|内部资料|内部文件|不得外传|仅供领导|传阅后收回/
/** 秘密★1年, 机密 ★ 启用前: the place of a mark in its line, where it is written in the usual way. */
const starred = /(?:绝密|机密|秘密)级?[ \t　]*[★☆＊*][ \t　]*(?:\d{1,2}[ \t]*年|长期|启用前)?/g
const internal =
  /内部资料[ \t　，,]*注意保[存管密]|内部文件[ \t　，,]*(?:注意|不得|严禁)|不得外传|仅供领导参阅|传阅后收回/g

interface Marks {
  readonly secret: readonly Span[]
  readonly internal: readonly Span[]
}

const marks = rareFact('classification-marks', cue, (block, text): Marks | undefined => {
  if (!cue.test(text)) return undefined
  const secret = holdsMark(text, block.source) ? markSpans(text) : []
  const warned = spans(text, internal)
  return secret.length || warned.length ? { secret, internal: warned } : undefined
})

/** A character reference is no letter in the prose of a block (U+FFFC); its source holds it. */
const holdsMark = (text: string, source: string): boolean =>
  text.split('\n').some(isMarkLine) || (text.includes('\ufffc') && source.split('\n').some(isMarkLine))

function markSpans(text: string): Span[] {
  const found = spans(text, starred)
  return found.length > 0 ? found : [{ start: 0, end: text.length }]
}

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(hit => ({ start: hit.index, end: hit.index + hit[0].length }))
}

export const classifiedContent: DocumentRule = {
  id: 'classified-content',
  title: ['涉密标志', 'Classification mark'],
  family: 'form',
  severity: 'error',
  scope: 'document',
  messages: {
    secret: {
      what: ['这里有国家秘密标志', 'There is a classification mark here'],
      why: [
        '涉密内容不得在非涉密计算机上存储、处理，也不得经互联网传递',
        'Classified content must not be kept or processed on this machine, nor sent over public networks',
      ],
      doNext: [
        '立即停止编辑和报送，不要复制、外发，断开网络，联系本单位保密办',
        'Stop now, do not copy or send it, disconnect, and call your security office',
      ],
    },
    declared: {
      what: ['“密级”写明为涉密', 'The front matter declares the draft classified'],
      why: ['涉密信息只能走机要渠道或涉密网络', 'Classified information has its own channels'],
      doNext: [
        '停止在本机处理，联系本单位保密办；确不涉密的改为“非涉密”',
        'Stop here and call your security office; write 非涉密 if it is not classified',
      ],
    },
    internal: {
      what: ['这里写着内部控制用语', 'This is marked for internal use'],
      why: ['带内部警示字样的材料不得上互联网', 'Material marked internal must not go on the internet'],
      doNext: [
        '确认报送渠道是内网；不需要的话删去',
        'Make sure the channel is an internal one, or delete it',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 专报\n---\n\n⟦秘密★1年⟧\n\n# 关于库区防汛值守的情况\n\n4月26日，县水利局核查水库3座。\n',
        kind: 'special',
      },
      {
        text: '---\n类型: 专报\n密级: ⟦机密⟧\n---\n\n# 关于库区防汛值守的情况\n\n4月26日，县水利局核查水库3座。\n',
        kind: 'special',
      },
    ],
    good: [
      {
        text: '---\n类型: 专报\n密级: 非涉密\n---\n\n4月26日，县保密局到青石镇检查，抽查电脑12台，未发现处理国家秘密、商业秘密的情况。\n',
        kind: 'special',
      },
      {
        text: '---\n类型: 动态\n---\n\n4月26日，青石镇组织43名干部学习《中华人民共和国保守国家秘密法》，逐条讲解绝密、机密、秘密三级的划分。\n',
      },
    ],
  },
  sources: [
    [
      '《中华人民共和国保守国家秘密法》（2024年修订）第二十九条、第三十一条',
      'Law on Guarding State Secrets (2024), articles 29 and 31',
    ],
    [
      '《保守国家秘密法实施条例》（2024年修订）第二十一条',
      'Regulations implementing the law (2024), article 21',
    ],
  ],
  check(document, context) {
    const declared = document.frontMatter?.entries.get('密级')
    if (declared?.list.some(namesLevel)) context.report({ at: { key: '密级' }, message: 'declared' })
    for (const { block: i, value: found } of marks.found(document)) {
      for (const span of found.secret) context.report({ at: { block: i, ...span }, message: 'secret' })
      for (const span of found.internal)
        context.report({ at: { block: i, ...span }, message: 'internal', severity: 'warning' })
    }
  },
}
