package io.kehu.migration.match;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;

/**
 * Generated persons as the lines of a file, each with a unique key.
 */
final class SampleCsv {

	private SampleCsv() {
	}

	static List<String> lines(int records, long seed) {
		SamplePersons persons = new PersonGenerator(seed).generate(records, 0.3);
		List<String> lines = new ArrayList<>();
		lines.add("record_key," + String.join(",", persons.columns()));
		for (int row = 0; row < persons.rows().size(); row++) {
			lines.add("k" + row + "," + String.join(",", persons.rows().get(row)));
		}
		return lines;
	}

}
