package io.kehu.migration.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts values of a kind and keeps the first few different ones.
 */
final class Examples {

	private static final int KEPT = 6;

	private static final int LONGEST = 120;

	private final List<String> texts = new ArrayList<>();

	private long count;

	void add(String text, long times) {
		this.count += times;
		String shown = (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
		if (this.texts.size() < KEPT && !this.texts.contains(shown)) {
			this.texts.add(shown);
		}
	}

	void merge(Examples other) {
		other.texts.forEach((text) -> add(text, 0));
		this.count += other.count;
	}

	long count() {
		return this.count;
	}

	List<String> texts() {
		return List.copyOf(this.texts);
	}

}
