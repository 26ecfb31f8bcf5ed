package io.kehu.migration.profile;

/**
 * What kinds of characters a text has, counted in one pass.
 *
 * @param digits ASCII digits
 * @param letters letters of any script
 * @param marks punctuation of numbers, dates and telephones: {@code + - . , / ( ) :}, and
 * blanks inside
 * @param others all others
 * @param traits a bit for each trait below
 */
record Characters(int digits, int letters, int marks, int others, int traits) {

	static final int BLANK_AROUND = 1;

	static final int BLANKS_DOUBLED = 1 << 1;

	static final int CONTROL = 1 << 2;

	static final int BEYOND_ASCII = 1 << 3;

	static final int AT = 1 << 4;

	static final int BLANK_INSIDE = 1 << 5;

	private static final String MARKS = "+-.,/():";

	static Characters of(String text) {
		int digits = 0;
		int letters = 0;
		int marks = 0;
		int others = 0;
		int traits = 0;
		boolean formerBlank = false;
		int last = text.length() - 1;
		for (int i = 0; i <= last; i++) {
			char symbol = text.charAt(i);
			boolean blank = false;
			if (symbol >= '0' && symbol <= '9') {
				digits++;
			}
			else if ((symbol | 0x20) >= 'a' && (symbol | 0x20) <= 'z' && symbol < 0x80) {
				letters++;
			}
			else if (symbol == ' ' || symbol == '\t' || symbol == '\u00A0') {
				blank = true;
				marks++;
				traits |= (i == 0 || i == last) ? BLANK_AROUND : BLANK_INSIDE;
				traits |= formerBlank ? BLANKS_DOUBLED : 0;
			}
			else if (symbol < 0x80 && MARKS.indexOf(symbol) >= 0) {
				marks++;
			}
			else {
				letters += Character.isLetter(symbol) ? 1 : 0;
				others += Character.isLetter(symbol) ? 0 : 1;
				traits |= (symbol == '@') ? AT : 0;
				traits |= (symbol > 0x7F) ? BEYOND_ASCII : 0;
				traits |= (symbol < ' ' || symbol == 0x7F) ? CONTROL : 0;
			}
			formerBlank = blank;
		}
		return new Characters(digits, letters, marks, others, traits);
	}

	boolean has(int trait) {
		return (this.traits & trait) != 0;
	}

}
