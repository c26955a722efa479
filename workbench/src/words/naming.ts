/** How kinds of events and other codes are put: for pure code, which knows no language. */
export interface Naming {
  kind(kind: string): string
  code(code: string): string
}

/** As records have them. */
export const AS_CODED: Naming = { kind: (kind) => kind, code: (code) => code }
