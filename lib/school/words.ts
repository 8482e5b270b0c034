const MONTHS: Record<string, string> = { '08': 'August', '09': 'September' }

/** The months a school year can begin in, as a form offers them. */
export const YEAR_MONTH_OPTIONS = Object.entries(MONTHS).map(([value, label]) => ({ value, label }))

/** `190 school days`. */
export const schoolDaysWords = (count: number): string => `${count} school ${count === 1 ? 'day' : 'days'}`
