// What rules say with words at hand, by either backend.

import assert from 'node:assert/strict'
import { createAnalyzer, defaultSettings, openDraft, rules, type Segmenter } from '../../server/src/core'
import { createSegmenter } from '../../server/src/segmenter'
import { BACKENDS, testAssets } from '../segmenter/assets'

const analyze = createAnalyzer(
  rules.filter(rule => rule.id === 'personal-information' || rule.id === 'leftover-place-name'),
)
const head = '---\n类型: 动态\n单位: 云岭县青石镇人民政府\n---\n\n'

for (const prefer of BACKENDS)
  describe(`rules with words (${prefer})`, () => {
    let segmenter: Segmenter
    before(async () => {
      segmenter = await createSegmenter({ log: () => {}, prefer, assetsDir: testAssets() }).load()
    })
    const found = (body: string) => {
      const text = head + body
      return analyze(openDraft(text), { settings: defaultSettings, now: 0, segmenter }).findings.map(
        finding => text.slice(finding.start, finding.end),
      )
    }

    it('a full name beside a sensitive state is personal information', () => {
      assert.deepEqual(found('4月12日，村民王建国系精神障碍患者，走失后于当日寻回。'), ['王建国'])
    })

    for (const fine of [
      '4月12日，村民王某某系精神障碍患者，走失后于当日寻回。',
      '4月12日，镇长王建国走访低保户12户，送去棉被24床。',
      '4月12日，青石镇走访低保户12户、残疾人家庭5户。',
    ])
      it(`nothing on: ${fine}`, () => assert.deepEqual(found(fine), []))
  })
