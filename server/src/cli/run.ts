// Picks the command and turns its failure into an exit code: 0 fine, 1 findings, 2 usage or unreadable input.

import { version } from '../version'
import { check } from './commands/check'
import { config } from './commands/config'
import { due } from './commands/due'
import { exportCommand } from './commands/export'
import { importCommand } from './commands/import'
import { intake } from './commands/intake'
import { rulesCommand } from './commands/rules'
import { submit } from './commands/submit'
import { steady } from './format/plain'
import { type Command, type Terminal, UsageError } from './terminal'

const commands: readonly Command[] = [
  check,
  due,
  rulesCommand,
  config,
  submit,
  exportCommand,
  importCommand,
  intake,
]

export async function runCommandLine(args: readonly string[], screen: Terminal): Promise<number> {
  const terminal: Terminal = {
    ...screen,
    out: text => screen.out(steady(text)),
    // Nothing is painted there, so no escape is ours.
    err: text => screen.err(steady(text).replaceAll('\u001b', '\ufffd')),
  }
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(overview())
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    terminal.out(`${version()}\n`)
    return 0
  }
  const command = commands.find(each => each.name === name)
  if (!command) {
    terminal.err(`ligao: 没有“${name}”这个命令\n\n${overview()}`)
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(`${command.usage}\n`)
    return 0
  }
  try {
    return await command.run(rest, terminal)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.err(`ligao ${name}: ${error.message}\n${command.usage}\n`)
    return 2
  }
}

function overview(): string {
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`)
  return `砺稿 ligao —— 检查政务信息稿\n\n用法：ligao <命令> [参数]\n\n${lines.join('\n')}\n\n“ligao <命令> --help”看各命令的参数。\n`
}
