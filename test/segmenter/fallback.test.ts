import assert from 'node:assert/strict'
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noSegmenter } from '../../server/src/core/text/segmentation'
import { createSegmenter } from '../../server/src/segmenter'
import { BACKENDS, testAssets } from './assets'

const TEXT = '青石镇党委召开安全生产会议'
const WORDS = ['青石', '镇党委', '召开', '安全生产', '会议']

describe('segmentation that cannot load', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  function assets(name = 'ligao-broken-'): string {
    const folder = mkdtempSync(join(tmpdir(), name))
    folders.push(folder)
    cpSync(testAssets(), folder, { recursive: true })
    return folder
  }

  async function load(assetsDir: string, prefer?: 'native' | 'wasm') {
    const logged: string[] = []
    const lazy = createSegmenter({ log: message => logged.push(message), assetsDir, prefer })
    await lazy.load()
    const segmenter = await lazy.load()
    const words = segmenter.cut(TEXT).map(word => word.text)
    return { segmenter, words, logged, backend: lazy.backend() }
  }

  const addon = join('native', `${process.platform}-${process.arch}`, 'nodejieba.node')

  const damages: [string, (folder: string) => void][] = [
    ['the addon is missing', folder => rmSync(join(folder, 'native'), { recursive: true, force: true })],
    [
      'the addon is of another platform',
      folder => {
        cpSync(join(folder, 'dict'), join(folder, 'native', `${process.platform}-${process.arch}`), {
          recursive: true,
        })
        writeFileSync(join(folder, addon), 'MZ of another system')
      },
    ],
    ['its dictionary is damaged', folder => appendFileSync(join(folder, 'dict/jieba.dict.utf8'), '半行')],
    ['a file of its dictionary is missing', folder => rmSync(join(folder, 'dict/hmm_model.utf8'))],
  ]
  for (const [what, damage] of damages) {
    it(`goes on with wasm and says so once when ${what}`, async () => {
      const folder = assets()
      damage(folder)
      const { words, logged, backend } = await load(folder)
      assert.deepEqual(words, WORDS)
      assert.equal(backend, 'wasm')
      assert.equal(logged.length, 1)
      assert.match(logged[0]!, /分词.*jieba-wasm.*native: /)
    })
  }

  it('says nothing when wasm was asked for', async () => {
    const { words, logged, backend } = await load(assets(), 'wasm')
    assert.deepEqual(words, WORDS)
    assert.equal(backend, 'wasm')
    assert.deepEqual(logged, [])
  })

  it('can be told by the environment to leave the addon alone', async () => {
    process.env.LIGAO_SEGMENTER = 'wasm'
    try {
      assert.equal((await load(assets())).backend, 'wasm')
    } finally {
      delete process.env.LIGAO_SEGMENTER
    }
  })

  it('goes on without words and says so once when neither loads', async () => {
    const folder = assets()
    for (const part of ['native', 'wasm']) rmSync(join(folder, part), { recursive: true, force: true })
    const { segmenter, logged, backend } = await load(folder)
    assert.equal(segmenter, noSegmenter)
    assert.equal(backend, undefined)
    assert.equal(logged.length, 1)
    assert.match(logged[0]!, /native: .*wasm: /)
  })

  it('never loads wasm on top of words it could not read whole', async () => {
    const folder = assets()
    rmSync(join(folder, 'native'), { recursive: true, force: true })
    appendFileSync(join(folder, 'dict/overrides.dict.utf8'), '半')
    assert.equal((await load(folder)).segmenter, noSegmenter)
  })

  it('loads from a folder with a Chinese name and leaves the working directory alone', async () => {
    const before = process.cwd()
    const { words, logged, backend } = await load(assets('砺稿-'))
    assert.deepEqual(words, WORDS)
    assert.equal(backend, BACKENDS[0])
    assert.equal(logged.length, BACKENDS[0] === 'native' ? 0 : 1)
    assert.equal(process.cwd(), before)
  })
})
