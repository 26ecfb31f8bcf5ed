package io.kehu.migration.profile;

import java.util.List;

/**
 * Columns whose values fix the value of another, save for some rows.
 *
 * @param determinants one column or two
 * @param dependent the column that follows from them
 * @param rows rows of the sample that share their determinants with another row, so that
 * the dependency says something about them
 * @param violations how many of them would have to change for it to hold without
 * exception
 * @param examples determinants with more than one value, and those values
 */
public record ColumnDependency(List<String> determinants, String dependent, int rows, int violations,
		List<String> examples) {

	public ColumnDependency {
		determinants = List.copyOf(determinants);
		examples = List.copyOf(examples);
	}

}
