package io.kehu.migration.matching.heldout;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What goes wrong when a record is written a second time.
 */
final class Slips {

	private final Language language;

	private final SplittableRandom random;

	Slips(Language language, SplittableRandom random) {
		this.language = language;
		this.random = random;
	}

	/** A further record of the same entity. */
	String[] copy(Shape shape, String[] original) {
		String[] copy = original.clone();
		List<String> columns = shape.columns();
		int errors = 1 + this.random.nextInt(shape.errors());
		int[] byField = new int[copy.length];
		for (int i = 0; i < errors; i++) {
			int field = this.random.nextInt(copy.length);
			if (byField[field]++ >= shape.perField() || columns.get(field).equals("source")) {
				continue;
			}
			int kind = this.random.nextInt(100);
			int given = columns.indexOf("given_name");
			int family = columns.indexOf("surname");
			if (kind < 6 && shape.missing() > 0) {
				copy[field] = "";
			}
			else if (kind < 12 && given >= 0 && family >= 0) {
				String first = copy[given];
				copy[given] = copy[family];
				copy[family] = first;
			}
			else {
				copy[field] = slip(columns.get(field), copy[field]);
			}
		}
		return copy;
	}

	private String slip(String column, String value) {
		int kind = this.random.nextInt(20);
		int blank = value.indexOf(' ');
		return switch (column) {
			case "given_name" -> (kind < 3 && value.length() > 2) ? value.substring(0, 1) : typed(value);
			case "full_name" -> (kind < 4 && blank > 0) ? value.charAt(0) + "." + value.substring(blank)
					: (kind < 6 && blank > 0) ? value.substring(blank + 1) + ", " + value.substring(0, blank)
							: (kind < 8 && blank > 0) ? "Dr. " + value : typed(value);
			case "company" -> (kind < 6 && blank > 0) ? value.substring(0, value.lastIndexOf(' '))
					: (kind < 8) ? value.toUpperCase(Locale.ROOT) : typed(value);
			case "date_of_birth" -> (kind < 5 && value.length() == 10)
					? value.substring(0, 5) + value.substring(8) + "-" + value.substring(5, 7) : digit(value);
			case "phone", "tax_number", "postcode", "house", "turnover" -> digit(value);
			case "gender", "state" -> value;
			default -> typed(value);
		};
	}

	private String digit(String value) {
		if (value.isEmpty()) {
			return value;
		}
		int at = this.random.nextInt(value.length());
		if (!Character.isDigit(value.charAt(at)) || (this.random.nextInt(4) == 0 && at + 1 < value.length())) {
			return transpose(value, at);
		}
		return value.substring(0, at) + this.random.nextInt(10) + value.substring(at + 1);
	}

	private String typed(String value) {
		if (value.isEmpty()) {
			return value;
		}
		int at = this.random.nextInt(value.length());
		return switch (this.random.nextInt(5)) {
			case 0 -> value.substring(0, at) + this.language.letter(this.random) + value.substring(at);
			case 1 -> (value.length() > 2) ? value.substring(0, at) + value.substring(at + 1) : value;
			case 2 -> value.substring(0, at) + this.language.letter(this.random) + value.substring(at + 1);
			case 3 -> transpose(value, at);
			default -> value.replaceFirst(" ", "");
		};
	}

	private static String transpose(String value, int at) {
		return (at + 1 >= value.length()) ? value
				: value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
	}

}
