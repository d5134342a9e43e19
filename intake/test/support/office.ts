// An intake on a folder of its own, with one unit, and packages to hand in to it.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { giveToken } from '../../src/access/units'
import { type Intake, startIntake } from '../../src/start'

export interface Office {
  readonly intake: Intake
  readonly token: string
  readonly folder: string
  close(): Promise<void>
}

export const unitName = '青石镇'

export async function openOffice(now?: () => number): Promise<Office> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligao-intake-'))
  const intake = await startIntake({ data: folder, host: '127.0.0.1', port: 0, now })
  const { token } = await giveToken(intake.storage.db, unitName, 0)
  return {
    intake,
    token,
    folder,
    async close() {
      await intake.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface SentFile {
  path: string
  role: string
  mediaType: string
  content: Buffer
}

export interface Package {
  id: string
  manifest: Record<string, unknown> & { files: { path: string; bytes: number; sha256: string }[] }
  files: SentFile[]
}

export const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex')

export interface Wanted {
  title?: string
  text?: string
  attachments?: SentFile[]
  unit?: string
  handedInAt?: string
  deadline?: string | null
  authors?: string[]
  kind?: string
}

/** As an editor makes it; the id is any id of the right shape that follows from the content. */
export function packageOf({
  title = '青石镇排查地质灾害隐患点46处',
  text = `# ${title}\n\n4月27日，青石镇排查地质灾害隐患点46处，发现新增裂缝3处，转移群众17户62人。\n`,
  attachments = [],
  unit = unitName,
  handedInAt = '2026-04-28T10:00:00+08:00',
  deadline = null,
  authors = ['张明', '李想'],
  kind = '问题建议',
}: Wanted = {}): Package {
  const report = { path: '稿件.md', role: 'report', mediaType: 'text/markdown', content: Buffer.from(text) }
  const files = [report, ...attachments]
  const id = `lg1-${sha256(JSON.stringify(files.map(file => sha256(file.content)))).slice(0, 40)}`
  return {
    id,
    files,
    manifest: {
      schema: 'ligao/manifest@1',
      id,
      createdAt: handedInAt,
      generator: { name: 'ligao', version: '0.1.0' },
      ruleSet: 'test-1',
      report: {
        path: report.path,
        title,
        kind,
        unit,
        authors,
        reviewer: '王芳',
        approver: '赵强',
        phone: '0700-1234567',
        recipients: ['县委办公室信息科'],
        writtenOn: '2026-04-28',
        occurredAt: null,
        receivedAt: null,
      },
      timing: { handedInAt, deadline, timeliness: 'no-deadline', lateReason: null },
      checks: { errors: 0, warnings: 0 },
      files: files.map(({ path, role, mediaType, content }) => ({
        path,
        role,
        mediaType,
        bytes: content.length,
        sha256: sha256(content),
      })),
    },
  }
}

export interface Part {
  field: string
  name: string
  type: string
  content: Buffer | string
}

export const partsOf = ({ manifest, files }: Package): Part[] => [
  { field: 'manifest', name: 'manifest.json', type: 'application/json', content: JSON.stringify(manifest) },
  ...files.map(({ path, role, mediaType, content }) => ({
    field: role === 'report' ? 'report' : 'file',
    name: path,
    type: mediaType,
    content,
  })),
]

export function bodyOf(parts: readonly Part[], boundary = 'test-boundary'): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ field, name, type, content }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
}

export interface Answered {
  status: number
  body: { receipt?: string; message?: string; detail?: string; status?: number }
  headers: Headers
}

export async function post(
  url: string,
  token: string,
  key: string,
  body: Buffer,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const response = await fetch(`${url}/v1/reports`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Idempotency-Key': key,
      'Content-Type': 'multipart/form-data; boundary=test-boundary',
      ...headers,
    },
    body,
  })
  return {
    status: response.status,
    body: (await response.json()) as Answered['body'],
    headers: response.headers,
  }
}

export const handIn = ({ intake, token }: Office, sent: Package) =>
  post(intake.url, token, sent.id, bodyOf(partsOf(sent)))
