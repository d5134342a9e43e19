// What an address in a draft may name: files of this machine, and never a host or a device. Windows is stood for by its own
// reading of addresses and paths.

import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { addressesOf, isForeign, resolveAddress } from '../../server/src/address'
import { picturesBeside } from '../../server/src/cli/pictures'

const onWindows = (uri: string) =>
  (fileURLToPath as (url: string, options: { windows: boolean }) => string)(uri.replace(/[?#].*$/, ''), {
    windows: true,
  })

const abroad = [
  '\\\\lianluo.example\\gx\\a.png',
  '//lianluo.example/gx/a.png',
  '/\\lianluo.example/gx/a.png',
  '\\/lianluo.example/gx/a.png',
  '%5C%5Clianluo.example/gx/a.png',
  '%5clianluo.example%5cgx%5ca.png/../%5C%5Clianluo.example',
  '/%2Flianluo.example/gx/a.png',
  '%2F%2Flianluo.example/gx/a.png',
  '<//lianluo.example/gx/a.png>',
  'file://lianluo.example/gx/a.png',
  'file:////lianluo.example/gx/a.png',
  '\\\\?\\UNC\\lianluo.example\\gx\\a.png',
  '\\\\.\\pipe\\a.png',
  '\\\\?\\C:\\a.png',
  'D:\\图\\a.png',
  '/D:/图/a.png',
  '/D%3A/图/a.png',
  'CON',
  '图/con.png',
  'COM1.jpg',
  'LPT¹',
  'nul:a',
  '图/AUX .png',
  '/net/lianluo.example/a.png',
  '../../net/lianluo.example/a.png',
  '/dev/ttyS0',
]

describe('addresses in a draft', () => {
  it('name no host and no device, on either system', () => {
    for (const draft of ['file:///c%3A/gao/a.md', 'file:///gao/zhen/a.md'])
      for (const address of abroad)
        for (const target of addressesOf(draft, address)) {
          const there = onWindows(/%3A/.test(target) ? target : target.replace('file:///', 'file:///c:/'))
          assert.equal(there.startsWith('\\\\'), false, `${address} → ${there}`)
          assert.equal(path.win32.parse(there).root.toLowerCase(), 'c:\\', address)
          assert.equal(isForeign(there.slice(2).replaceAll('\\', '/')), false, `${address} → ${there}`)
          assert.doesNotMatch(target, /^file:\/\/\/(?:net|dev)\//, address)
        }
    assert.deepEqual(
      abroad
        .filter(address => !/^%5cl|^\/net|^\.\.|^\/dev/.test(address))
        .flatMap(a => addressesOf('file:///w/a.md', a)),
      [],
    )
  })

  it('on a share the pictures of that share are beside the draft', () => {
    assert.equal(resolveAddress('file://fwq/gx/a.md', '图/b.png'), 'file://fwq/gx/%E5%9B%BE/b.png')
    assert.equal(resolveAddress('file://fwq/gx/a.md', '//lianluo.example/b.png'), undefined)
  })

  it('names of people stay names: device words inside them, %, blanks, the other slash', () => {
    const draft = 'file:///w/a.md'
    assert.equal(resolveAddress(draft, '图\\console.png'), 'file:///w/%E5%9B%BE/console.png')
    assert.equal(resolveAddress(draft, '完成100%.png'), 'file:///w/%E5%AE%8C%E6%88%90100%25.png')
    assert.equal(resolveAddress(draft, '/图/common.png'), 'file:///%E5%9B%BE/common.png')
  })

  it('# belongs to a name without an ending before it, and begins an anchor behind one', () => {
    const draft = 'file:///w/a.md'
    assert.equal(resolveAddress(draft, '3#泵站.png'), 'file:///w/3%23%E6%B3%B5%E7%AB%99.png')
    assert.equal(
      resolveAddress(draft, '附件.md#第二部分'),
      'file:///w/%E9%99%84%E4%BB%B6.md#%E7%AC%AC%E4%BA%8C%E9%83%A8%E5%88%86',
    )
    assert.equal(addressesOf(draft, 'a.png?raw=1').length, 2)
  })

  it('the terminal finds a picture with # in its name, and says of none abroad that it is missing', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ligao-address-'))
    writeFileSync(path.join(folder, '3#泵站.png'), '')
    const look = picturesBeside(path.join(folder, 'a.md'))
    assert.equal(look('3#泵站.png')?.exists, true)
    assert.equal(look('4#泵站.png')?.exists, false)
    for (const address of abroad.slice(0, 5)) assert.equal(look(address), undefined)
  })
})
