// 粘贴残留: what came along when text was copied from a web page or a chat window.

import type { BlockRule } from '../engine/rule'
import { blockCue } from '../facts/rare'
import { expressionOf } from '../knowledge/cue'
import * as residueWords from '../knowledge/residue.generated'

const residues = [
  /^[ 　]*(?:您?(?:现在|当前)(?:所在)?的?位置[：:]|首页[ 　]*[>＞»›])[^。]{0,80}$/,
  /(?:预览|试读|免费)?阅读已结束|剩余(?:内容|\d+页)未读|点击(?:此处)?(?:下载|查看(?:全文|更多|原文)|展开)|展开(?:全文|阅读全文)/,
  /扫(?:一扫|码)(?:关注|下载|查看|添加|阅读|分享|在手机)[^。]{0,20}|长按识别二维码/,
  /^[ 　【[]*(?:打印|关闭|收藏|分享到|复制链接)(?:本页|窗口)?[】\]]*(?:[ 　|｜【[]+(?:打印|关闭|收藏|分享|微信|微博)(?:本页|窗口)?[】\]]*)+$/,
  /^[ 　]*(?:上一篇|下一篇|上一条|下一条|相关(?:链接|阅读|新闻|推荐))[：:].{0,60}$/,
  /^[ 　【（(]*字(?:号|体)[：:][ 　]*[【[]?大.{0,12}小[】\]]?[ 　】）)]*$/,
  /(?:浏览|阅读|点击)(?:次数|量|数)[：:][ 　]*\d+[ 　]*次?|^[ 　]*(?:责任)?编辑[：:][ 　]*[一-龥]{2,4}[ 　]*$/,
  /&(?:nbsp|amp|lt|gt|quot|#\d+);/,
  expressionOf(residueWords.assistantTalk),
]
const any = new RegExp(residues.map(pattern => pattern.source).join('|'))
const mayHold = blockCue('pasted-residue', residues)

export const pastedResidue: BlockRule = {
  id: 'pasted-residue',
  title: ['粘贴残留', 'Pasted residue'],
  family: 'generic',
  severity: 'warning',
  scope: 'paragraph',
  cue: block => mayHold(block) && any.test(block.text),
  messages: {
    residue: {
      what: ['“{text}”是从网页或对话框里带过来的', '“{text}” came along from a web page or a chat'],
      why: [
        '说明这段是粘贴来的，收稿人会怀疑全文',
        'It shows that the text was pasted, and casts doubt on all of it',
      ],
      doNext: ['删去，并核对前后是否还有不属于本单位的内容', 'Delete it and check its surroundings'],
    },
  },
  examples: {
    bad: [
      {
        text: '---\n类型: 动态\n---\n\n⟦首页 > 政务公开 > 工作动态⟧\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
      },
      {
        text: '---\n类型: 动态\n---\n\n⟦好的，以下是为您撰写的工作动态：⟧\n\n4月12日，青石镇清理河道3.2公里，出动41人。\n',
      },
    ],
    good: [
      {
        text: '---\n类型: 动态\n---\n\n4月12日，青石镇在便民服务中心首页公示低保名单43户，收到异议2件，4月20日前核实答复。\n',
      },
    ],
  },
  check(block, context) {
    for (const pattern of residues) {
      const hit = pattern.exec(block.text)
      if (!hit) continue
      const lead = hit[0].length - hit[0].trimStart().length
      const text = hit[0].trim()
      const start = hit.index + lead
      context.report({
        message: 'residue',
        values: { text: text.slice(0, 20) },
        start,
        end: start + text.length,
        fixes: [{ title: ['删去', 'Delete'], edits: [{ start, end: start + text.length, text: '' }] }],
      })
    }
  },
}
