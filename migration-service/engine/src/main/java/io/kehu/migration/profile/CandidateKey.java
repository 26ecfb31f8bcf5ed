package io.kehu.migration.profile;

import java.util.List;

/**
 * Columns whose values identify rows.
 *
 * @param columns one column or two
 * @param violations rows whose key another row has before them, or that have none
 * @param exact whether all rows were looked at
 */
public record CandidateKey(List<String> columns, long violations, boolean exact) {

	public CandidateKey {
		columns = List.copyOf(columns);
	}

}
