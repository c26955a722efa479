import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadDataFiles } from '../../../src/kit.ts'
import {
  guessLanguage,
  judgeLanguage,
  openLanguageWords,
  openLexicon,
} from '../../../src/text/index.ts'

const words = openLanguageWords(openLexicon((await loadDataFiles()).lexicon))
const guess = (text: string): string | undefined => guessLanguage(text, words)?.code

const FOREIGN: Readonly<Record<string, string>> = {
  fr: 'Une explosion a fait douze morts lundi dans un marché de Darun, selon le gouverneur de la province. Les autorités ont déclaré que l’attaque n’a pas été revendiquée.',
  es: 'Al menos doce personas murieron el lunes en un ataque contra un mercado de Darun, según informó el gobernador. Ningún grupo se ha atribuido la responsabilidad.',
  de: 'Bei einem Anschlag auf einen Markt in Darun sind am Montag mindestens zwölf Menschen getötet worden, wie der Gouverneur mitteilte. Zu der Tat hat sich noch niemand bekannt.',
  pt: 'Pelo menos doze pessoas morreram na segunda-feira em um ataque a um mercado em Darun, segundo o governador. Nenhum grupo assumiu a autoria, mas a polícia está investigando.',
  it: 'Almeno dodici persone sono morte lunedì in un attacco contro un mercato di Darun, ha detto il governatore. Nessun gruppo ha rivendicato l’attentato, che è stato condannato da tutti.',
  tr: 'Darun’da bir pazara düzenlenen saldırıda en az on iki kişi öldü. Polis olay için soruşturma başlattı, ancak daha çok kişi yaralı olarak hastaneye kaldırıldı.',
  id: 'Sedikitnya dua belas orang tewas dalam serangan bom di pasar Darun pada hari Senin, kata gubernur. Belum ada kelompok yang mengaku bertanggung jawab atas serangan itu.',
  so: 'Ugu yaraan laba iyo toban qof ayaa ku dhimatay weerar lagu qaaday suuq ku yaalla Darun, sida uu sheegay guddoomiyaha.',
}

describe('a language is told by its frequent words, capitals or not:', () => {
  test.each(Object.entries(FOREIGN))('%s', (code, text) => {
    expect(guess(text)).toBe(code)
    expect(guess(text.toUpperCase())).toBe(code)
  })
})

test.each([
  'قتل اثنا عشر شخصا على الأقل يوم الاثنين',
  'По меньшей мере двенадцать человек погибли',
  '周一在达伦市场发生的袭击中至少有十二人死亡',
  'सोमवार को बाज़ार पर हुए हमले में बारह लोग मारे गए',
])('another script is no English: %s', (text) => {
  expect(guess(text)).toBe('und')
})

test.each([
  'BOMB KILLS 12',
  'Juan de la Cruz, Maria del Carmen Lopez y los hermanos Perez',
  'DEATHS: Jose Luis de los Santos; Ana de la Paz; Las Vegas; Los Angeles; El Paso',
  'La Prensa, El Pais, Le Monde, Die Zeit, Der Spiegel, Los Tiempos, La Nacion',
  'Ali, Hassan, Na’im, Ya’qub, al-Din, Abu Sa’id, Hadi',
  'The Frente Para la Victoria del Pueblo, or FPVP, said “no pasarán” to the government’s men.',
  '12 34 56',
  '…',
  '',
])('short texts and names tell no other language: %s', (text) => {
  expect(guess(text) ?? 'en').toBe('en')
})

test('the text goes before the label where its words are clear, the label where they are not', () => {
  const english =
    'The governor said that the men who were killed in the attack had been with the army for a year.'
  const codes = (said: string | undefined, text: string): unknown => {
    const { language, refused, notes } = judgeLanguage(said, text, words)
    return [language, refused ? 'refused' : 'read', ...notes.map(({ code }) => code)]
  }
  expect(codes(undefined, english)).toEqual(['en', 'read'])
  expect(codes('en-GB', english)).toEqual(['en-GB', 'read'])
  expect(codes('und', english)).toEqual(['und', 'read'])
  expect(codes('fr', english)).toEqual(['fr', 'read', 'language-contradicted'])
  expect(codes('fr', 'Darun: 12')).toEqual(['fr', 'refused', 'language-not-read'])
  expect(codes('en', FOREIGN['fr'] ?? '')).toEqual(['en', 'refused', 'language-not-read'])
  expect(codes(undefined, FOREIGN['fr'] ?? '')).toEqual(['fr', 'refused', 'language-not-read'])
  expect(codes('ar', 'قتل اثنا عشر شخصا على الأقل')).toEqual(['ar', 'refused', 'language-not-read'])
})

const REPORTS = ['muc4/tst1', 'isafpr/even', 'wiki_terror/incidents', 'polnear/dev', 're3d/re3d']
describe('no English report is taken for another language:', () => {
  test.each(REPORTS)('%s', (name) => {
    const url = new URL(`../../../../shared/data/${name}.jsonl`, import.meta.url)
    if (!existsSync(url)) {
      console.log(`skipped: no ${name} here`)
      return
    }
    const lines = readFileSync(url, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    const wrong = lines
      .map((line) => (JSON.parse(line) as { text?: string }).text ?? '')
      .flatMap((text) => [text, text.slice(0, 150), text.slice(0, 2000).toUpperCase()])
      .filter((text) => (guess(text) ?? 'en') !== 'en')
    expect(wrong).toEqual([])
  })
})
