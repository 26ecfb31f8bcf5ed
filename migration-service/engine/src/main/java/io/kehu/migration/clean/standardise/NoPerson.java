package io.kehu.migration.clean.standardise;

import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Recognises what stands in columns of names and names no single person: companies, and
 * several persons at once.
 */
final class NoPerson {

	/** Legal forms as words, points left out, written as they are usually. */
	private static final Set<String> FORMS = Set.of("GmbH", "gGmbH", "mbH", "AG", "KG", "KGaA", "OHG", "UG", "GbR",
			"eV", "eG", "eK", "SE", "Ltd", "LTD", "Limited", "LLC", "LLP", "LP", "Inc", "INC", "Corp", "Corporation",
			"Company", "Co", "PLC", "plc", "SA", "SAS", "SARL", "Sàrl", "Sarl", "SL", "SLU", "SpA", "SPA", "Srl", "SRL",
			"BV", "NV", "VOF", "AB", "AS", "ASA", "A/S", "ApS", "Oy", "Oyj", "SIA", "UAB", "OÜ", "sro", "doo", "Zrt",
			"Kft", "Bt", "Ltda", "SC", "Pty", "Pte", "Bhd", "Sdn", "KK", "ООО", "ОАО", "ЗАО", "ПАО", "АО", "ИП", "ТОВ",
			"GMBH", "Group", "Holding", "Holdings", "Stiftung", "Verein", "University", "Universität");

	/** Legal forms and institutions in languages that do not separate words. */
	private static final Pattern WITHIN = Pattern
		.compile("株式会社|有限会社|合同会社|有限公司|公司|集团|集團|주식회사|\\(주\\)|（株）|\\(株\\)|㈱|大学|大學|"
				+ "شركة|مؤسسة|Sp\\.? z o\\.? ?o|s\\.r\\.o\\.|d\\.o\\.o\\.|e\\. ?V\\.|& (?:Co|Sons|Söhne|Cie)|und Söhne");

	private static final Pattern SEVERAL = Pattern
		.compile("(?i) (?:&|\\+|und|and|et|och|og|и|та|en) |\\p{L} ?[&+/] ?\\p{L}| と |・様");

	private static final Pattern NO_NAME = Pattern.compile(".*[\\d@<>{}\\[\\]=].*");

	private NoPerson() {
	}

	/** Returns why a text is not the name of one person, or null. */
	static @Nullable String reason(String text) {
		if (WITHIN.matcher(text).find() || hasForm(text)) {
			return "name of a company, not of a person";
		}
		if (SEVERAL.matcher(text).find()) {
			return "names of several persons";
		}
		return NO_NAME.matcher(text).matches() ? "no name" : null;
	}

	/** Whether a word behind the first one is a legal form. */
	private static boolean hasForm(String text) {
		String[] words = text.split("[ ,]+", -1);
		for (int i = 0; i < words.length; i++) {
			String word = words[i].replace(".", "");
			boolean cyrillicFirst = i == 0 && words.length > 1 && !word.isEmpty()
					&& Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.CYRILLIC;
			if ((i > 0 || cyrillicFirst) && FORMS.contains(word)) {
				return true;
			}
		}
		return false;
	}

}
