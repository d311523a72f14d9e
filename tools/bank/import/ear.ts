/** Words as they can be read out: abbreviations that a text explains itself are spelled out, and marks that nobody can hear are gone. */
export function forTheEar(text: string): string {
  return explained(text)
    .replace(/\be\.g\.,?/gi, 'for example')
    .replace(/\bi\.e\.,?/gi, 'that is')
    .replace(/\betc\./gi, 'and so on')
    .replace(/\s*\(([^)]*)\)/g, ', $1,')
    .replace(/,(?=[,.;:!?])/g, '')
    .replace(/\s*(?:[—–]|--|\s-\s)\s*/g, ', ')
    .replace(/(\w)\s*\/\s*(\w)/g, '$1 or $2')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "Library and Information Science (LIS) … Within LIS": the words in place of every LIS. */
function explained(text: string): string {
  let result = text;
  for (const [whole, before = '', short = ''] of text.matchAll(/((?:[\w'-]+ ){2,8})\(([A-Z]{2,6})\)/g)) {
    const words = meaningOf(before.trim().split(' '), short);
    if (words === undefined) continue;
    const long = words.map((word) => word.toLowerCase()).join(' ');
    result = result.replace(whole, `${before.trim()}`).replace(new RegExp(`\\b${short}\\b`, 'g'), long);
  }
  return result;
}

const JOINING = new Set(['and', 'of', 'for', 'the', 'in', 'on', 'to', '&']);

/** The last words whose first letters are the abbreviation's; little words between them may or may not count. */
function meaningOf(words: readonly string[], short: string): readonly string[] | undefined {
  for (let from = words.length - 1; from >= 0; from--) {
    const some = words.slice(from);
    const initials = some
      .filter((word) => !JOINING.has(word.toLowerCase()))
      .map((word) => word.charAt(0).toUpperCase());
    if (initials.join('') === short && !JOINING.has((some[0] ?? '').toLowerCase())) return some;
  }
  return undefined;
}
