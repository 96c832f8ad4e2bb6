/** Names for invented people: surnames by how common they are, given names as parents choose them. */
import type { Dice } from './dice.ts'

const surnames =
  '王王王李李李张张张刘刘陈陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万'
const pairs = ['欧阳', '上官', '司马', '诸葛']
const given =
  '子轩 浩然 宇航 梓涵 欣怡 雨桐 思远 志强 建国 建华 秀兰 桂英 海燕 丽华 晓明 晓东 文博 天宇 俊杰 嘉怡 佳琪 静雯 梦瑶 雪梅 春生 国庆 立新 卫东 永强 玉兰 淑芬 小红 凯 磊 涛 敏 静 丽 强 军 洋 勇 艳 杰 娟 波 辉 刚 健 婷 超 鹏 斌 琳 颖 慧 莹 璐 晨 昊 诗涵 若曦 一鸣 致远 明哲 承志 景行 怀瑾 修远 书瑶 语嫣 可欣 紫涵 锦程 瑞霖 泽宇 安然 乐怡 知夏 清扬 云帆 长青 德福 金宝 兰芝 月娥 广林 万里 宏伟 振华 国栋 学军 新民 红梅 爱玲 秋菊 冬梅 彩霞'.split(
    ' ',
  )

/** A name that none of `taken` has; each is added to it. */
export const makeName = (dice: Dice, taken: Set<string>): string => {
  for (;;) {
    const surname = dice.chance(0.02) ? dice.pick(pairs) : dice.pick([...surnames])
    const name = surname + dice.pick(given)
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
