import { rulesPage } from './rules-page.ts'

/** Pages that are made of the code, by their path; each is given as it stands, for pages of which only parts are made. */
export const PAGES: Readonly<Record<string, (page: string) => string>> = {
  'docs/rules.md': rulesPage,
}
