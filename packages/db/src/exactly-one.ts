/** RLS hides rows instead of failing, so a write says how many rows it touched; anything but one is a fault. */
export function exactlyOne<Row>(rows: readonly Row[], what: string): Row {
  const [row] = rows
  if (row === undefined || rows.length !== 1)
    throw new Error(`Expected exactly one ${what}, found ${rows.length}`)
  return row
}
