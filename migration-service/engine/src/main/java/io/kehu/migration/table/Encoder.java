package io.kehu.migration.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Gives each distinct text a code, in the order of their first coming.
 */
final class Encoder {

	/** A text with its characters' array, its place in the map and in the dictionary. */
	private static final long BYTES_PER_TEXT = 112;

	private final Map<String, Integer> codes;

	private final List<String> dictionary = new ArrayList<>();

	private long characters;

	Encoder(int expected) {
		this.codes = new HashMap<>(2 * expected);
	}

	/**
	 * Returns the code of a text; that of null and blank ones is {@link Column#MISSING}.
	 */
	int encode(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return Column.MISSING;
		}
		Integer code = this.codes.putIfAbsent(text, this.dictionary.size());
		if (code != null) {
			return code;
		}
		this.dictionary.add(text);
		this.characters += text.length();
		return this.dictionary.size() - 1;
	}

	/** Returns how many bytes of memory all this takes, about. */
	long bytes() {
		return this.dictionary.size() * BYTES_PER_TEXT + this.characters;
	}

	String[] dictionary() {
		return this.dictionary.toArray(String[]::new);
	}

}
