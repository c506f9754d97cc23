/** What the pre-validation says: an `error` keeps every file back. */
export interface LayoutFinding {
  /** V rules are of the layouts, R rules of records, A rules of figures. */
  readonly rule: string
  readonly level: 'error' | 'warn' | 'info'
  readonly where: string
  readonly says: string
}
