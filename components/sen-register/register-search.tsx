'use client'

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { isSought, soughtAs } from '@/lib/sen-register/filter.rules'
import { type RowFacts, unpackedRows } from './row-facts'

type Search = { typed: string; search: (text: string) => void; found: readonly RowFacts[] }

const SearchContext = createContext<Search | null>(null)

/** What is typed into the search of the register around it, and the rows that answer it. */
export function useSearch(): Search {
  const search = useContext(SearchContext)
  if (!search) throw new Error('there is no register around this')
  return search
}

const withTyped = (address: string, typed: string) => {
  const [path = '', query = ''] = address.split('?')
  const params = new URLSearchParams(query)
  if (typed === '') params.delete('q')
  else params.set('q', typed)
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}

/** An address of the register with what is typed now, so that a sort or an export keeps the search. */
export const useKeptSearch = (address: string) => withTyped(address, useSearch().typed)

type Props = {
  /** Every row that answers the other filters, packed. */
  rows: string
  /** What the address searched for. */
  sought: string
  children: ReactNode
}

/**
 * The register with its search. The page comes with the rows that answer everything but the name, so typing narrows
 * and widens them at once without asking the server; the address keeps in step and can be bookmarked.
 */
export function RegisterSearch({ rows, sought, children }: Props) {
  const [typed, setTyped] = useState(sought)
  const all = useMemo(() => unpackedRows(rows), [rows])
  const found = useMemo(
    () => (typed === '' ? all : all.filter(({ name, also }) => isSought(soughtAs(name, also), typed))),
    [all, typed],
  )
  const search = useCallback((text: string) => {
    setTyped(text)
    window.history.replaceState(null, '', withTyped(window.location.pathname + window.location.search, text))
  }, [])
  const value = useMemo(() => ({ typed, search, found }), [typed, search, found])
  return <SearchContext value={value}>{children}</SearchContext>
}

const PAUSE = 150

/** The search box: it waits for a pause in the typing, and without JavaScript it goes with the form. */
export function SearchBox({ sought }: { sought: string }) {
  const { search } = useSearch()
  const box = useRef<HTMLInputElement>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const onInput = useCallback(() => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => search(box.current?.value.trim() ?? ''), PAUSE)
  }, [search])
  // Somebody may have typed, or gone back to what they had typed, before this page came to life.
  useEffect(() => {
    if (box.current?.value !== sought) onInput()
    return () => clearTimeout(waiting.current)
  }, [onInput, sought])
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor="q">
        Name
      </label>
      <input
        ref={box}
        className="govuk-input"
        id="q"
        name="q"
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        defaultValue={sought}
        onInput={onInput}
      />
    </div>
  )
}
