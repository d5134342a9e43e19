// What stands around a long number and tells whose it is. A check digit alone proves nothing: one order number in ten has
// the check digit of a bank card, one credit code in eleven that of an identity card.

/** What the words beside a number say that it is. */
export type Named = 'identity' | 'card' | 'account' | 'phone' | 'thing' | undefined

export interface Evidence {
  readonly named: Named
  /** Somebody private is spoken of right before it or behind it: 村民, 户主, 秦某, a column 姓名. */
  readonly person: boolean
  /** A word that can be a name stands directly before it: 张建国（… */
  readonly fullName: boolean
  /** A unit is spoken of: whose account it is, nobody private. */
  readonly unit: boolean
  /** It begins the text, or follows a mark. */
  readonly alone: boolean
}

const either = (words: string) => words.split(' ').join('|')
const ends = (words: string) => new RegExp(`(?:${either(words)})$`)

const identityLabel = ends(
  '身份证 身份证号 身份证号码 身份证件 居民身份证 公民身份号码 公民身份证号码 身份号码 证件号 证件号码 身份信息',
)
const cardLabel = ends(
  '银行卡 银行卡号 卡号 一卡通 “一卡通 一卡通” 一卡通号 存折 存折号 存折账号 借记卡 储蓄卡 社保卡 信用卡 惠农卡 行卡 信卡',
)
const accountLabel = ends('账号 账户 帐号 帐户 户头 专户 公户 账号为')
/** Labels that end in 号 or 码 and are a person's all the same. */
const phoneLabel = ends(
  '手机 手机号 手机号码 电话 电话号 电话号码 联系方式 联系号码 来电号码 来电 去电 微信 微信号 微信同号 同号 号码 拨打 致电',
)
/** Every other label that ends like a number's, and what is numbered without saying so. */
const thingLabel = /(?:[一-龥](?:号|码)|工单|订单|运单|单据|用户名|坐标|发票|凭证|网址|链接|税号|第)$/
const numberedPaper = /(?:发票|车牌|证书|凭证|合同|订单|文件|登记|运单|批准|备案)号码$/

const unitBehind = new RegExp(
  `^[ 　]?[余万亿]{0,2}(?:${either(
    '元 美元 港元 吨 公里 千米 米 平方 立方 亩 公顷 千克 公斤 斤 克 升 千瓦 度 条 次 人 户 个 件 台 辆 只 头 羽 株 棵 张 份 册 号 字节 % ％',
  )})`,
)
const privateWords =
  '村民 居民 群众 户主 职工 员工 学生 老人 当事人 男子 女子 男， 女， 男） 党员 持卡人 家属 患者 业主 租户 农户 社员 本人 姓名 机主'
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤'
const person = new RegExp(`${either(privateWords)}|[${surnames}]某`)
const fullName = new RegExp(`(?:^|[，。；、：（( \\n])[${surnames}][一-龥]{1,2}[（(，：: ]?$`)
const unit = new RegExp(
  either(
    '公司 政府 财政 对公 专户 公户 协会 工会 基金会 慈善 单位 合作社 委员会 学校 医院 卫生院 非税 税务 法院 镇政府 村委会 企业 集团',
  ),
)
/** Between a label and its number. */
const joint = /(?:[\s：:（("“'【为是分别]|\u200b|\u2060|\ufeff){1,6}$/
const mark = /[\s，。；、：:（()）|！？]/

/** What the words directly before a number call it. */
export function namedBy(before: string): Named {
  const label = before.replace(joint, '')
  if (identityLabel.test(label)) return 'identity'
  if (cardLabel.test(label)) return 'card'
  if (accountLabel.test(label)) return 'account'
  if (numberedPaper.test(label)) return 'thing'
  if (phoneLabel.test(label)) return 'phone'
  return thingLabel.test(label) ? 'thing' : undefined
}

/** `label`: the heading of the column, for a cell that holds nothing before the number. */
export function evidenceOf(before: string, after: string, label: string | undefined): Evidence {
  const own =
    before.trimEnd() === '' && label !== undefined ? namedBy(label.replace(/[（(].{0,8}$/, '')) : undefined
  const measured =
    unitBehind.test(after) || (label !== undefined && /[（(](?:万|亿)?[元吨米亩公斤里]/.test(label))
  return {
    named: measured ? 'thing' : (own ?? namedBy(before)),
    person: person.test(before) || person.test(after),
    fullName: fullName.test(before),
    unit: unit.test(before) || unit.test(after),
    alone: before === '' || mark.test(before.slice(-1)),
  }
}
