import 'server-only'
import type { SchoolTx } from './db'
import { Prisma } from './prisma/client'

/** Pieces of SQL with their values apart, as every statement is written. */
export const { sql, empty, raw } = Prisma

/** A read that can go together with others in one statement: what is asked, and what is made of its rows. */
export type Part<T, Row = never> = { readonly sql: Prisma.Sql; readonly made: (rows: Row[]) => T }

/** How a read is asked, and what is made of its rows. They come as JSON: a day is text, and so is an instant. */
export const part = <Row, T>(sql: Prisma.Sql, made: (rows: Row[]) => T): Part<T, Row> => ({ sql, made })

/** The same where the rows are wanted as they come. */
export const rowsPart = <Row>(
  sql: Prisma.Sql,
  made: (rows: Row[]) => Row[] = (rows) => rows,
): Part<Row[]> => ({ sql, made })

/** Stands where a part is not for whoever asks. */
export const nothingPart: Part<never[]> = rowsPart<never>(sql`SELECT 1 WHERE false`)

/**
 * Several reads in one statement. Each statement costs its way there and back, and the time to set up row-level security,
 * whether it finds a row or not: a page that asks for twenty things pays that once.
 */
export async function gather<T extends Record<string, unknown>>(
  tx: Pick<SchoolTx, '$queryRaw'>,
  parts: { readonly [Name in keyof T]: Part<T[Name]> },
): Promise<T> {
  const named = Object.entries<Part<unknown>>(parts)
  const columns = named.map(
    ([name, { sql }]) =>
      Prisma.sql`(SELECT COALESCE(json_agg(asked), '[]') FROM (${sql}) asked) AS ${Prisma.raw(`"${name}"`)}`,
  )
  const [row] = await tx.$queryRaw<Record<string, never[]>[]>(Prisma.sql`SELECT ${Prisma.join(columns)}`)
  return Object.fromEntries(named.map(([name, { made }]) => [name, made(row?.[name] ?? [])])) as T
}

/** One such read by itself. */
export const readPart = async <T>(tx: Pick<SchoolTx, '$queryRaw'>, alone: Part<T>): Promise<T> =>
  (await gather<{ alone: T }>(tx, { alone })).alone
