// A real SMTP server that keeps what it is sent.
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Certificate } from './certificates'

export interface Mail {
  from: string
  to: string[]
  source: string
  secure: boolean
}

export interface Mailbox {
  port: number
  mails: Mail[]
  logins: string[]
  close(): Promise<void>
}

export interface MailboxOptions {
  tls?: Certificate
  implicitTls?: boolean
  offerStartTls?: boolean
  login?: { user: string; pass: string }
  refuse?: Record<string, number>
  afterData?: number
}

export async function startMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  const mails: Mail[] = []
  const logins: string[] = []
  const answer = (code: number) => Object.assign(new Error(`被拒收 ${code}`), { responseCode: code })
  const setup: SMTPServerOptions = {
    secure: options.implicitTls ?? false,
    ...(options.tls && { key: options.tls.key, cert: options.tls.cert }),
    disabledCommands: options.offerStartTls === false ? ['STARTTLS'] : [],
    authOptional: !options.login,
    logger: false,
    onAuth(auth, _session, callback) {
      logins.push(`${auth.username}:${auth.password}`)
      const good = auth.username === options.login?.user && auth.password === options.login?.pass
      callback(good ? null : answer(535), good ? { user: auth.username } : undefined)
    },
    onRcptTo(address, _session, callback) {
      const code = options.refuse?.[address.address]
      callback(code ? answer(code) : null)
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        if (options.afterData) return callback(answer(options.afterData))
        mails.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
          to: session.envelope.rcptTo.map(each => each.address),
          source: Buffer.concat(chunks).toString('utf8'),
          secure: session.secure,
        })
        callback(null)
      })
    },
  }
  const server = new SMTPServer(setup)
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const close = () => new Promise<void>(resolve => server.close(() => resolve()))
  return { port: (server.server.address() as AddressInfo).port, mails, logins, close }
}
