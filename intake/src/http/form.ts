// What a form of ours sent.
import type { IncomingMessage } from 'node:http'
import { Problem } from './problem'

const most = 256 * 1024

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? ''))
    throw new Problem(415, '表单格式不对。')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) throw new Problem(413, '填写的内容太长。')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** One line or several, without control characters. Throws, in words, where it is too long or, if it must be there, missing. */
export function field(
  form: URLSearchParams,
  name: string,
  label: string,
  most: number,
  must = false,
): string | null {
  const text = (form.get(name) ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
  if (text === '') {
    if (must) throw new Problem(422, `“${label}”要填写。`)
    return null
  }
  if ([...text].length > most) throw new Problem(422, `“${label}”最多 ${most} 个字。`)
  return text
}
