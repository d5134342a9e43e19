#!/usr/bin/env node
// `ligao intake --data DIR`: the receiving office from a terminal.
import { parseArgs } from 'node:util'
import { firstPerson } from './access/sessions'
import { giveToken } from './access/units'
import { startIntake } from './start'
import { openStorage } from './storage/open'

const usage = `用法：ligao intake --data 目录 [--port 7180] [--host 127.0.0.1] [--cert 证书.pem --key 私钥.pem] [--plain]
      ligao intake --data 目录 --unit 单位名称     给一个单位发报送口令（只显示这一次；旧口令照常可用）

  --data   数据目录：一个数据库文件和收到的附件；停机后整个复制就是备份
  --rate   一个单位每分钟最多报送的份数，默认 60
  --host   默认只有本机能访问；对外须配证书，或加 --plain 表示前面另有 HTTPS 网关`

const options = {
  data: { type: 'string' },
  port: { type: 'string', default: '7180' },
  host: { type: 'string', default: '127.0.0.1' },
  cert: { type: 'string' },
  key: { type: 'string' },
  plain: { type: 'boolean', default: false },
  rate: { type: 'string', default: '60' },
  unit: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Wrong usage: said with the usage, exit code 2. */
class UsageError extends Error {}

function read(args: string[]) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

async function run(args: string[]): Promise<void> {
  const { data, port, host, cert, key, plain, rate, unit, help } = read(args)
  if (help) return say(usage)
  if (data === undefined) throw new UsageError('要写数据目录（--data）')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new UsageError(`端口不对：${port}`)
  if (!/^[1-9]\d{0,6}$/.test(rate)) throw new UsageError(`每分钟份数不对：${rate}`)
  if ((cert === undefined) !== (key === undefined)) throw new UsageError('--cert 与 --key 要一起写')
  if (unit !== undefined) return giveUnit(data, unit)
  const intake = await startIntake({
    data,
    host,
    port: Number(port),
    plain,
    perMinute: Number(rate),
    ...(cert !== undefined && key !== undefined && { tls: { cert, key } }),
    log: line => process.stderr.write(`${line}\n`),
  })
  const first = await firstPerson(intake.storage.db, Date.now())
  if (first) say(`第一次登录的姓名：${first.name}，密码：${first.password}（只显示这一次，请记下）`)
  say(
    `接收端已启动：${intake.url}\n报送地址（写进各单位的渠道设置）：${intake.url}/v1/reports\n按 Ctrl+C 停止。`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void intake.close().then(() => process.exit(0)))
}

async function giveUnit(data: string, name: string): Promise<void> {
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > 60) throw new UsageError('单位名称要有 1 到 60 个字')
  const storage = await openStorage(data)
  try {
    const { unit, token } = await giveToken(storage.db, trimmed, Date.now())
    say(`${unit.name}的报送口令（请当面或通过安全渠道交给对方）：\n${token}`)
  } finally {
    await storage.close()
  }
}

const say = (text: string) => void process.stdout.write(`${text}\n`)

run(process.argv.slice(2)).catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error)
  process.stderr.write(`ligao intake: ${words}\n${error instanceof UsageError ? `${usage}\n` : ''}`)
  process.exitCode = 2
})
