import type { FormValues } from '@/lib/platform/form-state'

/** What came of sending a draft to the server. */
export type Kept = { saved: string } | 'offline' | 'signed-out' | 'too-long' | 'gone' | 'later'

/** Saved this long after the last key, and at the latest this long after the first that is not saved. */
const PAUSE = 2_000
const AT_MOST = 5_000
const AGAIN = 15_000

type Keeping = {
  /** What the form began with: as long as it holds just that, there is nothing to keep. */
  given: FormValues
  read: () => FormValues
  /** `isFirst`: the server has no draft of this form yet, as far as is known. */
  save: (typed: FormValues, how: { isFirst: boolean; leaving: boolean }) => Promise<Kept>
  drop: () => Promise<unknown>
  say: (kept: Kept | 'nothing') => void
}

export type DraftKeeper = ReturnType<typeof keeperOf>

/**
 * Saves one form's draft while somebody types and as they leave, with as few requests as that takes: none while nothing
 * is new, one at a time, and none any more once the form is on its way.
 */
export function keeperOf({ given, read, save, drop, say }: Keeping) {
  const nothing = JSON.stringify(given)
  let safe = nothing
  let isThere = false
  let mayBeThere = false
  let isHeld = false
  let sending: Promise<void> | null = null
  let pause: ReturnType<typeof setTimeout> | undefined
  let atLatest: ReturnType<typeof setTimeout> | undefined

  const rest = () => {
    clearTimeout(pause)
    clearTimeout(atLatest)
    pause = atLatest = undefined
  }

  async function saveNow(leaving = false): Promise<void> {
    rest()
    const typed = read()
    const text = JSON.stringify(typed)
    if (isHeld || text === safe) return
    if (sending && !leaving) return sending.then(() => saveNow())
    const work = text === nothing && isThere ? forget() : keep(typed, text, leaving)
    sending = work
    await work
    if (sending === work) sending = null
  }

  async function keep(typed: FormValues, text: string, leaving: boolean) {
    const isFirst = !isThere
    mayBeThere = true
    const kept = await save(typed, { isFirst, leaving })
    if (isHeld) return
    if (typeof kept === 'object') {
      safe = text
      isThere = true
    } else if (kept === 'offline' || kept === 'later') atLatest ??= setTimeout(() => void saveNow(), AGAIN)
    say(kept)
  }

  async function forget() {
    await drop()
    safe = nothing
    isThere = mayBeThere = false
    if (!isHeld) say('nothing')
  }

  return {
    /** A key was pressed, a box ticked. */
    touched() {
      if (isHeld) return
      clearTimeout(pause)
      pause = setTimeout(() => void saveNow(), PAUSE)
      atLatest ??= setTimeout(() => void saveNow(), AT_MOST)
    },
    /** The page is put away, left, or closed. */
    leave: () => void saveNow(true),
    /** The server has a draft of this form already. */
    isThere() {
      isThere = mayBeThere = true
    },
    /** The form now holds the draft that the server has. */
    takenUp() {
      isThere = mayBeThere = true
      safe = JSON.stringify(read())
    },
    /** Nothing is saved any more: the form is on its way, or begun again. */
    async hold() {
      isHeld = true
      rest()
      await sending
    },
    /** The form came back: what is typed from here on is kept again. */
    goOn() {
      isHeld = false
      if (JSON.stringify(read()) !== safe) pause = setTimeout(() => void saveNow(), PAUSE)
    },
    /** The form was sent, so its draft is over; whatever is typed after begins a new one. */
    async done() {
      await sending
      safe = JSON.stringify(read())
      const isOver = mayBeThere
      isThere = mayBeThere = isHeld = false
      if (isOver) await drop()
    },
    /** Whether everything typed is on the server. */
    isSafe: () => isHeld || JSON.stringify(read()) === safe,
    end: rest,
  }
}
