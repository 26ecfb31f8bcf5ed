package io.kehu.migration.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The words for nothing that may be emptied in a column: not those that are values there,
 * as NA is the code of Namibia and of Naples, Null a family name, and x a tick.
 */
final class EmptyWords {

	private static final Pattern COUNTRY = Pattern.compile(
			"(?i).*(?:country|countries|nation|land(?:es)?(?:code|kürzel)?$|^land|pays|pa[ií]s|paese|kraj|iso.?3166|\\biso2?\\b).*");

	private static final Pattern NAME = Pattern.compile(
			"(?iU).*(?:name|namn|navn|naam|nom\\b|prénom|nome|nombre|apellido|cognom|nazwisk|imi[eę]\\b|famil|given|příjmen[íi]|jméno|priezvisk|meno\\b|nimi\\b|név\\b|soyad|\\bad[ıi]\\b|\\bnume(?:le)?\\b|prezime|priimek|\\bime\\b|фамили|\\bимя|прізвищ|ім'я|επώνυμ|όνομα|اسم|عائلة|姓|氏名|名前|이름|성명).*");

	private static final Set<String> NAMES = Set.of("Null", "Nil", "None", "Na", "Nan", "Unknown", "X", "Xx", "Tba");

	private static final Pattern CODE = Pattern.compile("[A-Z]{1,3}|[a-z]{1,3}");

	private static final Pattern TICK = Pattern.compile("[xX*]");

	private static final Pattern TRUTH = Pattern
		.compile("(?i)y|n|j|yes|no|ja|nein|oui|non|s[iíì]|nee|tak|nie|true|false|[01]");

	/** So many of the other values must be like a word for it to be one of them. */
	private static final double MOST = 0.9;

	/** Answers that are values where a column has few others, such as a tariff. */
	private static final Set<String> ANSWERS = Set.of("none", "unknown", "unbekannt", "inconnu", "desconocido",
			"not applicable", "keine angabe");

	private static final Pattern WORDS = Pattern.compile("\\p{L}[\\p{L} .'/-]*");

	/** A category has each of its values so many times on average. */
	private static final int OFTEN = 3;

	private EmptyWords() {
	}

	/** The words that stand for nothing in the column. */
	static List<Counted> of(ColumnProfile column) {
		return of(column.name(), column.missing().words(), column.topValues(), column.values());
	}

	/**
	 * Returns those of some words that stand for nothing.
	 * @param name the name of their column
	 * @param words the words
	 * @param others the most frequent of the column's other values
	 * @param values how many other values there are in all
	 */
	static List<Counted> of(String name, List<Counted> words, List<Counted> others, long values) {
		boolean countries = COUNTRY.matcher(name).matches();
		boolean names = NAME.matcher(name).matches();
		boolean category = isCategory(others, values);
		return words.stream().filter((word) -> {
			String text = word.value().strip();
			boolean namibia = countries && text.equalsIgnoreCase("na");
			boolean family = names && NAMES.contains(text);
			boolean ticks = TICK.matcher(text).matches()
					&& (others.isEmpty() || most(others, (other) -> TRUTH.matcher(other).matches()));
			boolean answer = category && ANSWERS.contains(text.toLowerCase(Locale.ROOT));
			return !namibia && !family && !ticks && !answer && !isCode(text, others);
		}).toList();
	}

	/** Returns whether a column has a few words over and over again. */
	private static boolean isCategory(List<Counted> others, long values) {
		return others.size() > 1 && total(others) >= values && values >= (long) OFTEN * others.size()
				&& most(others, (other) -> WORDS.matcher(other).matches());
	}

	/**
	 * Whether a word is a code as the other values are: as long, and in the same case.
	 */
	private static boolean isCode(String word, List<Counted> others) {
		boolean capital = word.equals(word.toUpperCase(Locale.ROOT));
		return CODE.matcher(word).matches() && most(others, (other) -> other.length() == word.length()
				&& CODE.matcher(other).matches() && other.equals(other.toUpperCase(Locale.ROOT)) == capital);
	}

	private static boolean most(List<Counted> values, Predicate<String> test) {
		long like = values.stream().filter((value) -> test.test(value.value().strip())).mapToLong(Counted::count).sum();
		return like > 0 && like >= MOST * total(values);
	}

	/** What replaces each of the words. */
	static Map<String, String> emptied(List<Counted> words) {
		Map<String, String> values = new TreeMap<>();
		words.forEach((word) -> values.put(word.value(), ""));
		return values;
	}

	/** Says what a column without any value holds. */
	static String instead(ColumnProfile column) {
		List<Counted> words = column.missing().words();
		return words.isEmpty() ? "No row has a value in this column."
				: "No row has a value in this column, but words for nothing such as “%s”."
					.formatted(words.get(0).value());
	}

	static long total(List<Counted> words) {
		return words.stream().mapToLong(Counted::count).sum();
	}

	/** The most frequent of the words, for a reader. */
	static String shown(List<Counted> words) {
		return String.join(", ", words.stream().limit(4).map(Counted::value).toList());
	}

}
