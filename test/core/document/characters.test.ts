// The one table of characters against those who read it: whatever they act on must be marked there.

import { strict as assert } from 'node:assert'
import { kindsOf } from '../../../server/src/core/document/characters'
import { hasTwin, normalize } from '../../../server/src/core/document/normalize'
import { survey } from '../../../server/src/core/document/prose'

const everyUnit = Array.from({ length: 0x10000 }, (_, unit) => unit)

describe('characters', () => {
  it('marks every character that normalize can change', () => {
    const changed = everyUnit.filter(unit => {
      const text = `中${String.fromCharCode(unit)}中`
      return normalize(text) !== text
    })
    assert.ok(changed.length > 60)
    assert.deepEqual(
      changed.filter(unit => !(kindsOf(unit) & hasTwin)),
      [],
    )
  })

  it('tells where markup may begin and end', () => {
    const { firstMark, lastMark } = survey('综治中心**新增**窗口，见[附件](a.md)。')
    assert.equal(firstMark, 4)
    assert.equal(lastMark, 23)
    assert.deepEqual(survey('综治中心新增窗口，受理诉求412件。'), { kinds: 0, firstMark: -1, lastMark: -1 })
  })
})
