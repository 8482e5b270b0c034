import type { FormValues } from '@/lib/platform/form-state'

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isControl = (element: Element): element is Control =>
  'name' in element && 'value' in element && !(element instanceof HTMLButtonElement)

const isTicked = (control: Control): control is HTMLInputElement =>
  control.type === 'checkbox' || control.type === 'radio'

const UNKEPT = ['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image']

/** The boxes a person fills in; never a password or a file, nor what the page itself gives, like a version. */
const boxesOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (element): element is Control =>
      isControl(element) &&
      element.name !== '' &&
      !UNKEPT.includes(element.type) &&
      !/password/i.test(element.name),
  )

const nameOf = (control: Control) => control.name.replace(/\[\]$/, '')

const selectedAsGiven = ({ options }: HTMLSelectElement) =>
  ([...options].find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value ?? ''

const textAsGiven = (control: Control) =>
  control instanceof HTMLSelectElement ? selectedAsGiven(control) : control.defaultValue

function answersOf(form: HTMLFormElement, as: 'given' | 'typed'): FormValues {
  const answers: FormValues = {}
  for (const control of boxesOf(form)) {
    const name = nameOf(control)
    if (isTicked(control)) {
      const isOn = as === 'given' ? control.defaultChecked : control.checked
      const before = answers[name]
      if (control.name.endsWith('[]'))
        answers[name] = [...(Array.isArray(before) ? before : []), ...(isOn ? [control.value] : [])]
      else if (isOn || before === undefined) answers[name] = isOn ? control.value : ''
    } else answers[name] = as === 'given' ? textAsGiven(control) : control.value
  }
  return answers
}

/** What the person has filled in so far. */
export const answersTyped = (form: HTMLFormElement): FormValues => answersOf(form, 'typed')

/** What the page gave the form to begin with: what is saved. */
export const answersGiven = (form: HTMLFormElement): FormValues => answersOf(form, 'given')

/** Whether the form has a box for each of the answers. */
export const fitsForm = (form: HTMLFormElement, values: FormValues) =>
  Object.keys(values).every((name) => form.elements.namedItem(name) ?? form.elements.namedItem(`${name}[]`))

const PROTOTYPES = {
  input: () => HTMLInputElement.prototype,
  select: () => HTMLSelectElement.prototype,
  textarea: () => HTMLTextAreaElement.prototype,
}

// As if it had been typed: what listens to the box, like the count of characters left, hears of it too. React only listens
// where the value was set past its own hand.
function type(control: Control, value: string) {
  if (control.value === value) return
  const prototype = PROTOTYPES[control.localName as keyof typeof PROTOTYPES]()
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}

function tick(control: HTMLInputElement, given: string | string[] | undefined) {
  const isOn = Array.isArray(given) ? given.includes(control.value) : given === control.value
  if (control.checked === isOn) return
  // A radio cannot be clicked off.
  if (control.type === 'radio' && !isOn) control.checked = false
  else control.click()
}

/** Fills the form in again; what the page itself gives, like the version of a record, stays as it is now. */
export function fillIn(form: HTMLFormElement, values: FormValues): void {
  for (const control of boxesOf(form)) {
    const given = values[nameOf(control)]
    if (isTicked(control)) tick(control, given)
    else if (typeof given === 'string') type(control, given)
  }
}

const words = (element: Element | null | undefined) =>
  [...(element?.childNodes ?? [])]
    .map((node) => node.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

const labelOf = (control: Control) => words(control.labels?.[0])

/** What is asked by the field of this name, as the page asks it. */
export function questionOf(form: HTMLFormElement, name: string): string {
  const control = boxesOf(form).find((box) => nameOf(box) === name)
  if (!control) return name
  const legend = words(control.closest('fieldset')?.querySelector('legend'))
  if (isTicked(control)) return legend || labelOf(control)
  return [legend, labelOf(control)].filter(Boolean).join(', ')
}

/** An answer in the words of the page: the label of what was chosen, and not its code. */
export function wordsOfAnswer(form: HTMLFormElement, name: string, answer: string | string[]): string {
  const given = Array.isArray(answer) ? answer : [answer]
  const said = given.map((value) => {
    for (const box of boxesOf(form)) {
      if (nameOf(box) !== name) continue
      if (isTicked(box) && box.value === value) return labelOf(box)
      if (box instanceof HTMLSelectElement)
        return words([...box.options].find((option) => option.value === value)) || value
    }
    return value
  })
  return said.filter((part) => part !== '').join(', ')
}
