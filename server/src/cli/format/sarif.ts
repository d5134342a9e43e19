// SARIF 2.1.0, for programs that collect findings of many tools.

import { type Rule, say } from '../../core'
import { json } from './plain'
import type { FileResult } from './result'

const level = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const

export function formatSarif(results: readonly FileResult[], rules: readonly Rule[]): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'ligao',
            rules: rules.map(rule => ({
              id: rule.id,
              name: rule.title[1],
              shortDescription: { text: say(rule.title, 'zh') },
              defaultConfiguration: { level: level[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.flatMap(({ file, findings }) =>
          findings.map(({ rule, severity, message, range }) => ({
            ruleId: rule,
            level: level[severity],
            message: { text: message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: {
                    uri: file
                      .split(/[\\/]/)
                      .map(encodeURIComponent)
                      .join('/')
                      .replace(/^([A-Za-z])%3A/, 'file:///$1:'),
                  },
                  region: {
                    startLine: range.start.line + 1,
                    startColumn: range.start.character + 1,
                    endLine: range.end.line + 1,
                    endColumn: range.end.character + 1,
                  },
                },
              },
            ],
          })),
        ),
      },
    ],
  }
  return json(log)
}
