package io.kehu.migration.clean.standardise;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Recognises what stands in columns of names and names no single person: companies, and
 * several persons at once.
 */
final class NoPerson {

	/** Legal forms as words, points left out, written as they are usually. */
	private static final Set<String> FORMS = Set.of("AG", "KG", "UG", "eV", "eG", "eK", "SE", "LP", "Co", "SA", "SAS",
			"SL", "SLU", "SpA", "SPA", "Srl", "SRL", "BV", "NV", "VOF", "AB", "AS", "ASA", "A/S", "ApS", "Oy", "SIA",
			"OÜ", "sro", "doo", "Bt", "SC", "Pte", "KK", "ООО", "ОАО", "ЗАО", "ПАО", "АО", "ИП", "ТОВ");

	/** Legal forms and words for companies that are no names, in whatever case. */
	private static final Set<String> WORDS = Set.of("gmbh", "ggmbh", "mbh", "kgaa", "ohg", "gbr", "ltd", "limited",
			"llc", "llp", "inc", "corp", "corporation", "company", "plc", "sarl", "sàrl", "eurl", "ltda", "zrt", "kft",
			"uab", "oyj", "pty", "bhd", "sdn", "group", "holding", "holdings", "stiftung", "verein", "university",
			"universität");

	/** Legal forms that stand in front. */
	private static final Set<String> FORMS_IN_FRONT = Set.of("SARL", "EURL", "SAS", "SASU", "SCI", "SNC", "SCEA",
			"GAEC", "UAB", "SIA");

	/** What companies do or are called, and a few persons too. */
	private static final Set<String> TRADES = Set.of("firma", "fa", "ditta", "impresa", "entreprise", "empresa",
			"bedrijf", "фирма", "bank", "sparkasse", "volksbank", "raiffeisenbank", "apotheke", "bäckerei", "baeckerei",
			"metzgerei", "fleischerei", "praxis", "hotel", "restaurant", "gasthof", "gasthaus", "café", "autohaus",
			"kanzlei", "steuerberatung", "versicherung", "versicherungen", "gemeinde", "stadtwerke", "landkreis",
			"schule", "gymnasium", "klinik", "krankenhaus", "institut", "ministerium", "verlag", "druckerei",
			"schreinerei", "tischlerei", "zimmerei", "gärtnerei", "friseur", "immobilien", "spedition", "logistik",
			"vertrieb", "gebrüder", "gebr", "erbengemeinschaft", "consulting", "services", "solutions", "systems",
			"software", "technologies", "technology", "industries", "international", "enterprises", "partners",
			"associates", "agency", "school", "college", "church", "hospital", "clinic", "pharmacy", "bakery",
			"foundation", "council", "department", "insurance", "boulangerie", "pharmacie", "mairie", "lycée",
			"société", "banque", "sociedad", "restaurante", "ayuntamiento", "asociación", "fundación", "panadería",
			"farmacia", "ristorante", "banca", "banco", "comune", "azienda", "fondazione", "associazione", "stichting",
			"vereniging", "bakkerij", "gemeente", "школа", "банк", "завод", "фабрика");

	private static final Set<String> FAMILIES = Set.of("the", "familie", "fam", "eheleute", "ehepaar", "geschwister",
			"family", "famille", "famiglia", "familia", "família", "rodina", "семья");

	private static final Set<String> LOWER_FORMS = FORMS.stream()
		.map((form) -> form.toLowerCase(Locale.ROOT))
		.collect(Collectors.toUnmodifiableSet());

	/** Legal forms and institutions in languages that do not separate words. */
	private static final Pattern WITHIN = Pattern
		.compile("株式会社|有限会社|合同会社|有限公司|公司|集团|集團|주식회사|\\(주\\)|（株）|\\(株\\)|㈱|大学|大學|御中|"
				+ "شركة|مؤسسة|Sp\\.? z o\\.? ?o|s\\.r\\.o\\.|d\\.o\\.o\\.|e\\. ?V\\.|& (?:Co|Sons|Söhne|Cie)|und Söhne");

	private static final Pattern SEVERAL = Pattern
		.compile("(?i) (?:&|\\+|und|and|et|och|og|и|та|en) |\\p{L} ?[&+/] ?\\p{L}| と |・様");

	/** Words for "and" that join two family names of a person as well. */
	private static final Pattern JOINED = Pattern.compile("^[^ ,]+ (?:y|e|i) [^,]+$| (?:y|e|i) [^ ,]+ [^ ]");

	private static final Pattern NO_NAME = Pattern.compile(".*[\\d@<>{}\\[\\]=].*");

	private NoPerson() {
	}

	/** Returns why a text is not the name of one person, or null. */
	static @Nullable String reason(String text) {
		List<String> words = Arrays.asList(text.split("[ ,]+", -1));
		if (WITHIN.matcher(text).find() || hasForm(words)) {
			return "name of a company, not of a person";
		}
		if (SEVERAL.matcher(text).find() || JOINED.matcher(text).find() || FAMILIES.contains(lower(words.get(0)))) {
			return "names of several persons";
		}
		if (words.size() > 1 && words.stream().anyMatch((word) -> TRADES.contains(lower(word)))) {
			return "name that may be that of a company";
		}
		return NO_NAME.matcher(text).matches() ? "no name" : null;
	}

	/**
	 * Whether a word is a legal form: behind the first word, or one that stands in front.
	 */
	private static boolean hasForm(List<String> words) {
		boolean small = words.stream().allMatch((word) -> word.equals(word.toLowerCase(Locale.ROOT)));
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i).replace(".", "");
			boolean cyrillicFirst = i == 0 && words.size() > 1 && !word.isEmpty()
					&& Character.UnicodeScript.of(word.charAt(0)) == Character.UnicodeScript.CYRILLIC;
			boolean form = FORMS.contains(word) || WORDS.contains(word.toLowerCase(Locale.ROOT))
					|| (small && i == words.size() - 1 && LOWER_FORMS.contains(word));
			if ((form && (i > 0 || cyrillicFirst)) || (i == 0 && words.size() > 1 && FORMS_IN_FRONT.contains(word))) {
				return true;
			}
		}
		return false;
	}

	private static String lower(String word) {
		return word.replace(".", "").toLowerCase(Locale.ROOT);
	}

}
