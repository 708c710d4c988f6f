/** A word of the server's, as a person reads it: “trial” is “Trial”. */
export function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
