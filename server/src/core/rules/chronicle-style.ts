// 流水账: what happened in order of time, who spoke and who was there, and nothing that came of it.

import type { DocumentRule } from '../engine/rule'
import { outcomes, told } from '../facts/phrases'
import { firstWords } from '../facts/title'
import { chronicleOf } from '../text/phrases/chronicle'

export const chronicleStyle: DocumentRule = {
  id: 'chronicle-style',
  title: ['流水账', 'Chronicle style'],
  family: 'generic',
  severity: 'warning',
  scope: 'document',
  about: 'draft',
  kinds: [
    'brief',
    'experience',
    'overview',
    'survey',
    'special',
    'summary',
    'bulletin',
    'problem',
    'proposal',
  ],
  messages: {
    chronicle: {
      what: [
        '全文{sentences}句，{events}句在记会议和活动的过程，{outcomes}句写到结果',
        'Of {sentences} sentences {events} tell of proceedings and {outcomes} of an outcome',
      ],
      why: [
        '只写干了什么，不写干得怎么样，收稿单位无法采用',
        'It says what was done and not what came of it',
      ],
      doNext: [
        '只留结果：定了什么事、谁来办、何时办完，查出多少、解决多少、多少人受益',
        'Keep the results: what was decided, who does it by when, how much was found and solved',
      ],
    },
    speech: {
      what: [
        '全文{sentences}句，{speech}句是转述讲话',
        'Of {sentences} sentences {speech} repeat what somebody said',
      ],
      why: [
        '讲话里的要求不是已办的事，收稿单位看不到情况',
        'What a speech demands has not happened: the report shows no situation',
      ],
      doNext: [
        '讲话压成一句，写会议定了哪几件事、谁来办、何时办完，会前会后办成了什么',
        'Put the speech in one sentence; write what was decided, who does it by when, and what was done',
      ],
    },
  },
  examples: {
    bad: [
      {
        text: '# ⟦青石镇召开信访工作推进会⟧\n\n4月12日，青石镇召开信访工作推进会。会议由镇长罗某主持，各村书记参加会议。\n\n会上，与会人员观看了警示教育片，大家进行了交流发言。\n\n会议强调，要压实责任，狠抓落实。会后，与会人员合影留念。\n',
        kind: 'brief',
      },
      {
        text: '# ⟦青石镇召开秋季防火工作会议⟧\n\n10月12日，青石镇召开秋季防火工作会议，镇党委书记罗某讲话。\n\n罗某指出，各村要充分认识当前形势。要把防火摆在重要位置，不能有侥幸心理。\n\n罗某要求，各村书记要亲自抓。护林员要守在山上，宣传要到户到人。\n\n会议强调，对工作不力的要严肃问责。\n',
        kind: 'brief',
      },
    ],
    good: [
      {
        text: '# 青石镇定3件事化解信访积案\n\n4月12日，青石镇召开信访工作推进会，议定3件事：12件积案由6名班子成员包案，5月底前办结；每周三领导接访；逾期件通报到村。会前已办结4件，其中柳河村土地补偿2件、兑付18.6万元。\n',
        kind: 'brief',
      },
    ],
  },
  check(document, context) {
    const total = document.total(told)
    const found = total && chronicleOf(total, () => document.total(outcomes)!)
    if (!found) return
    context.report({
      at: firstWords(document),
      message: found.speech * 2 > found.sentences ? 'speech' : 'chronicle',
      values: { ...found },
      severity: context.kind === 'brief' ? 'information' : 'warning',
    })
  },
}
