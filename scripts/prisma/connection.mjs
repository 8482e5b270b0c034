import { parseIntoClientConfig } from 'pg-connection-string'

/**
 * How to reach the database that a Prisma address names. The parts are handed on one by one and
 * never as `connectionString`, because pg lets a connection string win over `database`: the shadow
 * database would then be the real one.
 */
export function connectionOf(url) {
  const address = new URL(url)
  const schema = address.searchParams.get('schema') ?? 'public'
  // `schema` is Prisma's own parameter; Postgres would be asked for a setting it has not got.
  address.searchParams.delete('schema')
  const server = { ...parseIntoClientConfig(address.href), max: 1 }
  return {
    schema,
    server:
      schema === 'public'
        ? server
        : { ...server, options: `-c search_path="${schema.replaceAll('"', '""')}"` },
  }
}
