package io.kehu.migration.sample;

import io.kehu.migration.table.Table;

/**
 * Made-up persons with doubled records, and the truth about them.
 */
public final class SamplePersons {

	private final Table table;

	private final int[] persons;

	SamplePersons(Table table, int[] persons) {
		this.table = table;
		this.persons = persons;
	}

	/** The records, in no order. */
	public Table table() {
		return this.table;
	}

	/** The person whom a record means. */
	public int person(int row) {
		return this.persons[row];
	}

}
