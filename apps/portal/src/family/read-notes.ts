const names = ['allergies', 'emergencyContact', 'mayCollect'] as const

/** The notes as typed: one line each, because they are kept as one; null deletes what was there. */
export function readNotes(typed: FormData): Record<(typeof names)[number], string | null> {
  const read = (name: (typeof names)[number]) => {
    const value = typed.get(name)
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
    return text === '' ? null : text
  }
  return {
    allergies: read('allergies'),
    emergencyContact: read('emergencyContact'),
    mayCollect: read('mayCollect'),
  }
}
