// GENERATED from server/knowledge/figures.yaml. Do not edit: change the YAML and run `npm run generate`.
// 数据验算：哪些词说明几个数之间是什么关系，哪些词说明不能这样算

import type { Cue } from './cue'

/** 总数里已经办了、用了、完成了的部分；剩下的就是总数减去它 */
export const dealtWith: Cue = {"id":"figures.dealt-with","source":"完成|支出|支付|使用|拨付|发放|办结|整改|化解|审核|到位|建成|安装|改造|销售|售出|兑付|归还|核查|接种|回收|收回|拆除|清理|验收|现有|签订","plain":true}

/** 说的是剩下多少、还差多少，应当等于总数减去已办的 */
export const leftOver: Cue = {"id":"figures.left-over","source":"剩余|剩下|余下|其余|结余|节余|结存|余款|还剩|尚剩|还差|尚差|还缺|尚缺|仍缺|还欠|尚欠|还需|尚需|仍需|节约|节省|余额","plain":true}

/** 还有别的数进出，剩下的就不单是两数之差 */
export const otherInBalance: Cue = {"id":"figures.other-in-balance","source":"累计结余|上年|往年|结转|追加|核减|预留|其中|扣除|报废|调整|增补|返还|利息|正在|退出|取消|年初|原有|期初|历年|滚存|补种|补植|在建|另","plain":true}

/** 按在册的人、件算的比率，最多100%；完成率、开工率对着计划算，参保率、接种率有外来人口，可以超过 */
export const cappedRate: Cue = {"id":"figures.capped-rate","source":"合格|满意|到会|出勤|知晓|及格|优良|达标|入住|参训|整改|在岗|持证|及时|入学|参会|签收|回访","plain":true}

/** 有计划、有往年的数在内，比率超过100%是正常的 */
export const beyondPlan: Cue = {"id":"figures.beyond-plan","source":"完成率|目标|计划|任务|序时|定额|超额|结转|往年|上年|补缴|预缴|清欠|追缴|存量|新增|补种","plain":true}

/** 利率、汇率这类比率习惯上说涨跌百分之几，不一定是百分点 */
export const proportionalRate: Cue = {"id":"figures.proportional-rate","source":"增长率|收益率|死亡率|死亡比|发病率|发案率|换手率|市盈率|利率|汇率|费率|税率|增速","plain":true}

/** 指标本身就是百分数，前后之差要写百分点 */
export const shareIndicator: Cue = {"id":"figures.share-indicator","source":"满意度|知晓度|占比|比重|比例|率","plain":true}

/** 指数、得分、酸碱度这类数没有单位，升降也没有单位 */
export const withoutUnit: Cue = {"id":"figures.without-unit","source":"收入比|PMI|CPI|指数|系数|得分|评分|分值|积分|pH|PH|浓度|密度|比值|差距|倍数|值为|排名|位次|均分|氧|氮|磷","plain":true}

/** 按身份、年龄、性别、级别划的人和户可能重叠，加起来会多于总数 */
export const mayOverlap: Cue = {"id":"figures.may-overlap","source":"党员|团员|妇女|青年|儿童|重点|困难|低保|残疾|脱贫|以上|以下|规上|民营|女|男|老|级","plain":true}

/** 合计下面的这种行是拿来比较的，不是分项 */
export const comparedRow: Cue = {"id":"figures.compared-row","source":"上年|去年|同期|上月|平均|人均|计划|目标|任务|备注|说明|增|减|比|占|率|注","plain":true}

/** 分母另有口径，文中的两个数不一定就是分子分母 */
export const otherShareBase: Cue = {"id":"figures.other-share-base","source":"调整后|结转|旧存|加权|往年|折算|权重|存量|可比|口径|多选","plain":true}

/** 每户、每村给多少、配多少的动词；乘上户数、村数应当等于总数 */
export const givenEach: Cue = {"id":"figures.given-each","source":"配备|发放|补助|补贴|奖励|给予|安排|种植|安装|建设|设置|招收|培训|拨付|投入|领取|分得|捐款|捐助|配|发|补|奖|派|种|放|装|建|设|招|捐","plain":true}

/** 前面说有几条、几项、几个方面，后面要列够这么多条 */
export const announcedNoun: Cue = {"id":"figures.announced-noun","source":"重点工作|着力点|件实事|件大事|件好事|件小事|方面|举措|措施|要求|意见|建议|任务|环节|问题|原因|特点|做法|经验|步骤|机制|行动|抓手|转变|坚持|原则|体会|层面|短板|不足|困难|启示|亮点|成效|难点|目标|优势|关系|阶段|特征|件事","plain":true}

/** 非此即彼的两类，斜线两边合起来就是全部；两类的数相加应当等于总数 */
export const oppositeParts: Cue = {"id":"figures.opposite-parts","source":"公益林/商品林|预期性/约束性|上半年/下半年|户籍/非户籍|在编/编外|编内/编外|住校/走读|寄宿/走读|地上/地下|中央/地方|在职/退休|已婚/未婚|有证/无证|室内/室外|县内/县外|省内/省外|境内/境外|域内/域外|自有/租赁|正职/副职|专职/兼职|脱产/业余|有偿/无偿","plain":true}

/** 一进一出的说法，斜线左边是进、右边是出；两数之差就是净增净减 */
export const oppositeFlows: Cue = {"id":"figures.opposite-flows","source":"新登记/注销|新登记/吊销|新发展/退出|调入/调出|转入/转出|迁入/迁出|流入/流出|引进/流失|录用/离职|招聘/离职|招录/退休|新进/退休|入职/离职|新招/离职|新招/辞职|收入/支出|出生/死亡|入库/出库|购进/售出|收购/销售|补栏/出栏|新增/减少|新增/注销|新增/关停|新建/关停|新开/关闭|新设/注销|新增/取消|新增/核销|开户/销户|返乡/外出|进货/出货|存入/取出|上客/下客","plain":true}

/** 按这些分，一个人、一件事只归一类；各类占比加起来不会超过100% */
export const singleChoice: Cue = {"id":"figures.single-choice","source":"文化程度|结构|构成|来源|来看|年龄|学历|职业|行业|产业|去向|流向|用途|性别|渠道|类别|类型|性质|分布|程度|等级|隶属","plain":true}

/** 一个人可以选几样，各项占比加起来可以超过100% */
export const severalChoices: Cue = {"id":"figures.several-choices","source":"问卷|受访|选择|认为|希望|反映|多选|诉求|需求|困难|意愿|关注|关心|主要|拥有|使用|参加|盼|最|都|均|兼","plain":true}

/** 评价的档次，一个人只评一档 */
export const gradeWord: Cue = {"id":"figures.grade-word","source":"非常不满意|非常满意|比较满意|基本满意|不太满意|很不满意|基本合格|基本称职|很满意|较满意|不满意|不合格|不及格|不称职|说不清|不了解|无所谓|满意|一般|很好|较好|较差|很差|优秀|良好|合格|及格|称职|好|差|优|良|中","plain":true}

/** 数的是一次一次的事，一件事只归一类；各类相加不会多于总数 */
export const eventUnit: Cue = {"id":"figures.event-unit","source":"场次|批次|场|期|起|件|宗|批|条|例|篇|封|次","plain":true}

/** 三个方面、五项措施：文章的条数，不是数据：其中的用词 */
export const structuralNounWord: Cue = {"id":"figures.structural-noun-word","source":"着力点|方面|层面|环节|维度|重点|关键|举措|措施|要求|建议|意见|体会|启示|任务|目标|阶段|步骤|抓手|原则|坚持|关系|特点|原因|经验|做法|转变|结合|到位|必须|确保|关口|体系|机制|行动|工作|问题|矛盾|短板|不足|渠道|字","plain":true}

/** 三个方面、五项措施：文章的条数，不是数据 */
export const structuralNoun: Cue = {"id":"figures.structural-noun","source":"^(?:大|个|项|条|点|种|类|方面|层|道)?(?:主要|重点|关键|突出|具体|基本|核心|重要|专门|大)?(?:着力点|方面|层面|环节|维度|重点|关键|举措|措施|要求|建议|意见|体会|启示|任务|目标|阶段|步骤|抓手|原则|坚持|关系|特点|原因|经验|做法|转变|结合|到位|必须|确保|关口|体系|机制|行动|工作|问题|矛盾|短板|不足|渠道|字)"}

/** 一句话用这些开头，说的还是前面那一次、那一件，数应当和前面一致 */
export const looksBack: Cue = {"id":"figures.looks-back","source":"[此本这该][次轮项场][一-龥]{0,6}?[，]?(?:一共|总共|共计|合计|共)|(?:活动|行动|检查|排查|培训|宣传|整治|走访|巡查|执法|演练|抢险|救援|会议?)(?:中|期间|当天|现场)?[，]?(?:一共|总共|共计|合计|共)|(?:据统计|经统计|经梳理|经汇总)[，]?(?:一共|总共|共计|合计|共)|(?:一共|总共|共计|合计|共)"}

/** “对查出的16处隐患”：说的是前面已经查出的那些，数应当和前面一致 */
export const definiteBack: Cue = {"id":"figures.definite-back","source":"(?:^|[，。；：])(?:目前|现已|同时|随后|会后|下一步)?[，]?(?:针对|对于|对|就|将|把)(?:此次|本次|这次|检查|排查|走访|调研)?(?=[一-龥]{2,6}的$)"}

/** 说的只是其中一部分、另外一次、另一时候或者打算，数不必和别处一致 */
export const narrows: Cue = {"id":"figures.narrows","source":"其中|分别|平均|新增|首批|当天|当日|上午|下午|截至|截止|计划|目标|预计|预期|力争|上年|去年|同期|累计|往年|上月|应到|部分|各|每|又|再|另|还|第","plain":true}

/** 换了地方、时间、单位或者项目，数不必和前面一致 */
export const otherScope: Cue = {"id":"figures.other-scope","source":"\\d{1,2}(?:月|日|时|点)|\\d{4}年|[上中下]旬|季度|昨[天日]|今[天日]|目前|截至|至今|本周|上周|月底|年底|次日|随后几天|(?:^|[。！？；])[^，。；！？]{1,10}(?:镇|乡|村|县|街道|社区|局|派出所|公司|企业|厂|学校|医院|大队|中队|项目|工程|第[一二三四五六]组)(?![民里内级域容])|(?:^|[。；，])(?:另|又|再|其中|分别|[一二三四]是|第[一二三四])"}

/** All of them, in the order of the file. */
export const cues: readonly Cue[] = [
  dealtWith,
  leftOver,
  otherInBalance,
  cappedRate,
  beyondPlan,
  proportionalRate,
  shareIndicator,
  withoutUnit,
  mayOverlap,
  comparedRow,
  otherShareBase,
  givenEach,
  announcedNoun,
  oppositeParts,
  oppositeFlows,
  singleChoice,
  severalChoices,
  gradeWord,
  eventUnit,
  structuralNounWord,
  structuralNoun,
  looksBack,
  definiteBack,
  narrows,
  otherScope,
]
