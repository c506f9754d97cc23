/** Rows as CSV for Italian spreadsheets: semicolons, a mark that says UTF-8, and no cell that a spreadsheet would run as a formula. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`
}

function cellOf(value: string | number): string {
  const text = String(value)
  const inert = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
