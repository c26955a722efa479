export { phraseOf, readCounted, saysCount, type CountedPhrase } from './counted-phrase.ts'
export { findFigures, isUnreal, type FigureDraft } from './find-figures.ts'
export { writeFigures } from './write-figures.ts'
export { FIGURE_RULES } from './rules.ts'
