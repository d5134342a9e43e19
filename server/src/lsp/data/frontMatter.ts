// What each key of the front matter means, in the writer's words.

import type { Bilingual, FrontMatterKey } from '../../core'

export interface KeyMeaning {
  readonly meaning: Bilingual
  readonly example: string
}

export const keyMeanings: Readonly<Record<FrontMatterKey, KeyMeaning>> = {
  标题: {
    meaning: [
      '稿件标题。一句话说清谁做了什么、结果如何。',
      'Title of the report: who did what, with what result.',
    ],
    example: '青石镇清淤3.2公里解决3个村内涝',
  },
  类型: {
    meaning: [
      '信息类型，决定报送时限、必备部分和适用的规则；不写就按正文推断。',
      'Kind of report: decides limit, parts and rules. Inferred from the text when missing.',
    ],
    example: '动态、突发初报、问题、经验、综合、调研、建议、舆情、专报、总结、简报',
  },
  单位: {
    meaning: ['报送单位，写规范全称。', 'The unit that reports, by its full name.'],
    example: '云岭县青石镇人民政府',
  },
  拟稿人: {
    meaning: [
      '起草人，可写多人：一人一行“- 姓名（分工）”，或写在一行用顿号隔开。',
      'Who drafted it; several people with their parts, one `- name（part）` a line or in one line.',
    ],
    example: '王某（采写）、李某（数据核对）、陈某（线索）',
  },
  审核人: { meaning: ['审核的同志，不应与拟稿人相同。', 'Who checked it; not the author.'], example: '李某' },
  签发人: { meaning: ['签发的负责人。', 'Who approved it for hand-in.'], example: '赵某' },
  联系电话: {
    meaning: ['办公电话，供收稿单位核实。', 'Office telephone for questions.'],
    example: '0000-1234567',
  },
  报送对象: {
    meaning: ['报给哪个单位。', 'The office that receives the report.'],
    example: '云岭县委办公室信息科',
  },
  成稿日期: {
    meaning: [
      '成稿的日期；稿中“今日”“本周五前”等从这一天算起。',
      'Date of the report; relative dates count from it.',
    ],
    example: '2026-04-28',
  },
  事发时间: {
    meaning: ['事件发生的时间，精确到分。', 'When it happened, to the minute.'],
    example: '2026-04-28 09:20',
  },
  接报时间: {
    meaning: [
      '本单位得知的时间，紧急信息的时限从这里算起。',
      'When the unit learned of it; limits of urgent reports start here.',
    ],
    example: '2026-04-28 09:35',
  },
  等级: {
    meaning: [
      '突发事件的等级，有的规定按等级定时限；不写按最宽的算。由有权部门认定，拿不准先不填。',
      'Grade of the event, which some limits go by; without it the longest is taken.',
    ],
    example: '一般、较大、重大、特别重大',
  },
  上次报送时间: {
    meaning: [
      '续报填：上一次报出（初报或上一次续报）的时间，这次续报的时限从那时算起。',
      'Of a follow-up: when the last report went out; its limit starts there.',
    ],
    example: '2026-04-28 10:05',
  },
  处置结束时间: {
    meaning: [
      '终报填：应急响应终止、现场处置完毕的时间，终报的时限从那时算起。',
      'Of a final report: when the event was dealt with; its limit starts there.',
    ],
    example: '2026-04-30 18:00',
  },
  报送时限: {
    meaning: [
      '最迟什么时候报出：写时间，或写多长时间。',
      'When it is due: a time, or a span from its start.',
    ],
    example: '2026-04-29 18:00、24小时、3个工作日',
  },
  报送时间: {
    meaning: ['实际报出的时间，报送后自动填写。', 'When it was handed in; filled in by the hand-in.'],
    example: '2026-04-28 16:40',
  },
  状态: {
    meaning: ['稿件走到哪一步。', 'Where the report stands.'],
    example: '草稿、待审、已报送、已采用、退回',
  },
  密级: {
    meaning: [
      '应为非涉密。涉密信息不得在本机起草、不得经本工具报送。',
      'Must be unclassified; classified matter may not be drafted or sent here.',
    ],
    example: '非涉密',
  },
  迟报原因: {
    meaning: ['超过时限仍要报送时，写明为什么晚了。', 'Why it is late, when it goes out after its limit.'],
    example: '现场道路中断，4月28日18时恢复通信',
  },
  附件: {
    meaning: ['随稿报送的文件，写相对路径。', 'Files that go with the report, by relative path.'],
    example: '附件/受灾统计表.xlsx',
  },
  回执号: {
    meaning: [
      '收稿单位的回执号，报送后自动填写。',
      'Receipt of the receiving office; filled in by the hand-in.',
    ],
    example: '20260428-013',
  },
}
