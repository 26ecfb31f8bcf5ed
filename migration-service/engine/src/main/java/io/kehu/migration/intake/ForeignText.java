package io.kehu.migration.intake;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Recognises texts of other formats, which would otherwise be read as a table of one or
 * two columns.
 */
final class ForeignText {

	private static final int BEGINNING = 500;

	private static final String HTML = "an HTML page, as some systems export under the name .xls: open it in a"
			+ " spreadsheet and save it as a workbook or as CSV";

	private static final Map<String, String> BEGINNINGS = Map.of("<!doctype html", HTML, "<html", HTML, "<head", HTML,
			"<body", HTML, "<table", HTML, "<?xml",
			"XML: open it in a spreadsheet and save it as a workbook, or convert it to CSV or JSON", "{\\rtf",
			"a text document (RTF): save the table in it as CSV", "begin:vcard",
			"a list of vCards: export the contacts as CSV", "begin:vcalendar", "a calendar: export the entries as CSV");

	private static final Pattern LIKE_JSON = Pattern
		.compile("\\[?\\s*\\{\\s*(?:'[^'\\n]{0,200}'|[\\p{L}_$][\\w$]{0,200})\\s*:.*", Pattern.DOTALL);

	private ForeignText() {
	}

	/**
	 * Returns what a text is instead of a table, or null.
	 * @param sample its beginning
	 */
	static @Nullable String format(String sample) {
		String start = sample.stripLeading();
		start = start.substring(0, Math.min(BEGINNING, start.length())).toLowerCase(Locale.ROOT);
		for (Map.Entry<String, String> known : BEGINNINGS.entrySet()) {
			if (start.startsWith(known.getKey())) {
				return known.getValue();
			}
		}
		return LIKE_JSON.matcher(start).matches() ? "like JSON, but names and texts must be in double quotes" : null;
	}

}
