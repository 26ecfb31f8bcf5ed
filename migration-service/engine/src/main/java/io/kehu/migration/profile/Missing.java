package io.kehu.migration.profile;

import io.kehu.migration.table.MissingWords;

/**
 * The words that stand for a missing value.
 */
final class Missing {

	private Missing() {
	}

	/** Returns whether a text, without blanks around it, stands for no value. */
	static boolean isWord(String text) {
		return MissingWords.contains(text);
	}

}
