package io.kehu.migration.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The words for nothing that may be emptied in a column: not those that are values there,
 * as NA is the code of Namibia and Null a family name.
 */
final class EmptyWords {

	private static final Pattern COUNTRY = Pattern.compile(
			"(?i).*(?:country|countries|nation|land(?:es)?(?:code|kürzel)?$|^land|pays|pa[ií]s|paese|kraj|iso.?3166|\\biso2?\\b).*");

	private static final Pattern NAME = Pattern.compile(
			"(?i).*(?:name|surname|nom\\b|prénom|apellido|cognome|nazwisko|achternaam|familie|family|given|vorname).*");

	private static final Set<String> NAMES = Set.of("Null", "Nil", "None", "Na", "Nan", "Unknown", "X", "Xx", "Tba");

	private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private EmptyWords() {
	}

	/** The words that stand for nothing in the column. */
	static List<Counted> of(ColumnProfile column) {
		boolean countries = holdsCountries(column);
		boolean names = NAME.matcher(column.name()).matches();
		return column.missing().words().stream().filter((word) -> {
			boolean namibia = countries && word.value().strip().equalsIgnoreCase("na");
			boolean family = names && NAMES.contains(word.value().strip());
			return !namibia && !family;
		}).toList();
	}

	private static boolean holdsCountries(ColumnProfile column) {
		if (COUNTRY.matcher(column.name()).matches()) {
			return true;
		}
		List<String> frequent = column.topValues().stream().map(Counted::value).toList();
		return frequent.size() > 1
				&& frequent.stream().allMatch((value) -> CODE.matcher(value).matches() && COUNTRIES.contains(value));
	}

	/** What replaces each of the words. */
	static Map<String, String> emptied(List<Counted> words) {
		Map<String, String> values = new TreeMap<>();
		words.forEach((word) -> values.put(word.value(), ""));
		return values;
	}

	static long total(List<Counted> words) {
		return words.stream().mapToLong(Counted::count).sum();
	}

	/** The most frequent of the words, for a reader. */
	static String shown(List<Counted> words) {
		return String.join(", ", words.stream().limit(4).map(Counted::value).toList());
	}

}
