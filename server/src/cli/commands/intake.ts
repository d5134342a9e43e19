// `ligao intake`: the receiving office. It is a program of its own with packages of its own; this only finds it and lets it run.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, UsageError } from '../terminal'

export const intake: Command = {
  name: 'intake',
  summary: '接收端：上级单位收稿、退改、采用',
  usage: '用法：ligao intake --data 目录 [--port 7180]（“ligao intake --data 目录 --unit 单位”发报送口令）',
  async run(args) {
    const program = [
      join(__dirname, '../intake/dist/intake.js'),
      join(__dirname, '../../../../intake/dist/intake.js'),
    ]
    const found = program.find(each => existsSync(each))
    if (!found) throw new UsageError('这里没有接收端。在砺稿的源码目录里运行 node intake/build.mjs 后再试。')
    const child = spawn(process.execPath, [found, ...args], { stdio: 'inherit' })
    const pass = (signal: NodeJS.Signals) => void child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    return new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', code => resolve(code ?? 1))
    })
  },
}
