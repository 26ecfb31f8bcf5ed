package io.kehu.migration.matching.blocking;

/**
 * A blocking rule: records with the same key are compared.
 */
final class BlockingRule {

	private final String name;

	private final int[] keys;

	private final int pairsPerRecord;

	/**
	 * Creates a rule.
	 * @param name which fields make the key, for people
	 * @param keys a key a record; 0 means none
	 * @param pairsPerRecord what the rule may cost when there are many records: more when
	 * it finds most of the matches
	 */
	BlockingRule(String name, int[] keys, int pairsPerRecord) {
		this.name = name;
		this.keys = keys;
		this.pairsPerRecord = pairsPerRecord;
	}

	String name() {
		return this.name;
	}

	int[] keys() {
		return this.keys;
	}

	int pairsPerRecord() {
		return this.pairsPerRecord;
	}

}
