import { dayAndMonth, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { withUnit } from '@/lib/outcome/words'
import { type AimLine, aimLine, aimOn, type MeasuredOutcome, type UnderAim } from './rules'

/** What a picture or a table is of: the measure, or else the outcome itself. */
export const pictureTitle = ({ measure, willDo }: Pick<MeasuredOutcome, 'measure' | 'willDo'>) =>
  measure ?? willDo

/** A number of the picture as it is read: whole, or with one digit after the point. */
export const roundWords = (value: number) => String(Math.round(value * 10) / 10)

/** The picture in a sentence or two, for those who do not see it. */
export function pictureSays(outcome: MeasuredOutcome): string {
  const { baseline, baselineOn, target, by, unit, points, phases } = outcome
  const last = points.at(-1)
  const [, ...changes] = phases
  return [
    baseline && `${withUnit(baseline, unit)}${baselineOn ? ` on ${longDate(baselineOn)}` : ' at the start'}.`,
    last && `${withUnit(last.value, unit)} on ${longDate(last.on)}.`,
    target && `The target is ${withUnit(target, unit)}${by ? ` by ${longDate(by)}` : ''}.`,
    ...changes.map(({ what, from }) => `${what} began on ${longDate(from)}.`),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The prompt under the picture: what is seen, and that nothing is judged (P56). */
export function underAimWords({ count, since, lastOn }: UnderAim, line: AimLine): string {
  const side = line.to.value > line.from.value ? 'under' : 'over'
  const many = count === 4 ? 'Four points in a row are' : `The last ${count} points are`
  return `${many} ${side} the aim line, from ${dayAndMonth(since)} to ${dayAndMonth(lastOn)}. Something may need to change: the way of working, how often, or the target. A point on the line again, or a change in the support, ends this`
}

export type TableRow = {
  readonly key: string
  readonly on: IsoDate
  readonly value: string
  readonly aim: string
  readonly more: string
}

/** The same facts as a table: the baseline, each measurement as it was written, and where the aim line stood that day. */
export function tableRows(outcome: MeasuredOutcome): TableRow[] {
  const line = aimLine(outcome)
  const aim = (on: IsoDate) => (line ? roundWords(aimOn(line, on)) : '')
  const { baseline, baselineOn, unit, points } = outcome
  return [
    ...(baseline !== null && baselineOn !== null
      ? [
          {
            key: 'baseline',
            on: baselineOn,
            value: withUnit(baseline, unit),
            aim: aim(baselineOn),
            more: 'Start',
          },
        ]
      : []),
    ...points.map(({ id, on, value, note, by }) => ({
      key: id,
      on,
      value: withUnit(value, unit),
      aim: aim(on),
      more: [note, by].filter(Boolean).join('. '),
    })),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
