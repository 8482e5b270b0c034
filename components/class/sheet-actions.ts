/** What a key of the sheet sends its form to. */
export type TapAction = (data: FormData) => Promise<void>

/** Where each form of the sheet is sent. */
export type SheetActions = {
  tap: (provisionId: string) => TapAction
  retap: (provisionId: string) => TapAction
  more: (provisionId: string) => TapAction
  whole: TapAction
}
