/** What was typed in a field of a form, without spaces around; nothing for a field that is not there. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
