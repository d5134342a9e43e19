import assert from 'node:assert/strict'
import { inheritedFrom } from '../../../client/src/templates/inherited'

describe('what a follow-up takes over', () => {
  it('is what was filled in; what was not is asked again', () => {
    const first = {
      事发时间: '2026-04-26 【填：时:分】',
      接报时间: '2026-04-26 07:52',
      拟稿人: '【填：拟稿人】',
    }
    assert.deepEqual(inheritedFrom(first), { 接报时间: '2026-04-26 07:52', 原日期: '4月26日' })
  })
})
