// Prefix snippets: every template as one, and the small forms that a report needs again and again.

import { fillTemplate } from '../../client/src/templates/template'

interface Snippet {
  readonly prefix: readonly string[]
  readonly body: readonly string[]
  readonly description: string
}

/** Template name → its short prefix, pinyin initials. */
const templatePrefixes: Readonly<Record<string, string>> = {
  动态: 'zw-dt',
  突发初报: 'zw-cb',
  突发续报: 'zw-xb',
  突发终报: 'zw-zb',
  问题: 'zw-wt',
  经验: 'zw-jy',
  综合: 'zw-zh',
  调研: 'zw-dy',
  建议: 'zw-jianyi',
  舆情: 'zw-yq',
  专报: 'zw-zhuanbao',
  总结: 'zw-zj',
  简报: 'zw-jb',
}

const forms: Readonly<Record<string, Snippet>> = {
  措施: {
    prefix: ['zw-cs', '措施'],
    body: [
      '由${1:【填：责任单位】}牵头、${2:【填：配合单位】}配合，${3:【填：月日】}前${4:【填：做什么】}，达到${5:【填：验收标准】}。',
    ],
    description: '一条措施：谁牵头、何时完成、达到什么标准',
  },
  同比: {
    prefix: ['zw-tb', '同比'],
    body: [
      '${1:【填：指标】}${2:【填：本期数】}，比上年同期（${3:【填：上年同期数】}）${4|增加,减少|}${5:【填：差额】}、${6|增长,下降|}${7:【填：几】}%',
    ],
    description: '与上年同期比：两个数、差额、幅度',
  },
  比率: {
    prefix: ['zw-bl', '完成率'],
    body: ['应${1:【填：应完成数】}、实${2:【填：实际完成数】}，完成率${3:【填：几】}%'],
    description: '比率：写清分母和分子',
  },
  其中: {
    prefix: ['zw-qz', '其中'],
    body: [
      '共${1:【填：总数】}，其中${2:【填：一项】}${3:【填：数】}、${4:【填：另一项】}${5:【填：数】}、其他${6:【填：数】}',
    ],
    description: '合计和分项，分项加起来等于合计',
  },
  问题: {
    prefix: ['zw-wtt', '一条问题'],
    body: [
      '（${1|一,二,三,四|}）${2:【填：问题】}。${3:【填：多少、占几成】}。如${4:【填：一个具体的村、单位或事例】}。原因是${5:【填：可核实的原因】}。',
    ],
    description: '一条问题：数据、实例、原因',
  },
  满意度: {
    prefix: ['zw-myd', '满意度'],
    body: [
      '${1:【填：调查单位】}${2:【填：月日】}调查（有效样本${3:【填：几】}份），满意率${4:【填：几】}%，比上年同期（${5:【填：几】}%）${6|提高,下降|}${7:【填：几】}个百分点',
    ],
    description: '满意度：谁调查、样本多少、与上期比',
  },
  表格: {
    prefix: ['zw-bg', '台账表'],
    body: [
      '| 序号 | 问题 | 措施 | 责任单位 | 完成时限 |',
      '|---:|---|---|---|---|',
      '| 1 | ${1:【填：问题】} | ${2:【填：措施】} | ${3:【填：责任单位】} | ${4:【填：月日】} |',
    ],
    description: '问题整改台账',
  },
}

const today = '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE'
const monthAndDay = '${CURRENT_MONTH/^0//}月${CURRENT_DATE/^0//}日'

/** VS Code knows what day it is when the snippet is put in. */
const dated = (template: string) => template.replaceAll('{{今天}}', today).replaceAll('{{月日}}', monthAndDay)

/** The content of snippets/markdown.code-snippets. */
export function snippetFile(templates: ReadonlyMap<string, string>): string {
  const all: Record<string, Snippet> = {}
  for (const [name, template] of templates) {
    const prefix = templatePrefixes[name]
    if (!prefix) throw new Error(`no prefix for the template ${name}`)
    all[`模板：${name}`] = {
      prefix: [prefix, `${name}模板`],
      body: fillTemplate(dated(template), {}).trimEnd().split('\n'),
      description: `一篇${name}的结构`,
    }
  }
  for (const [name, snippet] of Object.entries(forms)) all[name] = snippet
  return `${JSON.stringify(all, null, 2)}\n`
}
