package io.kehu.migration.clean.standardise;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text in Unicode's composed form (NFC) without blanks around, runs of blanks made one,
 * and without characters that do not show.
 *
 * @param letters what becomes of the case
 */
public record TextStandard(LetterCase letters) implements Standard {

	@Override
	public Outcome apply(String value) {
		String text = clean(value);
		String changed = switch (this.letters) {
			case AS_IS -> text;
			case LOWER -> text.toLowerCase(Locale.ROOT);
			case UPPER -> text.toUpperCase(Locale.ROOT);
			case TITLE -> title(text);
		};
		return Outcome.of(changed);
	}

	/** The text without blanks too many; in the composed form. */
	static String clean(String value) {
		if (plain(value)) {
			return value;
		}
		StringBuilder cleaned = new StringBuilder(value.length());
		boolean blank = false;
		boolean ascii = true;
		for (int i = 0; i < value.length(); i++) {
			char symbol = value.charAt(i);
			if (Character.isWhitespace(symbol) || Character.isSpaceChar(symbol)) {
				blank = true;
			}
			else if (!Character.isISOControl(symbol) && Character.getType(symbol) != Character.FORMAT) {
				if (blank && cleaned.length() > 0) {
					cleaned.append(' ');
				}
				blank = false;
				ascii &= symbol <= '~';
				cleaned.append(symbol);
			}
		}
		return ascii ? cleaned.toString() : Normalizer.normalize(cleaned, Normalizer.Form.NFC);
	}

	private static boolean plain(String value) {
		char before = ' ';
		for (int i = 0; i < value.length(); i++) {
			char symbol = value.charAt(i);
			if (symbol < ' ' || symbol > '~' || (symbol == ' ' && before == ' ')) {
				return false;
			}
			before = symbol;
		}
		return before != ' ';
	}

	static String title(String text) {
		StringBuilder titled = new StringBuilder(text.length());
		boolean start = true;
		for (int i = 0; i < text.length(); i++) {
			char symbol = text.charAt(i);
			titled.append(start ? Character.toUpperCase(symbol) : Character.toLowerCase(symbol));
			boolean apostrophe = symbol == '\'' || symbol == '’';
			start = apostrophe ? i == 1 || (i > 1 && text.charAt(i - 2) == ' ') : !Character.isLetterOrDigit(symbol);
		}
		return titled.toString();
	}

}
