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
record TypeDecision(ValueType type, long fitting, boolean compact) {

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
			return new TypeDecision(ValueType.EMPTY, 0, false);
		}
		String hint = name.toLowerCase(Locale.ROOT);
		long phones = statistics.valid(ValueType.PHONE) + statistics.phoneDigits().count();
		boolean phoneMeant = hint.matches(".*(phone|telefon|mobil|handy|fax|tel\\b|tel_).*");
		long phoneLike = statistics.valid(ValueType.PHONE) + statistics.broken(ValueType.PHONE);
		if (phones > MANY * all && (phoneMeant || phoneLike > MANY * all)) {
			return new TypeDecision(ValueType.PHONE, phones, false);
		}
		long compactDays = statistics.compactDays().count();
		boolean dateMeant = isDateMeant(name);
		if (compactDays > (dateMeant ? MANY : MOST) * all) {
			return new TypeDecision(ValueType.DATE, compactDays, true);
		}
		TypeDecision decision = byShare(statistics, all);
		boolean identifying = decision.type() == ValueType.INTEGER && isIdentifier(name, statistics, all);
		return identifying ? new TypeDecision(ValueType.CODE, decision.fitting(), false) : decision;
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
		long dates = statistics.valid(ValueType.DATE);
		long moments = statistics.valid(ValueType.DATE_TIME);
		long broken = statistics.broken(ValueType.DATE) + statistics.broken(ValueType.DATE_TIME);
		if (dates + moments + broken > MOST * all) {
			return new TypeDecision((moments > dates) ? ValueType.DATE_TIME : ValueType.DATE, dates + moments, false);
		}
		long codes = statistics.valid(ValueType.CODE);
		long numbers = statistics.valid(ValueType.INTEGER) + statistics.valid(ValueType.DECIMAL);
		if (codes > SOME * all && codes + numbers > MOST * all && statistics.valid(ValueType.DECIMAL) == 0) {
			return new TypeDecision(ValueType.CODE, codes + numbers, false);
		}
		if (numbers > MOST * all) {
			return new TypeDecision((statistics.fractions() > 0) ? ValueType.DECIMAL : ValueType.INTEGER, numbers,
					false);
		}
		long emails = statistics.valid(ValueType.EMAIL);
		if (emails + statistics.broken(ValueType.EMAIL) > MANY * all) {
			return new TypeDecision(ValueType.EMAIL, emails, false);
		}
		for (ValueType type : List.of(ValueType.BOOLEAN, ValueType.TIME, ValueType.URL, ValueType.UUID)) {
			if (statistics.valid(type) > MOST * all) {
				return new TypeDecision(type, statistics.valid(type), false);
			}
		}
		return new TypeDecision(ValueType.TEXT, all, false);
	}

	/** Returns the values of other types, with examples. */
	ExampleValues others(ColumnStatistics statistics) {
		ExampleValues others = new ExampleValues();
		if (this.type == ValueType.TEXT || this.type == ValueType.EMPTY) {
			return others;
		}
		List<Map<ValueType, ExampleValues>> both = new ArrayList<>(
				List.of(statistics.types(), statistics.brokenTypes()));
		for (Map<ValueType, ExampleValues> found : both) {
			found.forEach((other, examples) -> {
				if (!belongs(other)) {
					others.merge(examples);
				}
			});
		}
		return others;
	}

	private boolean belongs(ValueType other) {
		return switch (this.type) {
			case INTEGER, DECIMAL -> other.numeric();
			case CODE -> other.numeric() || other == ValueType.CODE || other == ValueType.TEXT;
			case DATE, DATE_TIME -> other.dated() || (this.compact && other.numeric());
			case PHONE -> other == ValueType.PHONE || other.numeric() || other == ValueType.CODE;
			case BOOLEAN, TIME, EMAIL, URL, UUID, TEXT, EMPTY -> other == this.type;
		};
	}

}
