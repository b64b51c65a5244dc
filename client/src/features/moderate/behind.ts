/** `more` on a line of its own behind what was written so far. */
export const behind = (text: string, more: string): string => (text.trim() ? `${text.trimEnd()}\n${more}` : more);
