/** Where one consultation is kept in the cache. */
export const consultationKey = (id: string) => ['consultations', 'one', id] as const;
/** Where the chat of a consultation is kept in the cache. */
export const chatKey = (id: string) => ['consultation-chat', id] as const;
/** Where the doctor's notes are kept in the cache. */
export const notesKey = (id: string) => ['consultation-notes', id] as const;
