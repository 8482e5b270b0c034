import { Bars, type BarRow } from '@/components/look/bars'
import { Card } from '@/components/look/card'
import { needWords, yearWords } from '@/lib/oversight/words'
import { countStates } from '@/lib/oversight/rules'
import type { ForecastPupil } from '@/lib/forecast/rules'
import { everyone, filterQuery, type RegisterFilters } from '@/lib/sen-register/filter.rules'
import { REGISTER_STATUSES } from '@/lib/sen-register/rules'
import { registerStatusWords } from '@/lib/sen-register/words'

type Props = { school: string; pupils: readonly ForecastPupil[]; needs: Readonly<Record<string, string>> }

type Group = { label: string; order: string; asked: Partial<RegisterFilters> | null }

/** Today's states by year, class, need and status, each row a way to its pupils. */
export function Breakdown({ school, pupils, needs }: Props) {
  const rowsBy = (groupOf: (pupil: ForecastPupil) => Group): BarRow[] => {
    const groups = new Map<string, { group: Group; pupils: ForecastPupil[] }>()
    for (const pupil of pupils) {
      const group = groupOf(pupil)
      const known = groups.get(group.label)
      if (known) known.pupils.push(pupil)
      else groups.set(group.label, { group, pupils: [pupil] })
    }
    return [...groups.values()]
      .sort((a, b) => a.group.order.localeCompare(b.group.order, 'en', { numeric: true }))
      .map(({ group, pupils: members }) => ({
        key: group.label,
        label: group.label,
        counts: countStates(members),
        ...(group.asked
          ? { href: `${school}/sen-register${filterQuery({ ...everyone, ...group.asked })}` }
          : {}),
      }))
  }
  const years = rowsBy(({ line: { yearGroup } }) => ({
    label: yearWords(yearGroup),
    order: String(yearGroup === null ? 99 : yearGroup + 10),
    asked: yearGroup === null ? null : { year: yearGroup },
  }))
  const classes = rowsBy(({ line: { className } }) => ({
    label: className ?? 'No class',
    order: className ?? '~',
    asked: className === null ? null : { class: className },
  }))
  const byNeed = rowsBy(({ line: { need } }) => ({
    label: needWords(need?.code ?? null, needs),
    order: need?.name ?? '~',
    asked: need && { need: need.code },
  }))
  const statuses = rowsBy(({ line: { status } }) => ({
    label: registerStatusWords[status],
    order: String(REGISTER_STATUSES.indexOf(status)),
    asked: { status },
  }))
  return (
    <>
      <Card heading="By year">
        <Bars caption="Pupils by year group and state" rowsAre="Year" rows={years} />
      </Card>
      <Card heading="By class">
        <Bars caption="Pupils by class and state" rowsAre="Class" rows={classes} />
      </Card>
      <Card heading="By main need">
        <Bars caption="Pupils by main need and state" rowsAre="Need" rows={byNeed} />
      </Card>
      <Card heading="SEN support and EHC plans">
        <Bars caption="Pupils by status and state" rowsAre="Status" rows={statuses} />
      </Card>
    </>
  )
}
