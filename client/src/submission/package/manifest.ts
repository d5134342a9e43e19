// manifest.json: who hands in what, when, and the SHA-256 of every file. Written by us, and read back from a spool
// that anything may have happened to, so reading trusts nothing.
import type { Runtime } from '../runtime'
import { splitNames } from '../text/frontMatter'
import { peopleOf } from '../text/people'
import type { HandIn, Manifest, ManifestFile } from '../types'
import { isoInZone } from '../zone'
import { idPattern } from './identity'
import { isSafePackagePath } from './paths'
import type { Prepared } from './prepare'

export const generator = { name: 'ligao', version: '0.1.0' }

export function makeManifest(
  prepared: Prepared,
  files: ManifestFile[],
  handIn: HandIn,
  runtime: Runtime,
): Manifest {
  const { form } = prepared
  const one = (key: keyof typeof form): string | null => form[key]?.[0] ?? null
  const people = peopleOf(form.拟稿人)
  const at = isoInZone(runtime.now(), handIn.timeZone)
  return {
    schema: 'ligao/manifest@1',
    id: prepared.id,
    createdAt: at,
    generator,
    ruleSet: handIn.checked.ruleSet,
    report: {
      path: files[0]?.path ?? '',
      title: prepared.title,
      kind: handIn.checked.kind ?? one('类型'),
      unit: one('单位'),
      authors: people.map(({ name }) => name),
      ...(people.some(({ part }) => part !== '') && { contributions: people }),
      reviewer: one('审核人'),
      approver: one('签发人'),
      phone: one('联系电话'),
      recipients: splitNames(form.报送对象),
      writtenOn: one('成稿日期'),
      occurredAt: one('事发时间'),
      receivedAt: one('接报时间'),
    },
    timing: {
      handedInAt: at,
      deadline: handIn.deadline ?? null,
      timeliness: prepared.timeliness,
      lateReason: one('迟报原因'),
    },
    checks: { errors: handIn.checked.errors, warnings: handIn.checked.warnings },
    files,
  }
}

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`

const isFile = (value: unknown): value is ManifestFile => {
  if (typeof value !== 'object' || value === null) return false
  const file = value as ManifestFile
  return (
    typeof file.path === 'string' &&
    isSafePackagePath(file.path) &&
    ['report', 'image', 'attachment', 'docx'].includes(file.role) &&
    typeof file.mediaType === 'string' &&
    /^[\w.+-]+\/[\w.+-]+$/.test(file.mediaType) &&
    Number.isSafeInteger(file.bytes) &&
    /^[0-9a-f]{64}$/.test(file.sha256)
  )
}

/** Undefined where the text is not a manifest that we could have written. */
export function readManifest(source: string): Manifest | undefined {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const manifest = value as Manifest
  const sound =
    manifest.schema === 'ligao/manifest@1' &&
    typeof manifest.id === 'string' &&
    idPattern.test(manifest.id) &&
    typeof manifest.report?.path === 'string' &&
    typeof manifest.report?.title === 'string' &&
    Array.isArray(manifest.files) &&
    manifest.files.length > 0 &&
    manifest.files.every(isFile) &&
    manifest.files[0]?.role === 'report' &&
    new Set(manifest.files.map(file => file.path)).size === manifest.files.length
  return sound ? manifest : undefined
}
