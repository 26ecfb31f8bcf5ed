package io.kehu.migration.linkage;

/**
 * One way to bring records together that might match: those with the same key.
 */
final class BlockingRule {

	private final String name;

	private final int[] keys;

	private final boolean strong;

	/**
	 * Make a rule.
	 * @param name which fields make the key, for people
	 * @param keys a key a record; 0 means none
	 * @param strong whether the rule alone finds most matches, so that it may cost more
	 */
	BlockingRule(String name, int[] keys, boolean strong) {
		this.name = name;
		this.keys = keys;
		this.strong = strong;
	}

	String name() {
		return this.name;
	}

	int[] keys() {
		return this.keys;
	}

	boolean strong() {
		return this.strong;
	}

}
