package io.kehu.migration.matching.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.kehu.migration.matching.text.NormalForms;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;

/**
 * Finds the role of a column from the words of its name and, where these say nothing,
 * from its values.
 */
public final class RoleDetector {

	private static final int SAMPLE = 2_000;

	private static final double MOST = 0.8;

	/** Share of the names from which on a column may hold organisations. */
	private static final double MANY = 0.4;

	private static final double SOME = 0.25;

	private static final double FEW = 0.01;

	private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()/.-]{6,18}");

	private static final Pattern CODE = Pattern.compile("(?=.*[0-9])[0-9A-Za-z ./-]{4,24}");

	private static final Pattern HOUSE_NUMBER = Pattern.compile("[0-9]{1,5} ?[A-Za-z]?");

	private static final Pattern FRACTION = Pattern.compile("-?[0-9][0-9.,' ]*[.,][0-9]{1,4}");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,' ]*");

	private RoleDetector() {
	}

	/**
	 * Finds what the columns of a table mean, each also by what the others are: beside a
	 * column of first names, one called "name" holds last names.
	 * @param table a table with its values
	 * @return the role of each column, by its name
	 */
	public static Map<String, ColumnRole> detect(Table table) {
		Map<String, ColumnRole> roles = new LinkedHashMap<>();
		table.columns().forEach((column) -> roles.put(column.name(), detect(column)));
		List<Column> plain = table.columns()
			.stream()
			.filter((column) -> roles.get(column.name()) == ColumnRole.FULL_NAME
					&& new ColumnWords(column.name()).isPlainName() && isOneWord(column))
			.toList();
		boolean given = roles.containsValue(ColumnRole.GIVEN_NAME);
		boolean family = roles.containsValue(ColumnRole.FAMILY_NAME);
		if (plain.size() == 1 && given != family) {
			roles.put(plain.get(0).name(), given ? ColumnRole.FAMILY_NAME : ColumnRole.GIVEN_NAME);
		}
		if (!given && !family) {
			detectOrganisations(table, roles);
		}
		return roles;
	}

	/**
	 * A plain name may be that of an organisation, and a company is what the record
	 * describes where no person is named.
	 */
	private static void detectOrganisations(Table table, Map<String, ColumnRole> roles) {
		for (Column column : table.columns()) {
			if (roles.get(column.name()) == ColumnRole.FULL_NAME && new ColumnWords(column.name()).isPlainName()
					&& holdsOrganisations(sample(column))) {
				roles.put(column.name(), ColumnRole.ORGANISATION);
			}
		}
		if (roles.values().stream().noneMatch((role) -> role.isName() || role == ColumnRole.ORGANISATION)) {
			table.columns()
				.stream()
				.filter((column) -> roles.get(column.name()) == ColumnRole.COMPANY)
				.max(Comparator.comparingInt(Column::distinct))
				.ifPresent((column) -> roles.put(column.name(), ColumnRole.ORGANISATION));
		}
	}

	/** Returns whether most of what a column holds are names of organisations. */
	private static boolean holdsOrganisations(List<String> sample) {
		List<String> distinct = sample.stream().distinct().toList();
		double organisations = (double) distinct.stream().filter(OrganisationName::looksLikeOrganisation).count()
				/ Math.max(1, distinct.size());
		double persons = (double) distinct.stream().filter(RoleDetector::looksLikePerson).count()
				/ Math.max(1, distinct.size());
		return (organisations > MANY && organisations > persons) || (organisations > SOME && persons < FEW);
	}

	private static boolean looksLikePerson(String text) {
		return NormalForms.words(NormalForms.fold(text)).stream().anyMatch((word) -> Nicknames.of(word).length > 0);
	}

	/**
	 * Finds what a column means.
	 * @param column a column with its values
	 * @return its role
	 */
	public static ColumnRole detect(Column column) {
		if (column.distinct() < 2) {
			return ColumnRole.IGNORED;
		}
		ColumnWords words = new ColumnWords(column.name());
		ColumnRole named = words.role();
		if (named == ColumnRole.IDENTIFIER) {
			return named;
		}
		boolean unique = column.distinct() == column.present() && column.present() > 1;
		if (unique && words.has("id", "key", "uuid", "guid", "row", "index", "record", "rec", "number", "no", "nr")) {
			return ColumnRole.RECORD_KEY;
		}
		List<String> sample = sample(column);
		if (named == null) {
			return byValues(column, words, unique, sample);
		}
		if (named == ColumnRole.ADDRESS && share(sample, HOUSE_NUMBER) > MOST) {
			return ColumnRole.HOUSE_NUMBER;
		}
		return named;
	}

	private static ColumnRole byValues(Column column, ColumnWords words, boolean unique, List<String> sample) {
		if (share(sample, EMAIL) > MOST) {
			return ColumnRole.EMAIL;
		}
		if (sample.stream().filter((value) -> Dates.parse(value) != null).count() > MOST * sample.size()) {
			return ColumnRole.DATE;
		}
		boolean code = share(sample, CODE) > MOST;
		boolean numeric = share(sample, NUMBER) > MOST;
		if (numeric && (words.isAmount() || share(sample, FRACTION) > 0.5)) {
			return ColumnRole.NUMBER;
		}
		if (unique && (code || numeric || isOneWord(column))) {
			return ColumnRole.RECORD_KEY;
		}
		if (column.distinct() <= 30 || column.distinct() <= 0.001 * column.present()) {
			return ColumnRole.CATEGORY;
		}
		if (share(sample, PHONE) > MOST) {
			return ColumnRole.PHONE;
		}
		if (code) {
			return ColumnRole.IDENTIFIER;
		}
		long organisations = sample.stream().filter(OrganisationName::isOrganisation).count();
		return (organisations > SOME * sample.size()) ? ColumnRole.ORGANISATION : ColumnRole.TEXT;
	}

	static boolean isOneWord(Column column) {
		List<String> sample = sample(column);
		return sample.stream().filter((value) -> value.strip().indexOf(' ') < 0).count() > 0.7 * sample.size();
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
