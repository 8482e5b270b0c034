import { Details } from '@/components/look/details'
import { EmptyState } from '@/components/look/empty-state'
import { Strip } from '@/components/look/strip'
import type { IsoDate } from '@/lib/calendar/iso-date'
import {
  everyone,
  filterQuery,
  type RegisterChoices,
  type RegisterFigures,
  type RegisterFilters,
} from '@/lib/sen-register/filter.rules'
import type { RegisterSort } from '@/lib/sen-register/sort.rules'
import { sortedByWords } from '@/lib/sen-register/words'
import { RegisterFilterForm } from './register-filters'
import { KeptLink, RegisterCount, RegisterTable } from './register-table'

type Seen = { path: string; filters: RegisterFilters }

const HEADS: readonly { label: string; sort?: RegisterSort }[] = [
  { label: 'Pupil', sort: 'name' },
  { label: 'Meetings', sort: 'meetings' },
  { label: 'State and why', sort: 'urgent' },
  { label: 'Review', sort: 'review' },
  { label: 'Stage' },
  { label: 'Status' },
  { label: 'Main need' },
]

function Head({ path, filters }: Seen) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {HEADS.map(({ label, sort }) => (
          <th
            role="columnheader"
            scope="col"
            aria-sort={sort === filters.sort ? 'ascending' : undefined}
            key={label}
          >
            {sort ? <KeptLink href={path + filterQuery({ ...filters, sort })}>{label}</KeptLink> : label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The four figures over the register: each leads to the pupils it counts. */
export function RegisterStrip({
  path,
  figures,
  label,
}: {
  path: string
  figures: RegisterFigures
  label: string
}) {
  const to = (asked: Partial<RegisterFilters>) => path + filterQuery({ ...everyone, ...asked })
  return (
    <Strip
      label={label}
      figures={[
        { href: to({ few: true }), figure: figures.fewer, says: 'fewer than three meetings so far' },
        {
          href: to({ state: 'at-risk' }),
          figure: figures.atRisk,
          says: 'at risk: behind the pace for the year',
          tone: 'risk',
        },
        {
          href: to({ overdue: true, sort: 'urgent' }),
          figure: figures.overdue,
          says: figures.overdue === 1 ? 'review overdue' : 'reviews overdue',
          tone: 'miss',
        },
        {
          href: to({ state: 'not-met' }),
          figure: figures.notMet,
          says: 'not met, can no longer be met',
          tone: 'miss',
        },
      ]}
    />
  )
}

type Props = Seen & {
  choices: RegisterChoices
  total: number
  pupils: string
  caption: string
  today: IsoDate
}

/** The filters, the count and the table of the register. */
export function RegisterView({ path, filters, choices, total, pupils, caption, today }: Props) {
  const counted = path.replace(/sen-register$/, 'parent-meetings/counted')
  return (
    <>
      <RegisterFilterForm path={path} filters={filters} choices={choices} />
      <RegisterCount total={total} sort={filters.sort}>
        {filters.sort !== 'urgent' && (
          <KeptLink href={path + filterQuery({ ...filters, sort: 'urgent' })}>
            Sort by what is most urgent
          </KeptLink>
        )}
      </RegisterCount>
      <RegisterTable
        caption={`${caption}, ${sortedByWords[filters.sort]}`}
        head={<Head path={path} filters={filters} />}
        pupils={pupils}
        today={today}
        nobody={
          <EmptyState heading="No pupils match">
            <p>
              Check the spelling, type less of the name, or <a href={path}>show the whole register</a>.
            </p>
          </EmptyState>
        }
      />
      <Details summary="How the three marks are read">
        <p>
          A filled mark is a meeting that counts. A ring with a dot is booked. An empty ring is still to come.
          A dash is not asked for: pupils on the register for part of the year need fewer.
        </p>
        <p>Code of Practice 6.65: schools should meet parents at least three times each year.</p>
        <p className="last">
          A meter opens its own explanation. <a href={counted}>How meetings are counted, with examples</a>
        </p>
      </Details>
    </>
  )
}
