import { expect, it } from 'vitest'
import { isoDate, plusDays } from '@/lib/calendar/iso-date'
import { yearToShowEverything } from '@/prisma/demo/demo-year'

it(
  'finds for every day of a year and more a school year in which the demo can show every state',
  { timeout: 60_000 },
  () => {
    const first = isoDate('2026-09-01')
    const days = Array.from({ length: 400 }, (_, n) => plusDays(first, n))
    expect(
      days.filter((today) => {
        const { year } = yearToShowEverything(today)
        return today < year.firstDay || today > year.lastDay
      }),
    ).toEqual([])
  },
)
