package io.kehu.migration.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.kehu.migration.matching.estimate.LikelyDuplicates;
import io.kehu.migration.table.Hashes;

/**
 * Turns findings into cleaning rules that a steward can accept one by one.
 */
final class Proposals {

	private static final double RARELY_MISSING = 0.4;

	private static final int MOST_CATEGORIES = 20;

	private static final int FEWEST_OF_A_CATEGORY = 5;

	/** Rules are proposed in the order in which they should run. */
	private static final List<String> STEPS = List.of("repair encoding", "normalise letters", "trim", "empty words",
			"unify spellings", "drop column", "read numbers", "read dates", "check e-mail", "format phone",
			"check dependency", "find outliers", "fill", "drop repeated", "link duplicates");

	private static final Map<String, Object> TEXT = standard(Map.of("form", "text", "letters", "as_is"));

	private static final Map<String, Object> NUMBER = standard(Map.of("form", "number", "mark", "by_evidence"));

	private static final Map<String, Object> WHOLE = standard(
			Map.of("form", "number", "mark", "by_evidence", "whole", true));

	private static final Map<String, Object> DATE = standard(
			Map.of("form", "date", "order", "by_evidence", "latestYear", 2049));

	private static final Map<String, Object> OUTLIERS = Map.of("test",
			new TreeMap<>(Map.of("method", "quartiles", "factor", 3, "window", 3)), "action", "flag");

	private static final Set<IssueKind> TRIMMED = EnumSet.of(IssueKind.BLANKS_AROUND, IssueKind.BLANKS_DOUBLED,
			IssueKind.CONTROL_CHARACTERS);

	private final TableProfile profile;

	private final List<RuleProposal> proposals = new ArrayList<>();

	Proposals(TableProfile profile) {
		this.profile = profile;
	}

	List<RuleProposal> list() {
		this.profile.columns().forEach(this::column);
		rows();
		this.profile.dependencies().forEach(this::dependency);
		this.proposals.sort(Comparator.comparingInt((RuleProposal proposal) -> STEPS.indexOf(proposal.step()))
			.thenComparing(Comparator.comparingLong(RuleProposal::affected).reversed()));
		return this.proposals;
	}

	private void column(ColumnProfile column) {
		trim(column);
		phone(column);
		for (Issue issue : column.issues()) {
			issue(column, issue);
		}
		if (column.values() == 0 && this.profile.rows() > 0) {
			add(column, "drop column", "dropColumn", Map.of(), this.profile.rows(), EmptyWords.instead(column));
		}
		else if (column.distinct().count() == 1 && column.missing().total() == 0 && this.profile.rows() > 1) {
			add(column, "drop column", "dropColumn", Map.of(), this.profile.rows(),
					"Every row has the same value, “%s”.".formatted(column.topValues().get(0).value()));
		}
		else {
			fill(column);
		}
	}

	private void issue(ColumnProfile column, Issue issue) {
		long count = issue.count();
		switch (issue.kind()) {
			case WRONG_ENCODING ->
				add(column, "repair encoding", "repairEncoding", Map.of(), count, "%s decoded wrongly, such as “%s”."
					.formatted(Plural.of(count, "value was", "values were"), example(issue)));
			case NOT_NORMALISED ->
				add(column, "normalise letters", "standardise", TEXT, count, "%s letters of several characters."
					.formatted(Plural.of(count, "value composes", "values compose")));
			case BLANKS_AROUND, BLANKS_DOUBLED, CONTROL_CHARACTERS -> {
			}
			case ZERO_FRACTION ->
				add(column, "read numbers", "standardise", WHOLE, count, "%s written with a fraction, such as “%s”."
					.formatted(Plural.of(count, "whole number is", "whole numbers are"), example(issue)));
			case WORD_FOR_MISSING -> emptyWords(column);
			case SEVERAL_SPELLINGS -> add(column, "unify spellings", "standardise",
					standard(Map.of("form", "map", "values", column.spellings())), count,
					"%s: %s.".formatted(Plural.of(count, "value is a rarer spelling of another",
							"values are rarer spellings of others"), examples(issue)));
			case INVALID_EMAIL -> add(column, "check e-mail", "standardise", standard(Map.of("form", "email")), count,
					"%s, such as “%s”.".formatted(
							Plural.of(count, "value is no e-mail address", "values are no e-mail addresses"),
							example(issue)));
			case INVALID_PHONE -> {
			}
			case IMPOSSIBLE_DATE, SEVERAL_DATE_FORMS, AMBIGUOUS_DATE -> date(column, issue);
			case LOCAL_NUMBER -> add(column, ReadingProposal.ofLocalNumbers(issue), count);
			case OPEN_MARK -> add(column, ReadingProposal.ofMarks(column, issue, this.profile), count);
			case SERIAL_DATE -> add(column, ReadingProposal.ofDayNumbers(issue), count);
			case OUTLIER -> outliers(column, issue);
			case OTHER_TYPE -> otherType(column, issue);
		}
	}

	private void emptyWords(ColumnProfile column) {
		List<Counted> words = EmptyWords.of(column);
		if (!words.isEmpty()) {
			add(column, "empty words", "standardise",
					standard(Map.of("form", "map", "values", EmptyWords.emptied(words))), EmptyWords.total(words),
					"%s for nothing: %s.".formatted(
							Plural.of(EmptyWords.total(words), "value is a word", "values are words"),
							EmptyWords.shown(words)));
		}
	}

	private void trim(ColumnProfile column) {
		List<Issue> blanks = column.issues().stream().filter((issue) -> TRIMMED.contains(issue.kind())).toList();
		if (!blanks.isEmpty()) {
			List<String> findings = blanks.stream()
				.map((issue) -> "%s in %s".formatted(lower(issue.kind().title()), Plural.of(issue.count(), "value")))
				.toList();
			String reason = String.join(", ", findings);
			add(column, "trim", "standardise", TEXT, blanks.get(0).count(),
					"%s%s.".formatted(reason.substring(0, 1).toUpperCase(Locale.ROOT), reason.substring(1)));
		}
	}

	private void phone(ColumnProfile column) {
		if (column.type() == ColumnValueType.PHONE && column.patterns().size() > 1) {
			long wrong = column.issues()
				.stream()
				.filter((issue) -> issue.kind() == IssueKind.INVALID_PHONE)
				.mapToLong(Issue::count)
				.sum();
			String region = PhoneRegions.of(column.topValues().stream().map(Counted::value).toList());
			String known = region.equals(PhoneRegions.UNKNOWN) ? "Say which country those without a country code are of"
					: "Most of those without a country code are good in " + region;
			add(column, "format phone", "standardise", standard(Map.of("form", "phone", "region", region)),
					column.values(), "Telephone numbers in %s, of which %,d cannot be one. %s."
						.formatted(Plural.of(column.patterns().size(), "pattern"), wrong, known));
		}
	}

	private void date(ColumnProfile column, Issue issue) {
		String reason = switch (issue.kind()) {
			case IMPOSSIBLE_DATE ->
				Plural.of(issue.count(), "date does not exist, such as", "dates do not exist, such as");
			case AMBIGUOUS_DATE -> Plural.of(issue.count(), "date") + " may have day and month swapped, such as";
			default -> Plural.of(issue.count(), "date is", "dates are") + " not in the usual form; forms:";
		};
		String shown = (issue.kind() == IssueKind.SEVERAL_DATE_FORMS) ? String.join("”, “", issue.examples())
				: example(issue);
		add(column, "read dates", "standardise", DATE, issue.count(), "%s “%s”.".formatted(reason, shown));
	}

	private void outliers(ColumnProfile column, Issue issue) {
		NumberSummary numbers = column.numbers();
		if (numbers != null) {
			add(column, "find outliers", "outliers", OUTLIERS, issue.count(),
					"%s below %s or above %s, such as %s.".formatted(
							Plural.of(issue.count(), "number is", "numbers are"),
							Distributions.text(numbers.outliers().lowerFence()),
							Distributions.text(numbers.outliers().upperFence()), examples(issue)));
		}
	}

	private void otherType(ColumnProfile column, Issue issue) {
		boolean dated = column.type().dated();
		if (column.type().dated() || column.type().numeric()) {
			add(column, dated ? "read dates" : "read numbers", "standardise", dated ? DATE : NUMBER, issue.count(),
					"%s, such as “%s”.".formatted(
							dated ? Plural.of(issue.count(), "value is no date", "values are no dates")
									: Plural.of(issue.count(), "value is no number", "values are no numbers"),
							example(issue)));
		}
	}

	private void fill(ColumnProfile column) {
		long missing = column.missing().total();
		if (missing == 0 || missing > RARELY_MISSING * this.profile.rows()) {
			return;
		}
		if (column.numbers() != null && !isKeyLike(column)) {
			add(column, "fill", "fill", average("median"), missing,
					"%s no number; compare the methods' errors first, not filling included."
						.formatted(Plural.of(missing, "row has", "rows have")));
		}
		else if (column.type() == ColumnValueType.TEXT && isCategory(column)) {
			add(column, "fill", "fill", average("mode"), missing,
					"%s no value; “%s” is the most frequent of %,d.".formatted(
							Plural.of(missing, "row has", "rows have"), column.topValues().get(0).value().strip(),
							column.distinct().count()));
		}
	}

	/**
	 * Few values that come again and again, as those of a list that people choose from.
	 */
	private static boolean isCategory(ColumnProfile column) {
		long different = column.distinct().count();
		return different <= MOST_CATEGORIES && column.values() >= FEWEST_OF_A_CATEGORY * different
				&& column.values() > 0;
	}

	private boolean isKeyLike(ColumnProfile column) {
		String name = column.name().toLowerCase(Locale.ROOT);
		return name.equals("id") || name.endsWith("id") || name.endsWith("no") || name.contains("number")
				|| this.profile.candidateKeys().stream().anyMatch((key) -> key.columns().contains(column.name()));
	}

	private void rows() {
		if (this.profile.repeated().rows() > 0) {
			add("drop repeated", "repeatedRows", Map.of("columns", List.of(), "action", "drop"),
					this.profile.repeated().rows(), "%s another row value by value."
						.formatted(Plural.of(this.profile.repeated().rows(), "row repeats", "rows repeat")));
		}
		LikelyDuplicates likely = this.profile.likelyDuplicates();
		if (likely.pairs() > this.profile.repeated().rows()) {
			add("link duplicates", "linkage", Map.of(), likely.pairs(),
					"About %s in %s far more than by chance.".formatted(
							Plural.of(likely.pairs(), "pair of rows agrees", "pairs of rows agree"),
							String.join(", ", likely.compared())));
		}
	}

	private void dependency(ColumnDependency dependency) {
		if (dependency.violations() > 0 && dependency.determinants().size() == 1) {
			this.proposals
				.add(new RuleProposal(id("check dependency", dependency.determinants().get(0), dependency.dependent()),
						dependency.dependent(), "check dependency", "dependency",
						Map.of("determinants", dependency.determinants(), "action", "flag"), dependency.violations(),
						"%s follows from %s, save for %,d of %,d rows.".formatted(dependency.dependent(),
								dependency.determinants().get(0), dependency.violations(), dependency.rows())));
		}
	}

	private void add(ColumnProfile column, ReadingProposal reading, long affected) {
		add(column, reading.step(), "standardise", standard(reading.standard()), affected, reading.reason());
	}

	/** Findings that one rule puts right are one proposal. */
	private void add(ColumnProfile column, String step, String kind, Map<String, Object> parameters, long affected,
			String reason) {
		List<RuleProposal> others = this.proposals.stream()
			.filter((other) -> other.step().equals(step) && other.column().equals(column.name()))
			.toList();
		String id = id(step, column.name(), Integer.toString(others.size()));
		RuleProposal proposal = new RuleProposal(id, column.name(), step, kind, parameters, affected, reason);
		others.stream()
			.filter((other) -> other.definition().equals(proposal.definition()))
			.findFirst()
			.ifPresentOrElse((other) -> this.proposals.set(this.proposals.indexOf(other), other.and(affected, reason)),
					() -> this.proposals.add(proposal));
	}

	private void add(String step, String kind, Map<String, Object> parameters, long affected, String reason) {
		this.proposals.add(new RuleProposal(id(step, RuleProposal.ROWS, ""), RuleProposal.ROWS, step, kind, parameters,
				affected, reason));
	}

	private static Map<String, Object> standard(Map<String, Object> form) {
		return Map.of("standard", new TreeMap<>(form), "emptyProblems", false);
	}

	private static Map<String, Object> average(String average) {
		return Map.of("method", new TreeMap<>(Map.of("method", "average", "average", average, "by", List.of())));
	}

	private static String id(String step, String column, String more) {
		return "%s-%08x".formatted(step.replace(' ', '-'), (int) Hashes.of(step + "\u0000" + column + "\u0000" + more));
	}

	private static String example(Issue issue) {
		return issue.examples().isEmpty() ? "" : issue.examples().get(0);
	}

	private static String examples(Issue issue) {
		return String.join(", ", issue.examples().subList(0, Math.min(3, issue.examples().size())));
	}

	private static String lower(String title) {
		return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
	}

}
