export { phraseOf, saysCount } from './counted-phrase.ts'
export { findFigures, type FigureDraft } from './find-figures.ts'
export { writeFigures } from './write-figures.ts'
