package io.kehu.migration.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decides what a column holds from what its values look like, and how many of them fit.
 *
 * @param type the column's type
 * @param fitting how many values are of it
 * @param compact whether its dates are written as eight digits
 */
record TypeDecision(ColumnValueType type, long fitting, boolean compact) {

	private static final double MOST = 0.8;

	private static final double MANY = 0.5;

	private static final double SOME = 0.005;

	/**
	 * Decides on the type of a column.
	 * @param name the name of the column, which may hint at its type
	 * @param statistics its values
	 * @return the decision
	 */
	static TypeDecision of(String name, ColumnStatistics statistics) {
		long all = statistics.lengths().count();
		if (all == 0) {
			return new TypeDecision(ColumnValueType.EMPTY, 0, false);
		}
		String hint = name.toLowerCase(Locale.ROOT);
		long phones = statistics.valid(ColumnValueType.PHONE) + statistics.phoneDigits().count();
		boolean phoneMeant = hint.matches(".*(phone|telefon|mobil|handy|fax|tel\\b|tel_).*");
		long phoneLike = statistics.valid(ColumnValueType.PHONE) + statistics.broken(ColumnValueType.PHONE);
		if (phones > MANY * all && (phoneMeant || phoneLike > MANY * all)) {
			return new TypeDecision(ColumnValueType.PHONE, phones, false);
		}
		long compactDays = statistics.compactDays().count();
		boolean dateMeant = isDateMeant(name);
		if (compactDays > (dateMeant ? MANY : MOST) * all) {
			return new TypeDecision(ColumnValueType.DATE, compactDays, true);
		}
		TypeDecision decision = byShare(statistics, all);
		boolean identifying = decision.type() == ColumnValueType.INTEGER && isIdentifier(name, statistics, all);
		return identifying ? new TypeDecision(ColumnValueType.CODE, decision.fitting(), false) : decision;
	}

	/** Returns whether the name of a column speaks of dates. */
	static boolean isDateMeant(String name) {
		return name.toLowerCase(Locale.ROOT).matches(".*(date|datum|birth|dob|day|geburt|fecha).*");
	}

	/**
	 * Whole numbers are codes when their name says so, or when others have letters in
	 * them.
	 */
	private static boolean isIdentifier(String name, ColumnStatistics statistics, long all) {
		String words = name.replaceAll("(\\p{Lower})(\\p{Upper})", "$1_$2").toLowerCase(Locale.ROOT);
		boolean named = words.matches("(.*[^a-z])?(id|no|nr|num|number|code|zip|plz|postcode|postal|sku|key|isbn|ean)");
		return named || statistics.mixedCodes() > SOME * all;
	}

	private static TypeDecision byShare(ColumnStatistics statistics, long all) {
		long dates = statistics.valid(ColumnValueType.DATE);
		long moments = statistics.valid(ColumnValueType.DATE_TIME);
		long broken = statistics.broken(ColumnValueType.DATE) + statistics.broken(ColumnValueType.DATE_TIME);
		if (dates + moments + broken > MOST * all) {
			return new TypeDecision((moments > dates) ? ColumnValueType.DATE_TIME : ColumnValueType.DATE,
					dates + moments, false);
		}
		long codes = statistics.valid(ColumnValueType.CODE);
		long numbers = statistics.valid(ColumnValueType.INTEGER) + statistics.valid(ColumnValueType.DECIMAL);
		if (codes > SOME * all && codes + numbers > MOST * all && statistics.valid(ColumnValueType.DECIMAL) == 0) {
			return new TypeDecision(ColumnValueType.CODE, codes + numbers, false);
		}
		if (numbers > MOST * all) {
			return new TypeDecision((statistics.fractions() > 0) ? ColumnValueType.DECIMAL : ColumnValueType.INTEGER,
					numbers, false);
		}
		long emails = statistics.valid(ColumnValueType.EMAIL);
		if (emails + statistics.broken(ColumnValueType.EMAIL) > MANY * all) {
			return new TypeDecision(ColumnValueType.EMAIL, emails, false);
		}
		for (ColumnValueType type : List.of(ColumnValueType.BOOLEAN, ColumnValueType.TIME, ColumnValueType.URL,
				ColumnValueType.UUID)) {
			if (statistics.valid(type) > MOST * all) {
				return new TypeDecision(type, statistics.valid(type), false);
			}
		}
		return new TypeDecision(ColumnValueType.TEXT, all, false);
	}

	/** Returns the values of other types, with examples. */
	ExampleValues others(ColumnStatistics statistics) {
		ExampleValues others = new ExampleValues();
		if (this.type == ColumnValueType.TEXT || this.type == ColumnValueType.EMPTY) {
			return others;
		}
		List<Map<ColumnValueType, ExampleValues>> both = new ArrayList<>(
				List.of(statistics.types(), statistics.brokenTypes()));
		for (Map<ColumnValueType, ExampleValues> found : both) {
			found.forEach((other, examples) -> {
				if (!belongs(other)) {
					others.merge(examples);
				}
			});
		}
		return others;
	}

	private boolean belongs(ColumnValueType other) {
		return switch (this.type) {
			case INTEGER, DECIMAL -> other.numeric();
			case CODE -> other.numeric() || other == ColumnValueType.CODE || other == ColumnValueType.TEXT;
			case DATE, DATE_TIME -> other.dated() || (this.compact && other.numeric());
			case PHONE -> other == ColumnValueType.PHONE || other.numeric() || other == ColumnValueType.CODE;
			case BOOLEAN, TIME, EMAIL, URL, UUID, TEXT, EMPTY -> other == this.type;
		};
	}

}
