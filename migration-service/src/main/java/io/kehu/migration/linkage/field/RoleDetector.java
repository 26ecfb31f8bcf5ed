package io.kehu.migration.linkage.field;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.kehu.migration.linkage.text.Texts;
import io.kehu.migration.table.Column;
import org.jspecify.annotations.Nullable;

/**
 * Finds the role of a column from the words of its name and, where these say nothing,
 * from its values.
 */
public final class RoleDetector {

	private static final int SAMPLE = 2_000;

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{6,18}");

	private static final Pattern CODE = Pattern.compile("(?=.*[0-9])[0-9A-Za-z ./-]{4,24}");

	private static final Set<String> ENTITY_IDS = Set.of("ssn", "sec", "social", "soc", "tax", "vat", "passport",
			"nino", "iban", "insurance", "national", "licence", "license");

	private RoleDetector() {
	}

	/**
	 * Find what a column means.
	 * @param column a column with its values
	 * @return its role
	 */
	public static ColumnRole detect(Column column) {
		if (column.distinct() < 2) {
			return ColumnRole.IGNORED;
		}
		Set<String> words = words(column.name());
		ColumnRole named = byName(words);
		if (named == ColumnRole.IDENTIFIER) {
			return named;
		}
		boolean unique = column.distinct() == column.present() && column.present() > 1;
		if (unique
				&& hasAny(words, "id", "key", "uuid", "guid", "row", "index", "record", "rec", "number", "no", "nr")) {
			return ColumnRole.RECORD_KEY;
		}
		return (named != null) ? named : byValues(column, unique);
	}

	private static Set<String> words(String name) {
		String parted = name.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("([A-Za-z])([0-9])", "$1 $2");
		return Set.copyOf(new HashSet<>(Texts.words(Texts.fold(parted))));
	}

	private static boolean hasAny(Set<String> words, String... candidates) {
		for (String candidate : candidates) {
			if (words.contains(candidate)) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable ColumnRole byName(Set<String> words) {
		if (words.stream().anyMatch(ENTITY_IDS::contains)) {
			return ColumnRole.IDENTIFIER;
		}
		ColumnRole personal = personal(words);
		return (personal != null) ? personal : place(words);
	}

	private static @Nullable ColumnRole personal(Set<String> words) {
		boolean family = hasAny(words, "surname", "family", "last", "lastname", "nachname", "lname");
		boolean given = hasAny(words, "given", "first", "forename", "firstname", "vorname", "christian", "fname");
		if ((family && given) || hasAny(words, "fullname", "full", "company", "organisation", "organization")) {
			return ColumnRole.FULL_NAME;
		}
		if (family) {
			return ColumnRole.FAMILY_NAME;
		}
		if (given) {
			return ColumnRole.GIVEN_NAME;
		}
		if (hasAny(words, "mail", "email")) {
			return ColumnRole.EMAIL;
		}
		if (hasAny(words, "phone", "telephone", "mobile", "fax", "tel", "cell")) {
			return ColumnRole.PHONE;
		}
		if (hasAny(words, "dob", "birthdate", "birthday", "geburtsdatum")
				|| (hasAny(words, "date") && hasAny(words, "birth", "death"))) {
			return ColumnRole.DATE;
		}
		if (hasAny(words, "gender", "sex")) {
			return ColumnRole.CATEGORY;
		}
		if (hasAny(words, "occupation", "profession", "job", "title", "position")) {
			return ColumnRole.TEXT;
		}
		return null;
	}

	private static @Nullable ColumnRole place(Set<String> words) {
		if (hasAny(words, "postcode", "zip", "zipcode", "postalcode", "plz")
				|| (hasAny(words, "postal", "post") && words.contains("code"))) {
			return ColumnRole.POSTCODE;
		}
		boolean street = hasAny(words, "street", "house", "flat", "road");
		if ((street && hasAny(words, "number", "no", "nr", "num")) || words.contains("housenumber")) {
			return ColumnRole.HOUSE_NUMBER;
		}
		if (street || hasAny(words, "address", "addr", "line", "strasse")) {
			return ColumnRole.ADDRESS;
		}
		if (hasAny(words, "city", "town", "suburb", "place", "birthplace", "locality", "village", "ort",
				"municipality")) {
			return ColumnRole.PLACE;
		}
		if (hasAny(words, "state", "country", "region", "province", "county")) {
			return ColumnRole.CATEGORY;
		}
		return words.contains("name") ? ColumnRole.FULL_NAME : null;
	}

	private static ColumnRole byValues(Column column, boolean unique) {
		List<String> sample = sample(column);
		if (share(sample, EMAIL) > 0.8) {
			return ColumnRole.EMAIL;
		}
		if (sample.stream().filter((value) -> Dates.parse(value) != null).count() > 0.8 * sample.size()) {
			return ColumnRole.DATE;
		}
		if (unique) {
			return ColumnRole.RECORD_KEY;
		}
		if (column.distinct() <= 30 || column.distinct() <= 0.001 * column.present()) {
			return ColumnRole.CATEGORY;
		}
		if (share(sample, PHONE) > 0.8) {
			return ColumnRole.PHONE;
		}
		return (share(sample, CODE) > 0.8) ? ColumnRole.IDENTIFIER : ColumnRole.TEXT;
	}

	private static List<String> sample(Column column) {
		List<String> sample = new ArrayList<>();
		int step = Math.max(1, column.rows() / SAMPLE);
		for (int row = 0; row < column.rows(); row += step) {
			String value = column.value(row);
			if (value != null) {
				sample.add(value);
			}
		}
		return sample;
	}

	private static double share(List<String> sample, Pattern pattern) {
		return (double) sample.stream().filter((value) -> pattern.matcher(value).matches()).count()
				/ Math.max(1, sample.size());
	}

}
