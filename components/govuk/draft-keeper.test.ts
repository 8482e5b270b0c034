import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FormValues } from '@/lib/platform/form-state'
import { type Kept, keeperOf } from './draft-keeper'

const SAVED = { saved: 'Saved at 10:42am, not sent yet' }

function aForm(answer: () => Promise<Kept> = () => Promise.resolve(SAVED)) {
  const form: { typed: FormValues } = { typed: { words: '' } }
  const requests: string[] = []
  const said: (Kept | 'nothing')[] = []
  const keeper = keeperOf({
    given: { words: '' },
    read: () => form.typed,
    save: (typed, { isFirst, leaving }) => {
      requests.push(`${String(typed.words)}${isFirst ? ', first' : ''}${leaving ? ', leaving' : ''}`)
      return answer()
    },
    drop: () => Promise.resolve(requests.push('drop')),
    say: (kept) => said.push(kept),
  })
  const type = (words: string) => {
    form.typed = { words }
    keeper.touched()
  }
  return { keeper, requests, said, type }
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000)

describe('a draft while somebody types', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is saved when they pause, once', async () => {
    const { requests, said, type } = aForm()
    type('She')
    await seconds(1)
    type('She reads')
    await seconds(10)
    expect(requests).toEqual(['She reads, first'])
    expect(said).toEqual([SAVED])
  })

  it('is saved every few seconds where they never pause', async () => {
    const { requests, type } = aForm()
    for (let second = 1; second <= 12; second++) {
      type(`${second}`)
      await seconds(1)
    }
    expect(requests).toEqual(['5, first', '10'])
  })

  it('is saved as the page is left, and not again where nothing is new', async () => {
    const { keeper, requests, type } = aForm()
    type('She reads')
    keeper.leave()
    await seconds(10)
    keeper.leave()
    expect(requests).toEqual(['She reads, first, leaving'])
  })

  it('asks nothing of the server where nothing was typed, or all of it taken back', async () => {
    const { keeper, requests, type } = aForm()
    keeper.leave()
    type('S')
    type('')
    await seconds(10)
    expect(requests).toEqual([])
  })

  it('is dropped where all of it was taken back after it was saved', async () => {
    const { requests, said, type } = aForm()
    type('S')
    await seconds(5)
    type('')
    await seconds(5)
    expect(requests).toEqual(['S, first', 'drop'])
    expect(said).toEqual([SAVED, 'nothing'])
  })

  it('is dropped when the form was sent, and no save comes after', async () => {
    let arrive: (kept: Kept) => void = () => undefined
    const { keeper, requests, type } = aForm(() => new Promise((resolve) => (arrive = resolve)))
    type('She reads')
    await seconds(2)
    const held = keeper.hold()
    type('She reads on')
    arrive(SAVED)
    await held
    await keeper.done()
    keeper.leave()
    await seconds(30)
    expect(requests).toEqual(['She reads, first', 'drop'])
  })

  it('goes on where the form was refused', async () => {
    const { keeper, requests, type } = aForm()
    type('She reads')
    await keeper.hold()
    await seconds(10)
    expect(requests).toEqual([])
    keeper.goOn()
    await seconds(2)
    expect(requests).toEqual(['She reads, first'])
  })

  it('is tried again where there was no network, still as the first', async () => {
    const answers: Kept[] = ['offline', SAVED]
    const { keeper, requests, said, type } = aForm(() => Promise.resolve(answers.shift() ?? SAVED))
    type('She reads')
    await seconds(2)
    expect(keeper.isSafe()).toBe(false)
    await seconds(15)
    expect(requests).toEqual(['She reads, first', 'She reads, first'])
    expect(said).toEqual(['offline', SAVED])
    expect(keeper.isSafe()).toBe(true)
  })

  it('is not tried again and again where it is refused for good', async () => {
    const { requests, type } = aForm(() => Promise.resolve('signed-out'))
    type('She reads')
    await seconds(60)
    expect(requests).toEqual(['She reads, first'])
  })
})
