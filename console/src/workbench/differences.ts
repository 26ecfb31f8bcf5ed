/** A part of a text that both records have, or only one of them. */
export interface Span {
  text: string;
  differs: boolean;
}

/** Marks what differs between two texts, apart from what they have in common at both ends. */
export function spans(left: string, right: string): { left: Span[]; right: Span[] } {
  const a = [...left];
  const b = [...right];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    start++;
  }
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  const cut = (text: string[]): Span[] =>
    [
      { text: text.slice(0, start).join(''), differs: false },
      { text: text.slice(start, text.length - end).join(''), differs: true },
      { text: text.slice(text.length - end).join(''), differs: false },
    ].filter((span) => span.text !== '');
  return { left: cut(a), right: cut(b) };
}
