// The words of which claims are made. Data only; how they combine is said in patterns.ts.

const words = (text: string): string => text.trim().split(/\s+/).join('|')

/** What became of a matter, behind 得到. */
export const outcome = words(`
  解决 缓解 化解 改善 改进 改观 提升 提高 增强 加强 遏制 控制 抑制 保障 保证 治理 处理 处置 查处 巩固 落实 发挥 转变 优化 规范 提振 满足 恢复 体现 好转 纠正
  整治 整改 根治 扭转 净化 锻炼 发展 充实 完善 拓展 推广 推进 应用 利用 维护 降低 减轻 压缩 扩大 释放 激发 显现 彰显 丰富 普及 认可 促进 盘活`)

/** Verbs that claim an effect when they are completed: 有力促进了, 极大改善了. */
export const effect = words(`
  提升 提高 增强 促进 推动 推进 带动 助推 拉动 改善 激发 调动 保障 保证 维护 缓解 遏制 打击 震慑 增进 拓宽 拓展 扩大 降低 减少 减轻 缩短 压缩 节约 节省 解决 规范 优化 净化 巩固 夯实
  凝聚 方便 满足 支撑 加快 丰富 锻炼 防止 防范 化解 消除 破解 堵塞 增加 加强 强化 密切 改变 扭转 引导 支持 弥补 填补 控制 避免 调整 服务 深化 鼓舞`)

/** Abstract things that a plain 提高了… is about: without a figure it says nothing. */
export const measured = words(`
  意识 能力 水平 素质 素养 质量 效率 效益 效能 积极性 主动性 创造性 凝聚力 战斗力 影响力 竞争力 公信力 吸引力 执行力 知名度 美誉度 满意度 认同感 归属感 责任感 获得感 幸福感 安全感
  负担 成本 压力 收入 条件 环境 面貌 覆盖面 知晓率 成功率 成活率 利用率 占有率 渠道 活力 动力 基础 信心 技能 本领 作风 形象 氛围 力度 透明度 距离`)

/** Praise of a result as predicate: 成效显著. */
export const praise = words(`
  显著 明显 良好 突出 初显 显现 凸显 喜人 丰硕 累累 顺利 较好 很好 不错 可喜 巨大 斐然 优异 骄人 好 大 理想 满意 迅速 较快 较大 有序 平稳 凸现 彰显 可观 提升 提高 广泛 强烈 热烈 一般 不佳 不好 不大 不明显 不理想 有限 较差 不高`)

/** Qualities that come in amounts, behind 十分 非常 比较. */
export const quality = words(`
  明显 显著 突出 普遍 严重 火爆 火热 良好 红火 旺盛 困难 紧张 激烈 顺畅 便捷 便利 满意 活跃 繁荣 丰富 丰硕 完善 规范 有限 匮乏 短缺 紧缺 不足 滞后 薄弱 频繁 集中 充足 充裕 可观 低下 缓慢 迅速 迅猛
  庞大 巨大 惊人 广泛 强烈 热烈 理想 稳定 平稳 均衡 充分 有效 高效 先进 落后 拥挤 拥堵 抢手 畅销 密切 尖锐 严峻 有力 健全 和谐 牢固 坚实 融洽 单一 老旧 陈旧 破旧 便民 精准 优质`)

/** Sizes as predicate. */
export const size = words('多 少 大 小 高 低 快 慢 强 弱 好 差 重 长 短 广 紧 远')

/** Things of which 不高 不大 不多 says an amount. */
export const amountNouns = words(`
  率 量 额 面 值 数 比例 比重 占比 总量 收入 规模 产量 效益 水平 质量 标准 程度 成本 价格 覆盖面 知晓度 满意度 参与度 利用度 频次 次数 人数 户数 面积 人口 财力 后劲 速度 增速 进度 效率 效果 作用 影响 比率 需求 投入 资金 编制 人才 人员 素质 待遇 报酬 补贴 能力 项目 力度 积极性 采用的`)

/** People, and what stands for a household: somebody has a list of them. */
export const countedPeople = words(`
  群众 村民 居民 学生 师生 幼儿 儿童 职工 员工 工人 农户 住户 商户 养殖户 种植户 脱贫户 人员 患者 病人 旅客 乘客 游客 司机 驾驶员 党员 老人 家长 业主 租户 伤员 教师 医生 村医 网格员 护林员 学员
  贷款户 经营户 用户 车主 船员 考生 车辆 站点 网点`)

/** Places and things that break or are cut off. */
export const countedPlaces = words(`
  村 村组 村庄 自然村 路段 道路 农田 房屋 民房 农房 大棚 桥梁 涵管 水渠 渠道 线路 台区 小区 社区 街道 乡镇 厂房 商铺 基站 管网 堤段 河段 站点 网点 门店 设施 设备 水库 泵站`)
