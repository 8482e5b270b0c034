'use client'

import { type ReactNode, useMemo } from 'react'
import { Chip } from '@/components/look/filters'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { RegisterSort } from '@/lib/sen-register/sort.rules'
import { countWords, sortedByWords } from '@/lib/sen-register/words'
import { registerRowsHtml } from './row-html'
import { useKeptSearch, useSearch } from './register-search'

/** How many pupils are shown, said aloud politely when the number changes. */
export function RegisterCount({
  total,
  sort,
  children,
}: {
  total: number
  sort: RegisterSort
  children?: ReactNode
}) {
  const { found } = useSearch()
  return (
    <p>
      <span role="status">
        <b>{countWords(found.length, total)}</b>, {sortedByWords[sort]}.
      </span>{' '}
      {children}
    </p>
  )
}

type Props = {
  caption: string
  head: ReactNode
  /** What to say and do where nobody answers the search and the filters. */
  nobody: ReactNode
  /** The address that pupils' pages lie under, as short as it goes from the register's own: it stands in every row. */
  pupils: string
  today: IsoDate
}

/**
 * The register as a table, its rows one string: 600 rows of cells as elements cost more time than all the rest of the
 * page (docs/decisions/0010). Built here rather than on the server, so that the page carries the rows once as
 * HTML and once as short facts, and not twice as HTML.
 */
export function RegisterTable({ caption, head, nobody, pupils, today }: Props) {
  const { found } = useSearch()
  const rows = useMemo(() => ({ __html: registerRowsHtml(found, pupils, today) }), [found, pupils, today])
  if (found.length === 0) return nobody
  return (
    <table className="register" role="table">
      <caption className="govuk-visually-hidden">{caption}</caption>
      {head}
      <tbody role="rowgroup" dangerouslySetInnerHTML={rows} />
    </table>
  )
}

/** A link to another order of the register, or another view of it, that keeps what is typed. */
export function KeptLink({ href, children }: { href: string; children: ReactNode }) {
  return <a href={useKeptSearch(href)}>{children}</a>
}

/** A filter that is set; taking it off keeps what is typed. */
export function KeptChip({ href, children }: { href: string; children: string }) {
  return <Chip href={useKeptSearch(href)}>{children}</Chip>
}

/** The file of exactly the pupils shown. */
export function ExportLink({ href }: { href: string }) {
  const { found } = useSearch()
  const address = useKeptSearch(href)
  if (found.length === 0) return null
  return (
    <a className="govuk-button govuk-button--secondary" href={address} download>
      {`Export ${found.length === 1 ? 'this pupil' : `these ${found.length}`}`}
    </a>
  )
}
