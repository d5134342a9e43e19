import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import * as path from 'node:path'
import {
  accept,
  type Channel,
  listEntries,
  nodeRuntime,
  openSpool,
  type Runtime,
  retryEntry,
} from '../../../client/src/submission'
import { folderLedgerName } from '../../../client/src/submission/channels/folder'
import {
  channelOf,
  deliverOptions,
  draft,
  folderChannel,
  handInOf,
  makeOffice,
  mustAccept,
  type Office,
  openOfficeSpool,
  png,
  runQueue,
} from '../../support/submission'

const reports = (place: string) =>
  readdirSync(place).filter(name => name.includes('lg1-') && !name.startsWith('.'))

describe('submission: channel folder', () => {
  let office: Office
  beforeEach(() => {
    office = makeOffice('青石镇 党政办')
  })
  afterEach(() => office.clean())

  const send = async (channel: Channel, text = draft('汛情'), name = '汛情.md', runtime?: Runtime) => {
    const spool = await openOfficeSpool(office, runtime)
    const result = await accept(spool, handInOf(office, office.write(name, text)), channel, { trusted: true })
    await runQueue(spool, deliverOptions([channel]))
    const entries = (await listEntries(spool)).entries
    return { spool, result, entry: entries.at(-1)! }
  }

  it('makes one folder per report with every byte and a receipt, and a line in the ledger beside them', async () => {
    office.write('图/现场 1.png', png())
    const text = draft('入汛以来隐患排查：问题/建议', '![甲](<图/现场 1.png>)').replaceAll('\n', '\r\n')
    const { entry } = await send(folderChannel(office), text)
    const place = path.join(office.root, '报送箱')
    const [name] = reports(place)
    assert.equal(name, `青石镇人民政府 入汛以来隐患排查：问题_建议-${entry.id}`)
    assert.deepEqual(readFileSync(path.join(place, name!, '汛情.md')), Buffer.from(text))
    const manifest = JSON.parse(readFileSync(path.join(place, name!, 'manifest.json'), 'utf8'))
    for (const file of manifest.files as { path: string; sha256: string }[]) {
      const bytes: Buffer = readFileSync(path.join(place, name!, file.path))
      assert.equal(createHash('sha256').update(bytes).digest('hex'), file.sha256)
    }
    const ledger = readFileSync(path.join(place, folderLedgerName), 'utf8').trim().split('\n')
    assert.deepEqual(
      ledger.map(line => JSON.parse(line).receipt),
      [entry.receipt],
    )
    assert.match(JSON.parse(ledger[0]!).summary, /收到 青石镇人民政府《入汛以来/)
  })

  it('is answered by the first receipt when a second machine hands the same version in', async () => {
    const share = path.join(office.root, '../共享')
    mkdirSync(share)
    const other = makeOffice('另一台电脑')
    try {
      const receipts: (string | null)[] = []
      for (const each of [office, other]) {
        const channel = channelOf(each, { name: 'drop', type: 'folder', path: share })
        const spool = await openOfficeSpool(each)
        await mustAccept(spool, handInOf(each, each.write('汛情.md', draft('汛情'))), channel)
        await runQueue(spool, deliverOptions([channel]))
        receipts.push((await listEntries(spool)).entries[0]!.receipt)
      }
      assert.equal(receipts[0], receipts[1])
      assert.equal(reports(share).length, 1)
      assert.equal(readFileSync(path.join(share, folderLedgerName), 'utf8').trim().split('\n').length, 1)
    } finally {
      other.clean()
    }
  })

  it('takes a share that vanished for what it is, and goes on when it is back', async () => {
    const share = path.join(office.root, '../共享盘')
    mkdirSync(share)
    const channel = channelOf(office, { name: 'drop', type: 'folder', path: share })
    await send(channel)
    renameSync(share, `${share}-断开`)
    const gone = await send(channel, draft('第二篇'), '二.md')
    assert.deepEqual([gone.entry.state, gone.entry.notice?.code], ['queued', 'folder-gone'])
    assert.equal(existsSync(share), false)
    // The empty mount point of an unmounted share: writing there would lose the report.
    mkdirSync(share)
    await retryEntry(gone.spool, gone.entry.key)
    await runQueue(gone.spool, deliverOptions([channel]))
    assert.equal((await listEntries(gone.spool)).entries[1]!.notice?.code, 'folder-gone')
    assert.deepEqual(readdirSync(share), [])
    rmSync(share, { recursive: true })
    renameSync(`${share}-断开`, share)
    await retryEntry(gone.spool, gone.entry.key)
    await runQueue(gone.spool, deliverOptions([channel]))
    assert.equal((await listEntries(gone.spool)).entries[1]!.state, 'delivered')
    assert.equal(reports(share).length, 2)
  })

  it('uses a new folder when the writer says so', async () => {
    const channel = folderChannel(office)
    await send(channel)
    rmSync(path.join(office.root, '报送箱'), { recursive: true })
    const { spool, entry } = await send(channel, draft('第二篇'), '二.md')
    assert.equal(entry.notice?.code, 'folder-gone')
    await retryEntry(spool, entry.key, { acceptNewPlace: true })
    await runQueue(spool, deliverOptions([channel]))
    assert.equal((await listEntries(spool)).entries[1]!.state, 'delivered')
  })

  it('does not make a place whose parent is missing', async () => {
    const channel = channelOf(office, { name: 'drop', type: 'folder', path: '没挂上/报送' })
    assert.equal((await send(channel)).entry.notice?.code, 'folder-gone')
    assert.equal(existsSync(path.join(office.root, '没挂上')), false)
  })

  it('stands names of 255 bytes, Chinese and blanks, in file and folder', async () => {
    const long = `${'汛'.repeat(84)}.md`
    assert.equal(Buffer.byteLength(long), 255)
    const channel = channelOf(office, { name: 'drop', type: 'folder', path: `${'夹'.repeat(80)} 共` })
    const { entry } = await send(channel, draft('题'.repeat(100)), long)
    assert.equal(entry.state, 'delivered')
    const place = path.join(office.root, `${'夹'.repeat(80)} 共`)
    const [folder] = reports(place)
    assert.ok(Buffer.byteLength(folder!) <= 255)
    assert.ok(existsSync(path.join(place, folder!, long)))
  })

  onSmallDisk('says that the disk is full, leaves nothing half, and goes on when there is room', async () => {
    const share = path.join(office.root, '../小盘')
    mkdirSync(share)
    mountSmall(share)
    try {
      const channel = channelOf(office, { name: 'drop', type: 'folder', path: share })
      writeFileSync(path.join(share, '占用'), Buffer.alloc(200_000))
      office.write('大.png', Buffer.concat([png(), Buffer.alloc(150_000, 1)]))
      const { spool, entry } = await send(channel, draft('汛情', '![大](大.png)'))
      assert.deepEqual([entry.state, entry.notice?.code], ['queued', 'disk-full'])
      assert.deepEqual(reports(share), [])
      assert.equal(
        readdirSync(share).some(each => each.startsWith('.ligao-tmp')),
        false,
      )
      rmSync(path.join(share, '占用'))
      await retryEntry(spool, entry.key)
      await runQueue(spool, deliverOptions([channel]))
      assert.equal((await listEntries(spool)).entries[0]!.state, 'delivered')
    } finally {
      execFileSync('umount', [share])
    }
  })

  onSmallDisk('accepts nothing on a full disk, says so, and keeps what it had', async () => {
    const root = path.join(office.root, '小工作区')
    mkdirSync(root)
    mountSmall(root)
    try {
      const small: Office = { ...office, root }
      writeFileSync(path.join(root, '甲.md'), draft('甲'))
      writeFileSync(path.join(root, '大.png'), Buffer.concat([png(), Buffer.alloc(90_000, 1)]))
      writeFileSync(path.join(root, '乙.md'), draft('乙', '![大](大.png)'))
      const channel = folderChannel(small)
      const { spool } = await openSpool(path.join(root, '.ligao/spool'))
      await mustAccept(spool, handInOf(small, path.join(root, '甲.md')), channel)
      writeFileSync(path.join(root, '占用'), Buffer.alloc(60_000))
      const result = await accept(spool, handInOf(small, path.join(root, '乙.md')), channel, {
        trusted: true,
      })
      assert.deepEqual([result.outcome, result.notices[0]!.code], ['stopped', 'disk-full'])
      assert.deepEqual(readdirSync(path.join(spool.dir, 'tmp')), [])
      assert.deepEqual(
        (await listEntries(spool)).entries.map(each => each.title),
        ['甲'],
      )
    } finally {
      execFileSync('umount', [root])
    }
  })

  it('writes nothing half when the disk fills up in any file', async () => {
    const real = nodeRuntime()
    let room = Number.POSITIVE_INFINITY
    const disk: Runtime['disk'] = {
      ...real.disk,
      create: async (file, data) => {
        if (room-- <= 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
        return real.disk.create(file, data)
      },
    }
    const { spool } = await openSpool(path.join(office.root, '.ligao/spool'), { runtime: { ...real, disk } })
    const handIn = handInOf(office, office.write('汛情.md', draft('汛情')))
    for (room = 0; ; room++) {
      const allowed = room
      const result = await accept(spool, handIn, folderChannel(office), { trusted: true })
      room = allowed
      if (result.outcome === 'accepted') break
      assert.deepEqual([result.outcome, result.notices[0]!.code], ['stopped', 'disk-full'])
      assert.deepEqual(readdirSync(path.join(spool.dir, 'entries')), [])
      assert.deepEqual(readdirSync(path.join(spool.dir, 'tmp')), [])
    }
    assert.equal(room, 5)
  })

  it('says that a place cannot be written', async () => {
    const denied = Object.assign(new Error('EROFS'), { code: 'EROFS' })
    const real = nodeRuntime()
    const disk = {
      ...real.disk,
      create: async (file: string, data: never) => {
        if (file.includes('报送箱')) throw denied
        return real.disk.create(file, data)
      },
    }
    const { entry } = await send(folderChannel(office), draft('汛情'), '汛情.md', { ...real, disk })
    assert.deepEqual([entry.state, entry.notice?.code], ['queued', 'disk-read-only'])
    assert.match(entry.notice!.zh, /权限/)
  })

  it('refuses to open a spool where nothing can be written', async () => {
    const real = nodeRuntime()
    const disk = {
      ...real.disk,
      makeFolder: () => Promise.reject(Object.assign(new Error(), { code: 'EACCES' })),
    }
    await assert.rejects(
      openSpool(path.join(office.root, 'x'), { runtime: { ...real, disk } }),
      (error: Error) => {
        assert.equal((error as Error & { notice: { code: string } }).notice.code, 'disk-read-only')
        return true
      },
    )
    writeFileSync(path.join(office.root, 'file'), '')
    await assert.rejects(openSpool(path.join(office.root, 'file/spool')), /cannot be used/)
    chmodSync(path.join(office.root, 'file'), 0o600)
  })
})

function mountSmall(folder: string): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'ignore' })
}

// A really full disk needs the right to mount one; the injected one below runs everywhere.
function onSmallDisk(title: string, run: () => Promise<void>): void {
  const probe = mkdtempSync(path.join(tmpdir(), 'ligao-mount-'))
  let works = true
  try {
    mountSmall(probe)
    execFileSync('umount', [probe])
  } catch {
    works = false
  }
  rmSync(probe, { recursive: true, force: true })
  if (works) it(title, run)
  else console.warn(`NOT RUN (no right to mount a small disk): ${title}`)
}
