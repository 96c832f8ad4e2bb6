/** Titles and notes of the forms of a seal's life; their labels are the register's own words. */
import { defineWords } from '../office/words.ts'

export const lifeFormWords = defineWords(
  {
    'documents.title.seal-activation': '印章启用登记表',
    'documents.title.seal-disposal': '印章停用、封存、销毁登记表',
    'documents.title.seal-retired': '印章停用登记表',
    'documents.title.seal-sealed-away': '印章封存登记表',
    'documents.title.seal-destroyed': '印章销毁登记表',
    'documents.title.seal-loss': '印章挂失登记表',
    'documents.title.seal-found': '印章找回登记表',
    'documents.title.seal-handover': '印章交接登记表',
    'documents.title.seal-outing': '印章外带审批单',
    'documents.copy.life-stub': '第一联　存根',
    'documents.copy.life-archive': '第二联　档案',
    'documents.impression-true-size': '印模（原大 {width}×{height} mm）',
    'documents.note.life': '一式两份：存根、档案。印模为图样，不是电子印章；扫码可核对编号、内容摘要与本工位签名。',
  },
  {
    'documents.title.seal-activation': 'Seal taken into use',
    'documents.title.seal-disposal': 'Seal retired, sealed away or destroyed',
    'documents.title.seal-retired': 'Seal retired',
    'documents.title.seal-sealed-away': 'Seal sealed away',
    'documents.title.seal-destroyed': 'Seal destroyed',
    'documents.title.seal-loss': 'Seal lost',
    'documents.title.seal-found': 'Seal found again',
    'documents.title.seal-handover': 'Seal handover',
    'documents.title.seal-outing': 'Seal taken out',
    'documents.copy.life-stub': 'Copy 1: stub',
    'documents.copy.life-archive': 'Copy 2: archive',
    'documents.impression-true-size': 'Impression, true size ({width}×{height} mm)',
    'documents.note.life':
      'In two copies: stub and archive. The impression is an image, not an electronic seal; the code checks number, content and this desk’s signature.',
  },
)
