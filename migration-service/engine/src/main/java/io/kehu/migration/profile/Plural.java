package io.kehu.migration.profile;

import java.util.Locale;

/**
 * Counts things in words.
 */
final class Plural {

	private Plural() {
	}

	static String of(long count, String noun) {
		return of(count, noun, noun + "s");
	}

	static String of(long count, String one, String more) {
		return String.format(Locale.ENGLISH, "%,d %s", count, (count == 1) ? one : more);
	}

}
