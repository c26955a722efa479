/** All of Postgres that is used: the embedded and the server driver both satisfy it. Queries cast to `text` or `int`, as the drivers differ on other types; records travel as `json`, which keeps them to the letter. */
export interface Db {
  /** Where it runs: inside this process, where all of Postgres is ours, or on a server, where it is not. */
  readonly kind: 'embedded' | 'server'
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>
  /** Several statements without parameters; for migrations alone. */
  script(sql: string): Promise<void>
  /** All of the work or nothing of it; the work uses the database that it is given. */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>
  close(): Promise<void>
}
