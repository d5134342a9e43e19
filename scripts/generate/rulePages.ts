// One documentation page per rule, from the rule's own metadata and executed examples.

import { type Bilingual, kindById, type Rule } from '../../server/src/core'

const severityNames = { error: '错误', warning: '警告', information: '提示', hint: '建议' } as const
const familyNames = {
  generic: '套话空话',
  data: '缺数据',
  analysis: '缺问题分析',
  deadline: '时限',
  form: '形式与安全',
} as const

const quoted = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n')
/** No emphasis: Markdown does not see it between Chinese characters and brackets. */
const marked = (text: string) => text.replace(/⟦/g, '【').replace(/⟧/g, '】')
/** Front matter in a quotation would read as a line and a heading. */
const shown = (text: string) =>
  text.startsWith('---\n')
    ? `\`\`\`markdown\n${text.replace(/[⟦⟧]/g, '').trimEnd()}\n\`\`\``
    : quoted(marked(text))

export function rulePage(rule: Rule): string {
  const lines: string[] = [
    `# ${rule.title[0]}（${rule.id}）`,
    '',
    `类别：${familyNames[rule.family]}；默认级别：${severityNames[rule.severity]}；适用：${
      rule.kinds ? rule.kinds.map(kind => kindById[kind].name).join('、') : '各类信息'
    }。（${rule.title[1]}）`,
    '',
    '## 会提示什么',
    '',
    ...Object.values(rule.messages).flatMap(messageLines),
    '',
    '## 例子',
    '',
  ]
  rule.examples.bad.forEach((example, i) => {
    lines.push(`改前${rule.examples.bad.length > 1 ? `（${i + 1}）` : ''}：`, '', shown(example.text), '')
    if (example.mended) lines.push('改后：', '', shown(example.mended), '')
  })
  for (const example of rule.examples.good) lines.push('这样写不会提示：', '', shown(example.text), '')
  const options = Object.entries(rule.options ?? {})
  if (options.length) {
    lines.push('## 选项', '', '| 选项 | 默认 | 含义 |', '|---|---|---|')
    for (const [name, option] of options)
      lines.push(`| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.description[0]} |`)
    lines.push('')
  }
  if (rule.sources?.length) lines.push('## 依据', '', ...rule.sources.map(source => `- ${source[0]}`), '')
  lines.push(
    '## 不想要这条提示',
    '',
    `- 只这一处：上一行写 \`<!-- ligao-disable-next-line ${rule.id} 原因 -->\``,
    `- 整篇：文首写 \`停用规则: [${rule.id}]\``,
    `- 整个工作区：在 \`ligao.config.yaml\` 写 \`rules: { ${rule.id}: off }\``,
    '',
  )
  return `${lines.join('\n').trimEnd()}\n`
}

export function ruleIndex(rules: readonly Rule[]): string {
  const lines = ['# 规则', '', '| 规则 | 名称 | 类别 | 默认级别 |', '|---|---|---|---|']
  for (const { id, title, family, severity } of rules)
    lines.push(`| [${id}](${id}.md) | ${title[0]} | ${familyNames[family]} | ${severityNames[severity]} |`)
  lines.push('', '报送时限有哪几条规定可选，见[时限表](limits.md)。')
  return `${lines.join('\n')}\n`
}

/** What a message leaves to the place, such as the reason why a phrase is empty, is not said here. */
function messageLines({ what, why, doNext }: Rule['messages'][string]): string[] {
  const said = ([label, text]: readonly [string, Bilingual]) =>
    isSaid(text) ? [`${label}：${tidy(text[0])}。`] : []
  const rest = [['为什么', why] as const, ['怎么改', doNext] as const].flatMap(said)
  if (!isSaid(what) && rest.length === 0) return ['- 提示里写明是哪几个字、为什么不好、怎么改。']
  return [`- **${tidy(what[0])}**`, ...rest].map(
    (line, i, all) => `${i > 0 ? '  ' : ''}${line}${i < all.length - 1 ? '  ' : ''}`,
  )
}

const isSaid = ([text]: Bilingual) => /[\u4E00-\u9FFF].*[\u4E00-\u9FFF]/.test(tidy(text))

function tidy(text: string): string {
  return text.replace(/\{(\w+)\}/g, '…').replace(/[。；]$/, '')
}
