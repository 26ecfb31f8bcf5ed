package io.kehu.migration.clean.standardise;

import java.util.Locale;
import java.util.Set;

/**
 * Yes and no, in several tongues, as true and false.
 */
public record BooleanStandard() implements Standard {

	private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "1", "on", "x", "ja", "j", "oui", "si",
			"sí", "sì", "sim", "tak", "wahr", "vrai", "✓", "✔");

	private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "0", "off", "nein", "nee", "non", "não",
			"nie", "falsch", "faux", "nej", "✗", "✘");

	@Override
	public Outcome apply(String value) {
		String word = TextStandard.clean(value).toLowerCase(Locale.ROOT);
		if (TRUE.contains(word)) {
			return Outcome.of("true");
		}
		return FALSE.contains(word) ? Outcome.of("false") : Outcome.problem("neither yes nor no");
	}

}
