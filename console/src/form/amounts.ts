/** The characters by which a language separates groups of digits and decimals. */
function separators(language: string): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(12_345.6);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: of('group'), decimal: of('decimal') };
}

/** The text to edit for an amount. */
export function typedAmount(amount: string | undefined, language: string): string {
  return (amount ?? '').replace('.', separators(language).decimal);
}

/**
 * Reads an amount as it is written in a language. Answers null for what could be read in two ways or in none: groups must have three
 * digits, and the separator of groups never separates decimals.
 */
export function parsedAmount(typed: string, language: string): string | null {
  const { group, decimal } = separators(language);
  const [whole = '', decimals, ...more] = typed.trim().split(decimal);
  const groups = group === '' ? [whole] : whole.split(group);
  const grouped = groups.length === 1 ? /^-?\d+$/.test(whole) : /^-?\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((each) => /^\d{3}$/.test(each));
  if (more.length > 0 || !grouped || (decimals !== undefined && !/^\d{1,4}$/.test(decimals))) {
    return null;
  }
  return groups.join('') + (decimals === undefined ? '' : `.${decimals}`);
}
