package io.kehu.migration.clean.standardise;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Text in Unicode's composed form (NFC) without blanks around, runs of blanks made one,
 * and without characters that do not show.
 *
 * @param letters what becomes of the case
 * @param language the language whose rules the case follows, such as {@code tr}; none for
 * rules that suit most, where only texts with a Turkish i follow Turkish ones
 */
public record TextStandard(LetterCase letters, @Nullable String language) implements Standard {

	private static final Locale TURKISH = Locale.forLanguageTag("tr");

	/**
	 * Checks the language.
	 * @throws IllegalArgumentException when it is no language
	 */
	public TextStandard {
		boolean known = language == null
				|| List.of(Locale.getISOLanguages()).contains(Locale.forLanguageTag(language).getLanguage());
		if (!known) {
			throw new IllegalArgumentException(
					"A language is a code such as tr, nl or de, not \"%s\"".formatted(language));
		}
	}

	/** Creates a standard without a language. */
	public TextStandard(LetterCase letters) {
		this(letters, null);
	}

	@Override
	public Outcome apply(String value) {
		String text = clean(value);
		Locale locale = locale(text);
		String changed = switch (this.letters) {
			case AS_IS -> text;
			case LOWER -> text.toLowerCase(locale);
			case UPPER -> text.toUpperCase(locale);
			case TITLE -> title(text, locale);
		};
		return Outcome.of(changed);
	}

	private Locale locale(String text) {
		if (this.language != null) {
			return Locale.forLanguageTag(this.language);
		}
		return (text.indexOf('İ') >= 0 || text.indexOf('ı') >= 0) ? TURKISH : Locale.ROOT;
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

	private static String title(String text, Locale locale) {
		String lower = text.toLowerCase(locale);
		boolean dutch = locale.getLanguage().equals("nl");
		StringBuilder titled = new StringBuilder(lower.length());
		boolean start = true;
		for (int i = 0; i < lower.length(); i++) {
			char symbol = lower.charAt(i);
			boolean digraph = dutch && symbol == 'j' && i > 0 && lower.charAt(i - 1) == 'i' && isStart(lower, i - 1);
			titled.append((start || digraph) ? capital(symbol, locale) : symbol);
			start = isStart(lower, i + 1);
		}
		return titled.toString();
	}

	/**
	 * Whether a word begins at a place: behind what is no letter, digit or apostrophe.
	 */
	private static boolean isStart(String text, int place) {
		if (place == 0) {
			return true;
		}
		char before = text.charAt(place - 1);
		boolean apostrophe = before == '\'' || before == '’';
		return apostrophe ? place == 2 || (place > 2 && text.charAt(place - 3) == ' ')
				: !Character.isLetterOrDigit(before) && Character.getType(before) != Character.NON_SPACING_MARK;
	}

	private static String capital(char symbol, Locale locale) {
		String upper = String.valueOf(symbol).toUpperCase(locale);
		return (upper.length() == 1) ? upper : String.valueOf(Character.toTitleCase(symbol));
	}

}
