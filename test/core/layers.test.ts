// Settings from several places: who wins, where a value came from, and what happens to nonsense.

import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  keyAtOffset,
  mergeSettings,
  nearestKey,
  parseConfigFile,
  placeOfKey,
  ruleProblems,
} from '../../server/src/core/config/layers'
import { defaultSettings, parseSettings, settingDeclarations } from '../../server/src/core/config/settings'

const near = 'file:///w/a/ligao.config.yaml'
const far = 'file:///w/ligao.config.yaml'

describe('settings in layers', () => {
  it('the nearest file wins over the outer file, the editor and the defaults, key by key', () => {
    const { settings, origins, problems } = mergeSettings([
      { origin: 'editor', input: { unit: '县信息科', dueSoonHours: 12, typingPause: 800 } },
      { origin: far, input: { unit: '云岭县', places: ['云岭县'] } },
      { origin: near, input: { unit: '青石镇' } },
    ])
    assert.equal(settings.unit, '青石镇')
    assert.deepEqual(settings.places, ['云岭县'])
    assert.equal(settings.dueSoonHours, 12)
    assert.deepEqual(problems, [])
    assert.deepEqual(
      [origins.unit, origins.places, origins.dueSoonHours, origins.typingPause, origins.timeZone],
      [near, far, 'editor', 'default', 'default'],
    )
  })

  it('rules are merged rule by rule, each with its own origin', () => {
    const { settings, origins } = mergeSettings([
      { origin: 'editor', input: { rules: { 'vague-quantity': 'off', 'front-matter': 'hint' } } },
      { origin: near, input: { rules: { 'front-matter': 'error' } } },
    ])
    assert.equal(settings.rules['vague-quantity']?.level, 'off')
    assert.equal(settings.rules['front-matter']?.level, 'error')
    assert.equal(origins['rules.vague-quantity'], 'editor')
    assert.equal(origins['rules.front-matter'], near)
  })

  it('a wrong value falls back to the layer below and is reported for its own layer', () => {
    const { settings, origins, problems } = mergeSettings([
      { origin: 'editor', input: { dueSoonHours: 12 } },
      { origin: near, input: { dueSoonHours: '很快', timeZone: 'Mars/Olympus', nonsense: 1 } },
    ])
    assert.equal(settings.dueSoonHours, 12)
    assert.equal(settings.timeZone, defaultSettings.timeZone)
    assert.equal(origins.dueSoonHours, 'editor')
    assert.deepEqual(
      problems.map(problem => [problem.origin, problem.key]),
      [
        [near, 'dueSoonHours'],
        [near, 'timeZone'],
        [near, 'nonsense'],
      ],
    )
  })

  it('names rules and options that do not exist', () => {
    const merged = mergeSettings([
      {
        origin: near,
        input: { rules: { 'no-such-rule': 'off', 'sparse-data': { perThousand: 'many', x: 1 } } },
      },
    ])
    const declared = {
      type: 'number',
      default: 3,
      minimum: 0,
      description: ['每千字数据', 'Figures'],
    } as const
    const problems = ruleProblems(merged, [{ id: 'sparse-data', options: { perThousand: declared } }])
    assert.deepEqual(
      problems.map(problem => [problem.origin, problem.key]),
      [
        [near, 'rules.no-such-rule'],
        [near, 'rules.sparse-data.perThousand'],
        [near, 'rules.sparse-data.x'],
      ],
    )
  })

  it('never throws and always gives valid settings', () => {
    const valid = (settings: unknown) => parseSettings(settings).problems
    fc.assert(
      fc.property(
        fc.array(fc.object({ key: fc.constantFrom(...Object.keys(settingDeclarations), 'x') })),
        inputs => {
          const { lexicon: _, ...settings } = mergeSettings(
            inputs.map(input => ({ origin: near, input })),
          ).settings
          assert.deepEqual(
            valid({ ...settings, rules: {} }).map(problem => problem.key),
            [],
          )
        },
      ),
    )
  })
})

describe('ligao.config.yaml', () => {
  const text =
    'unit: 青石镇\r\nrules:\r\n  vague-quantity: off\r\n  sparse-data: { perThousand: 5 }\r\nterms:\r\n  - 青石茶\r\n'

  it('is read with the place of every key', () => {
    const file = parseConfigFile(text)
    assert.deepEqual(file.input, {
      unit: '青石镇',
      rules: { 'vague-quantity': 'off', 'sparse-data': { perThousand: 5 } },
      terms: ['青石茶'],
    })
    const at = (key: string) => {
      const { start, end } = placeOfKey(file, key)
      return text.slice(start, end)
    }
    assert.equal(at('unit'), 'unit: 青石镇')
    assert.equal(at('rules.vague-quantity'), 'vague-quantity: off')
    assert.equal(at('rules.sparse-data.perThousand'), 'perThousand: 5')
    assert.equal(at('rules.sparse-data.other'), 'sparse-data')
    assert.equal(at('terms.0'), '青石茶')
    assert.equal(keyAtOffset(file, text.indexOf('off')), 'rules.vague-quantity')
    assert.equal(keyAtOffset(file, text.indexOf('青石镇')), 'unit')
  })

  it('an empty file says nothing', () => {
    for (const empty of ['', '\n', '# 说明\n'])
      assert.deepEqual(mergeSettings([{ origin: near, input: parseConfigFile(empty).input }]).problems, [])
  })

  it('what YAML refuses becomes a problem at its place', () => {
    const broken = 'unit: "青石镇\nplaces: [a, b\n'
    const file = parseConfigFile(broken)
    assert.equal(file.input, undefined)
    assert.ok(file.problems.length > 0)
    for (const { span } of file.problems) assert.ok(span.start <= span.end && span.end <= broken.length)
  })

  it('bombs are refused quickly, with a problem', () => {
    const laughs = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, i) => {
        const before = 'abcdefg'[i]
        return `${name}: &${name} [${`*${before},`.repeat(8)}*${before}]\n`
      })
      .join('')}`
    const bombs = [
      laughs,
      '['.repeat(10_000),
      '{a: '.repeat(10_000),
      `${'- '.repeat(20_000)}x`,
      'a'.repeat(3e6),
      '&a [*a]',
    ]
    for (const bomb of bombs) {
      const before = performance.now()
      const file = parseConfigFile(bomb)
      assert.ok(performance.now() - before < 2000)
      const { problems } = mergeSettings([{ origin: near, input: file.input }])
      assert.ok(file.problems.length + problems.length > 0, bomb.slice(0, 20))
    }
  })

  it('any text is read without a throw, and every place lies in it', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ':', ' ', '\n', '-', '[', '{', '&', '*', '稿', '"', '#', '\r', '|'),
        }),
        input => {
          const file = parseConfigFile(input)
          for (const { span } of file.problems)
            assert.ok(0 <= span.start && span.start <= span.end && span.end <= input.length)
          for (const { key, value } of file.places.values())
            assert.ok(key.end <= input.length && value.end <= input.length)
          mergeSettings([{ origin: near, input: file.input }])
        },
      ),
    )
  })

  it('guesses which key was meant', () => {
    assert.equal(nearestKey('timezone'), 'timeZone')
    assert.equal(nearestKey('due_soon_hours'), 'dueSoonHours')
    assert.equal(nearestKey('colour'), undefined)
  })
})
