/** The example's goods: families of things an office draws, each in several makes; with four hundred of them, all differ. */

export type Family = {
  name: string
  unit: string
  /** Packs by unit and factor, the smallest first. */
  packs: readonly (readonly [string, number])[]
  specs: readonly string[]
  /** Of one base unit, in 分. */
  price: readonly [number, number]
  min: number
  /** What one person may draw in a month. */
  quota?: number
  durable?: boolean
  exchangeOld?: boolean
}

export const makes = ['晨屿', '青禾', '松针', '白鹭', '远山', '石桥', '蓝田', '云杉']

export const families: readonly Family[] = [
  {
    name: '中性笔',
    unit: '支',
    packs: [
      ['盒', 12],
      ['箱', 288],
    ],
    specs: ['0.5mm 黑', '0.5mm 红', '0.5mm 蓝', '0.7mm 黑', '0.38mm 黑'],
    price: [80, 350],
    min: 144,
    quota: 12,
  },
  {
    name: '圆珠笔',
    unit: '支',
    packs: [['盒', 20]],
    specs: ['0.7mm 蓝', '0.7mm 黑'],
    price: [60, 200],
    min: 60,
    quota: 10,
  },
  { name: '白板笔', unit: '支', packs: [['盒', 10]], specs: ['黑', '红', '蓝'], price: [180, 420], min: 40, quota: 6 },
  { name: '记号笔', unit: '支', packs: [['盒', 10]], specs: ['双头黑', '油性红'], price: [150, 380], min: 40 },
  {
    name: '复印纸',
    unit: '包',
    packs: [['箱', 5]],
    specs: ['A4 70g', 'A4 80g', 'A3 70g', 'A3 80g'],
    price: [1650, 3600],
    min: 50,
    quota: 4,
  },
  {
    name: '便利贴',
    unit: '本',
    packs: [['盒', 12]],
    specs: ['76×76mm', '76×51mm', '分页标签'],
    price: [150, 600],
    min: 36,
    quota: 6,
  },
  {
    name: '笔记本',
    unit: '本',
    packs: [['包', 10]],
    specs: ['A5 80页', 'B5 100页', 'A4 120页'],
    price: [380, 1800],
    min: 40,
    quota: 3,
  },
  {
    name: '文件夹',
    unit: '个',
    packs: [['包', 10]],
    specs: ['A4 单强力夹', 'A4 双强力夹', '抽杆夹'],
    price: [120, 900],
    min: 50,
    quota: 10,
  },
  { name: '档案盒', unit: '个', packs: [['箱', 50]], specs: ['35mm', '55mm', '75mm'], price: [420, 1100], min: 60 },
  { name: '订书钉', unit: '盒', packs: [['条', 10]], specs: ['24/6', '23/13'], price: [90, 480], min: 30 },
  {
    name: '订书机',
    unit: '台',
    packs: [],
    specs: ['24/6 标准', '重型'],
    price: [1500, 8900],
    min: 5,
    durable: true,
    exchangeOld: true,
  },
  {
    name: '计算器',
    unit: '台',
    packs: [],
    specs: ['12位', '14位 语音'],
    price: [2500, 7800],
    min: 4,
    durable: true,
    exchangeOld: true,
  },
  {
    name: '硒鼓',
    unit: '支',
    packs: [],
    specs: ['黑色 大容量', '彩色套装'],
    price: [9800, 42000],
    min: 6,
    exchangeOld: true,
  },
  {
    name: '胶带',
    unit: '卷',
    packs: [['筒', 12]],
    specs: ['透明 45mm', '双面 24mm', '美纹 24mm'],
    price: [160, 720],
    min: 48,
  },
  { name: '胶水', unit: '瓶', packs: [['盒', 24]], specs: ['固体 21g', '液体 50ml'], price: [120, 380], min: 24 },
  { name: '剪刀', unit: '把', packs: [], specs: ['170mm', '210mm'], price: [480, 1600], min: 8, durable: true },
  {
    name: '电池',
    unit: '节',
    packs: [
      ['板', 4],
      ['盒', 48],
    ],
    specs: ['5号 碱性', '7号 碱性', '9V'],
    price: [150, 900],
    min: 96,
    quota: 8,
  },
  {
    name: 'U盘',
    unit: '个',
    packs: [],
    specs: ['32GB', '64GB', '128GB'],
    price: [2600, 8800],
    min: 5,
    durable: true,
    exchangeOld: true,
  },
  {
    name: '鼠标',
    unit: '只',
    packs: [],
    specs: ['有线', '无线'],
    price: [2900, 9900],
    min: 6,
    durable: true,
    exchangeOld: true,
  },
  {
    name: '键盘',
    unit: '只',
    packs: [],
    specs: ['有线', '无线'],
    price: [4900, 16800],
    min: 5,
    durable: true,
    exchangeOld: true,
  },
  {
    name: '纸巾',
    unit: '包',
    packs: [
      ['提', 10],
      ['箱', 60],
    ],
    specs: ['抽取式 3层', '擦手纸'],
    price: [220, 780],
    min: 120,
  },
  { name: '洗手液', unit: '瓶', packs: [['箱', 12]], specs: ['500ml', '5L 补充装'], price: [850, 4200], min: 18 },
  { name: '垃圾袋', unit: '卷', packs: [['包', 5]], specs: ['45×55cm', '80×100cm'], price: [380, 1900], min: 40 },
  {
    name: '一次性纸杯',
    unit: '只',
    packs: [
      ['条', 50],
      ['箱', 1000],
    ],
    specs: ['225ml', '250ml 加厚'],
    price: [8, 22],
    min: 500,
  },
  {
    name: '劳保手套',
    unit: '双',
    packs: [
      ['打', 12],
      ['包', 120],
    ],
    specs: ['棉纱', '丁腈涂层', '防割 5级'],
    price: [120, 3800],
    min: 120,
    quota: 10,
  },
  {
    name: '防护口罩',
    unit: '只',
    packs: [
      ['盒', 20],
      ['箱', 400],
    ],
    specs: ['KN95', 'KN95 带阀', '活性炭'],
    price: [90, 480],
    min: 200,
    quota: 30,
  },
  {
    name: '安全帽',
    unit: '顶',
    packs: [],
    specs: ['白色 ABS', '黄色 ABS', '红色 ABS'],
    price: [1900, 5800],
    min: 10,
    durable: true,
    exchangeOld: true,
  },
  {
    name: '工作服',
    unit: '套',
    packs: [],
    specs: ['夏季 170', '夏季 175', '冬季 170', '冬季 175', '冬季 180'],
    price: [6800, 18800],
    min: 12,
    durable: true,
    quota: 2,
  },
  {
    name: '劳保鞋',
    unit: '双',
    packs: [],
    specs: ['40码', '41码', '42码', '43码'],
    price: [8800, 26800],
    min: 8,
    durable: true,
    exchangeOld: true,
  },
  { name: '护目镜', unit: '副', packs: [], specs: ['防冲击', '防雾'], price: [1200, 4800], min: 12, durable: true },
  { name: '瓶装水', unit: '瓶', packs: [['箱', 24]], specs: ['350ml', '550ml'], price: [60, 180], min: 240 },
  { name: '茶叶', unit: '罐', packs: [], specs: ['绿茶 250g', '红茶 250g'], price: [4800, 19800], min: 4 },
]
