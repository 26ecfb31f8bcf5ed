package io.kehu.migration.sample;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Generated records of persons, some of them duplicates, with the truth about them.
 */
public final class SamplePersons {

	private static final List<String> COLUMNS = List.of("given_name", "surname", "street_number", "address", "suburb",
			"postcode", "state", "date_of_birth", "phone");

	private final List<String[]> rows;

	private final int[] persons;

	SamplePersons(String[][] rows, int[] persons) {
		this.rows = Collections.unmodifiableList(Arrays.asList(rows));
		this.persons = persons;
	}

	/** Returns the names of the columns. */
	public List<String> columns() {
		return COLUMNS;
	}

	/** Returns the records in random order, each value empty where it is missing. */
	public List<String[]> rows() {
		return this.rows;
	}

	/** Returns the number of the person that a record describes. */
	public int person(int row) {
		return this.persons[row];
	}

}
