package io.kehu.migration.intake;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The account of a reading: each record is a row, was rejected with a reason, or is
 * blank.
 *
 * @param rows good rows given
 * @param rejected lines that gave no row
 * @param blankLines lines without anything on them
 * @param problems how often each kind of problem occurred
 * @param first the first problems, in the order of their finding
 */
public record ReadingReport(long rows, long rejected, long blankLines, Map<LineProblemKind, Long> problems,
		List<LineProblem> first) {

	public ReadingReport {
		problems = Collections.unmodifiableMap(new TreeMap<>(problems));
		first = List.copyOf(first);
	}

}
