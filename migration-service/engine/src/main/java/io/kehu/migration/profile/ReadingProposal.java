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
	 * Returns the proposal for numbers whose mark may separate thousands. Other columns
	 * may show which mark the numbers have.
	 */
	static ReadingProposal ofMarks(Issue issue, TableProfile profile) {
		boolean comma = profile.columns().stream().anyMatch((other) -> other.issueCount(IssueKind.LOCAL_NUMBER) > 0);
		String reason = "%s a point or comma that may separate thousands or decimals, such as “%s”. %s".formatted(
				Plural.of(issue.count(), "number has", "numbers have"), issue.examples().get(0),
				comma ? "Other columns have a comma before the decimals."
						: "Nothing in the data tells which: choose the mark.");
		return new ReadingProposal("read numbers", Map.of("form", "number", "mark", comma ? "comma" : "by_evidence"),
				reason);
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
