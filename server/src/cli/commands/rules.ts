// `ligao rules`: the catalogue, as it is built in.

import { rules } from '../../core'
import { json } from '../format/plain'
import { choice, readOptions } from '../options'
import type { Command } from '../terminal'

export const rulesCommand: Command = {
  name: 'rules',
  summary: '列出全部规则',
  usage: '用法：ligao rules [--format text|json]',
  async run(args, terminal) {
    const format = choice(readOptions(args, { format: { type: 'string' } }), 'format', ['text', 'json'])
    if (format === 'text') {
      for (const { id, title, severity } of rules)
        terminal.out(`${id.padEnd(26)} ${severity.padEnd(12)} ${title[0]}\n`)
      return 0
    }
    const list = rules.map(
      ({ id, title, family, severity, scope, kinds, reads, options, messages, examples, sources }) => ({
        id,
        title: { zh: title[0], en: title[1] },
        family,
        severity,
        scope,
        kinds: kinds ?? null,
        reads: reads ?? [],
        options: options ?? {},
        messages: Object.fromEntries(
          Object.entries(messages).map(([key, { what, why, doNext }]) => [
            key,
            { what: what[0], why: why[0], doNext: doNext[0] },
          ]),
        ),
        examples,
        sources: (sources ?? []).map(source => source[0]),
      }),
    )
    terminal.out(json(list))
    return 0
  },
}
