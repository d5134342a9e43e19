// docs/intake-openapi.yaml against what the sender and the test receiver really do.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import Ajv2020 from 'ajv/dist/2020'
import { parse } from 'yaml'
import { judgeAnswer } from '../../../client/src/submission/channels/http/answer'
import { answer, startIntake } from '../../support/receivers/intake'
import {
  channelOf,
  deliverOptions,
  draft,
  handInOf,
  makeOffice,
  mustAccept,
  openOfficeSpool,
  runQueue,
} from '../../support/submission'

interface Document {
  openapi: string
  paths: Record<
    string,
    Record<string, { responses: Record<string, unknown>; parameters: { name: string }[] }>
  >
  components: { schemas: Record<string, object>; responses: Record<string, unknown> }
}
const document = parse(readFileSync('docs/intake-openapi.yaml', 'utf8')) as Document
const operation = document.paths['/reports']!.post!
const schemaOf = (name: string) => new Ajv2020({ strict: false }).compile(document.components.schemas[name]!)

describe('submission: intake contract', () => {
  it('has no dangling reference', () => {
    const source = JSON.stringify(document)
    for (const [, kind, name] of source.matchAll(/"#\/components\/(schemas|responses)\/(\w+)"/g))
      assert.ok(name! in document.components[kind as 'schemas' | 'responses'], `${kind}/${name}`)
    assert.ok(source.includes('"manifest.schema.json"'))
  })

  it('says of each status what the sender makes of it', () => {
    for (const status of Object.keys(operation.responses).map(Number)) {
      const body = Buffer.from('{"receipt":"R-1","message":"理由"}')
      const { kind } = judgeAnswer({ kind: 'answer', status, headers: {}, body, incomplete: 'no' }, 'h', 0)
      const response = JSON.stringify(operation.responses[String(status)])
      const wanted = status < 300 ? 'delivered' : response.includes('Later') ? 'retry' : 'refused'
      assert.equal(kind, wanted, String(status))
    }
  })

  it('takes exactly the receipts that its schema takes', () => {
    const valid = schemaOf('Receipt')
    for (const receipt of [
      'R-1',
      '收〔2026〕5号',
      ' a ',
      '',
      ' ',
      'a\nb',
      'x'.repeat(201),
      'x'.repeat(200),
      null,
      {},
    ]) {
      const body = Buffer.from(JSON.stringify({ receipt }))
      const outcome = judgeAnswer(
        { kind: 'answer', status: 200, headers: {}, body, incomplete: 'no' },
        'h',
        0,
      )
      assert.equal(outcome.kind === 'delivered', valid({ receipt }), JSON.stringify(receipt))
    }
  })

  it('is what goes over the wire: key, parts, and 200 for a key that was seen', async () => {
    const office = makeOffice()
    const seen: string[] = []
    const intake = await startIntake({
      afterTaking: (request, response) => {
        const key = String(request.headers['idempotency-key'])
        answer(response, seen.includes(key) ? 200 : 201, { receipt: `R-${key.slice(4, 8)}` })
        seen.push(key)
        return true
      },
    })
    try {
      const file = office.write('汛情.md', draft('汛情'))
      // Two machines, one version.
      for (const name of ['甲', '乙']) {
        const channel = channelOf(office, { name, type: 'http', url: intake.url })
        const spool = await openOfficeSpool(office)
        const entry = await mustAccept(spool, handInOf(office, file), channel)
        assert.ok(schemaOf('PackageId')(entry.id))
        await runQueue(spool, deliverOptions([channel]))
      }
      assert.equal(seen.length, 2)
      assert.equal(seen[0], seen[1])
      assert.equal(intake.arrivals.length, 1)
      assert.deepEqual(
        intake.arrivals[0]!.parts.map(part => part.name),
        ['manifest', 'report'],
      )
      assert.deepEqual(
        operation.parameters.map(each => each.name),
        ['Idempotency-Key', 'Expect'],
      )
    } finally {
      await intake.close()
      office.clean()
    }
  })
})
