package io.kehu.migration.profile;

import java.util.Map;

/**
 * How values are to be read that can mean two things.
 *
 * @param step the step of the rule
 * @param standard the standard
 * @param reason why
 */
record ReadingProposal(String step, Map<String, Object> standard, String reason) {

	/**
	 * Returns the proposal for numbers with a comma before their decimals. The marks of
	 * all numbers of the column decide how those are read that leave it open.
	 */
	static ReadingProposal ofLocalNumbers(Issue issue) {
		return new ReadingProposal("read numbers", Map.of("form", "number", "mark", "by_evidence"),
				"%s in a local notation, such as “%s”.".formatted(Plural.of(issue.count(), "number is", "numbers are"),
						issue.examples().get(0)));
	}

	/**
	 * Returns the proposal for numbers whose mark may separate thousands. The column's
	 * other numbers show which mark they have, or else other columns do, if none
	 * contradicts them.
	 */
	static ReadingProposal ofMarks(ColumnProfile column, Issue issue, TableProfile profile) {
		boolean own = column.issueCount(IssueKind.LOCAL_NUMBER) > 0;
		boolean commas = profile.columns().stream().anyMatch((other) -> other.issueCount(IssueKind.LOCAL_NUMBER) > 0);
		boolean points = profile.columns().stream().anyMatch(ReadingProposal::showsPoints);
		String evidence = own ? "Other numbers of the column show the mark."
				: !commas ? "Nothing in the data tells which: choose the mark."
						: points ? "Other columns contradict each other: choose the mark."
								: "Other columns have a comma before the decimals.";
		boolean comma = commas && !own && !points;
		return new ReadingProposal("read numbers", Map.of("form", "number", "mark", comma ? "comma" : "by_evidence"),
				"%s a point or comma that may separate thousands or decimals, such as “%s”. %s".formatted(
						Plural.of(issue.count(), "number has", "numbers have"), issue.examples().get(0), evidence));
	}

	private static boolean showsPoints(ColumnProfile column) {
		return column.type() == ColumnValueType.DECIMAL && column.issueCount(IssueKind.LOCAL_NUMBER) == 0
				&& column.issueCount(IssueKind.OPEN_MARK) == 0;
	}

	/** Returns the proposal for dates as day numbers. */
	static ReadingProposal ofDayNumbers(Issue issue) {
		return new ReadingProposal("read dates",
				Map.of("form", "date", "order", "by_evidence", "latestYear", 2049, "serials", true),
				"%s of a spreadsheet, such as “%s”; 45000 is 2023-03-15.".formatted(
						Plural.of(issue.count(), "value is a day number", "values are day numbers"),
						issue.examples().get(0)));
	}

}
