import { areSameAnswers, isSameAnswer, takeUpAgain } from '@/lib/draft/rules'
import { notSavedWords } from '@/lib/draft/words'
import type { FormValues } from '@/lib/platform/form-state'
import { keeperOf } from './draft-keeper'
import { type DraftFound, type DraftPage, draftsOf, dropDraft, saveDraft } from './draft-requests'
import { showDraft } from './draft-shown'
import { answersGiven, answersTyped, fillIn, questionOf, wordsOfAnswer } from './form-answers'

/** Hands the form the answers to draw again, or null for those it began with. */
export type Restored = (values: FormValues | null) => void

/** Shows a draft in its form again: a box that was typed into since the page opened stays as it is. */
function takeUp(form: HTMLFormElement, draft: DraftFound, given: FormValues, restored: Restored) {
  const typed = answersTyped(form)
  const { answers, apart } = takeUpAgain(draft, given)
  for (const [name, answer] of Object.entries(typed))
    if (!isSameAnswer(answer, given[name])) answers[name] = answer
  if (areSameAnswers(answers, given)) return null
  restored(answers)
  fillIn(form, answers)
  const twoTexts = apart.map(({ name, saved, typed: mine }) => ({
    question: questionOf(form, name),
    saved: wordsOfAnswer(form, name, saved),
    typed: wordsOfAnswer(form, name, mine),
  }))
  return { apart: twoTexts }
}

type Keeping = {
  form: HTMLFormElement
  name: string
  where: DraftPage
  restored: Restored
  mayTakeUp: boolean
}

/** Keeps the draft of one form, from now until it is taken off the page. */
export function draftOf({ form, name, where, restored, mayTakeUp }: Keeping) {
  const given = answersGiven(form)
  let isFilling = false
  let isOver = false
  const keeper = keeperOf({
    given,
    read: () => answersTyped(form),
    save: (typed, { isFirst, leaving }) =>
      saveDraft(where, { form: name, typed, ...(isFirst && { began: given }) }, leaving),
    drop: () => dropDraft(where, name),
    say: (kept) => {
      if (kept === 'later') return
      const line = kept === 'nothing' ? '' : typeof kept === 'object' ? kept.saved : notSavedWords[kept]
      showDraft(form, { line })
    },
  })
  const fill = (work: () => void) => {
    isFilling = true
    work()
    isFilling = false
  }
  const typing = () => {
    if (isFilling) return
    showDraft(form, { setAside: null })
    keeper.touched()
  }
  const putAway = () => {
    if (document.visibilityState === 'hidden') keeper.leave()
  }

  const bringBack = (draft: DraftFound) => {
    fill(() => show(draft))
    keeper.goOn()
  }
  const startAgain = (draft: DraftFound) => {
    void keeper.hold()
    restored(null)
    fill(() => fillIn(form, given))
    showDraft(form, { line: '', takenUp: null, setAside: { bringBack: () => bringBack(draft) } })
    void keeper.done()
    form.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus()
  }
  const show = (draft: DraftFound) => {
    const taken = takeUp(form, draft, given, restored)
    if (!taken) return void dropDraft(where, name)
    const { when } = draft
    showDraft(form, {
      takenUp: { when, apart: taken.apart, startAgain: () => startAgain(draft) },
      setAside: null,
    })
    return taken
  }

  showDraft(form, { line: '' })
  form.addEventListener('input', typing)
  document.addEventListener('visibilitychange', putAway)
  window.addEventListener('pagehide', keeper.leave)
  void draftsOf(where).then((drafts) => {
    const draft = drafts.find((one) => one.form === name)
    if (!draft || isOver) return
    if (!mayTakeUp) keeper.isThere()
    else
      fill(() => {
        if (show(draft)) keeper.takenUp()
      })
  })
  const end = () => {
    isOver = true
    keeper.leave()
    keeper.end()
    form.removeEventListener('input', typing)
    document.removeEventListener('visibilitychange', putAway)
    window.removeEventListener('pagehide', keeper.leave)
  }
  return { keeper, end }
}
