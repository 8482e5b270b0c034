import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { type BurnUpFacts, drawBurnUp } from './burn-up.rules'

const frame = { width: 405, height: 110, left: 40, right: 0, top: 10, bottom: 0 }
const year: BurnUpFacts = {
  firstDay: isoDate('2026-09-01'),
  lastDay: isoDate('2027-09-01'),
  today: isoDate('2027-03-16'),
  held: [
    { on: isoDate('2026-11-10'), total: 20 },
    { on: isoDate('2027-03-01'), total: 50 },
  ],
  needed: [
    { by: isoDate('2026-12-04'), total: 40 },
    { by: isoDate('2027-07-07'), total: 100 },
  ],
}

describe('meetings held against needed', () => {
  it('walks from nothing on the first day to what is held today', () => {
    const { held, now } = drawBurnUp(year, frame, 5)
    expect(held).toBe('M40 110L110 90L221 60L236 60')
    expect(now).toEqual({ x: 236, y: 60, total: 50 })
  })

  it('steps up at each due point and stays there to the end of the year', () => {
    expect(drawBurnUp(year, frame, 5).needed).toBe('M40 110H134V70H349V10H405')
  })

  it('draws what is booked only where something is', () => {
    expect(drawBurnUp(year, frame, 5).booked).toBeNull()
    const booked = { on: isoDate('2027-03-25'), total: 60 }
    expect(drawBurnUp({ ...year, booked }, frame, 5).booked).toBe('M236 60L245 50')
  })

  it('has a line for whole meetings only, and a name for every other month', () => {
    const { lines, months } = drawBurnUp(
      { ...year, held: [], needed: [{ by: year.lastDay, total: 2 }] },
      frame,
      5,
    )
    expect(lines.map(({ total }) => total)).toEqual([0, 1, 2])
    expect(months.map(({ month }) => month)).toEqual(['Sep', 'Nov', 'Jan', 'Mar', 'May', 'Jul'])
  })

  it('begins with the first whole month of a year that begins within one', () => {
    const { months } = drawBurnUp({ ...year, firstDay: isoDate('2026-09-03') }, frame, 5)
    expect(months[0]).toMatchObject({ month: 'Oct' })
  })

  it('stays inside the drawing where nothing is held or needed', () => {
    const { now, held } = drawBurnUp({ ...year, held: [], needed: [] }, frame, 5)
    expect(now.y).toBe(110)
    expect(held).toBe('M40 110L236 110')
  })
})
