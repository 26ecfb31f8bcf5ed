package io.kehu.migration.profile;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What one text means by itself, whatever its column.
 *
 * @param type its type
 * @param valid false when it has the form of its type and still is none, such as
 * 1859-83-01
 * @param number its number, NaN when it is none
 * @param decimalComma whether that number has a comma before its fraction
 * @param date its date, null when it is none
 */
record ValueReading(ColumnValueType type, boolean valid, double number, boolean decimalComma,
		@Nullable DateReading date) {

	private static final Set<String> TRUTHS = Set.of("true", "false", "yes", "no", "y", "n", "t", "f", "ja", "nein",
			"oui", "non", "si", "sí", "wahr", "falsch", "vrai", "faux");

	private static final int LONGEST_NUMBER = 30;

	private static final ValueReading TEXT = plain(ColumnValueType.TEXT, true);

	private static final ValueReading CODE = plain(ColumnValueType.CODE, true);

	private static final ValueReading TRUTH = plain(ColumnValueType.BOOLEAN, true);

	private static ValueReading plain(ColumnValueType type, boolean valid) {
		return new ValueReading(type, valid, Double.NaN, false, null);
	}

	/**
	 * Reads a text.
	 * @param text not blank, without blanks around it
	 * @param characters what it is made of
	 * @return what it means
	 */
	static ValueReading of(String text, Characters characters) {
		if (characters.has(Characters.AT)) {
			return address(text, characters);
		}
		if (characters.letters() == 0 && characters.digits() > 0) {
			return digits(text, characters);
		}
		if (characters.digits() == 0) {
			boolean truth = text.length() <= 6 && TRUTHS.contains(text.toLowerCase(Locale.ROOT));
			return truth ? TRUTH : url(text);
		}
		return mixed(text, characters);
	}

	private static ValueReading address(String text, Characters characters) {
		if (EmailSyntax.isValid(text)) {
			return plain(ColumnValueType.EMAIL, true);
		}
		boolean meant = (!characters.has(Characters.BLANK_INSIDE) && !text.startsWith("@")) || text.contains(" @");
		return meant ? plain(ColumnValueType.EMAIL, false) : TEXT;
	}

	private static ValueReading digits(String text, Characters characters) {
		if (characters.marks() + characters.others() == 0) {
			return whole(text);
		}
		if (characters.others() == 0) {
			ValueReading date = date(text);
			if (date != null) {
				return date;
			}
		}
		ValueReading number = number(text);
		if (number != null) {
			return number;
		}
		return phone(text, characters);
	}

	private static ValueReading whole(String text) {
		if (text.length() > 1 && text.charAt(0) == '0') {
			return CODE;
		}
		return (text.length() <= 18)
				? new ValueReading(ColumnValueType.INTEGER, true, Long.parseLong(text), false, null) : CODE;
	}

	private static @Nullable ValueReading date(String text) {
		DateReading date = DateReading.of(text);
		if (date != null) {
			ColumnValueType type = date.timed() ? ColumnValueType.DATE_TIME : ColumnValueType.DATE;
			return new ValueReading(type, date.day() != null, Double.NaN, false, date);
		}
		return isTime(text) ? plain(ColumnValueType.TIME, true) : null;
	}

	private static boolean isTime(String text) {
		if (text.length() < 4 || text.length() > 8 || text.indexOf(':') < 1) {
			return false;
		}
		String[] parts = text.split(":", -1);
		int[] most = { 23, 59, 59 };
		if (parts.length > most.length) {
			return false;
		}
		for (int i = 0; i < parts.length; i++) {
			boolean fits = parts[i].length() <= 2 && !parts[i].isEmpty()
					&& parts[i].chars().allMatch(Character::isDigit) && Integer.parseInt(parts[i]) <= most[i];
			if (!fits) {
				return false;
			}
		}
		return true;
	}

	private static @Nullable ValueReading number(String text) {
		if (text.length() > LONGEST_NUMBER) {
			return null;
		}
		LocalNumber number = LocalNumber.of(text);
		if (number == null) {
			return null;
		}
		ColumnValueType type = number.whole() ? ColumnValueType.INTEGER : ColumnValueType.DECIMAL;
		return new ValueReading(type, true, number.value(), number.decimalComma(), null);
	}

	private static ValueReading phone(String text, Characters characters) {
		boolean formed = characters.others() == 0 && text.indexOf(':') < 0 && text.indexOf(',') < 0
				&& text.lastIndexOf('+') <= 0;
		boolean likely = formed && characters.digits() >= 5 && characters.digits() <= 17;
		return likely ? plain(ColumnValueType.PHONE, PhoneSyntax.isPlausible(text)) : TEXT;
	}

	private static ValueReading mixed(String text, Characters characters) {
		ValueReading date = (characters.others() == 0) ? date(text) : null;
		if (date != null) {
			return date;
		}
		if (characters.letters() <= 1 && characters.digits() > characters.letters()
				&& text.toLowerCase(Locale.ROOT).indexOf('e') > 0) {
			ValueReading number = number(text);
			return (number != null) ? number : TEXT;
		}
		if (text.length() == 36 && text.charAt(8) == '-' && isUuid(text)) {
			return plain(ColumnValueType.UUID, true);
		}
		return url(text);
	}

	private static boolean isUuid(String text) {
		for (int i = 0; i < text.length(); i++) {
			boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
			if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
				return false;
			}
		}
		return true;
	}

	private static ValueReading url(String text) {
		boolean web = text.startsWith("http://") || text.startsWith("https://") || text.startsWith("www.");
		return web ? plain(ColumnValueType.URL, text.indexOf(' ') < 0 && text.indexOf('.') > 0) : TEXT;
	}

	/** Returns the day, null when it names none. */
	@Nullable LocalDate day() {
		return (this.date != null) ? this.date.day() : null;
	}

}
