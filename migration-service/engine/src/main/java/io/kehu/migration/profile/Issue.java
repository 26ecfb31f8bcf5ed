package io.kehu.migration.profile;

import java.util.List;

/**
 * An issue that some values of a column have.
 *
 * @param kind what is wrong
 * @param count how many values have it
 * @param examples a few of them
 */
public record Issue(IssueKind kind, long count, List<String> examples) {

	public Issue {
		examples = List.copyOf(examples);
	}

}
