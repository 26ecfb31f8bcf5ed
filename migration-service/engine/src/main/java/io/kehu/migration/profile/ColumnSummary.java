package io.kehu.migration.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Turns what was counted of a column into its profile.
 */
final class ColumnSummary {

	private static final int SHOWN = 12;

	private static final double FEW = 0.5;

	private static final double MOST = 0.8;

	private final ColumnAccumulator column;

	private final long rows;

	private final ColumnStatistics statistics;

	private final TypeDecision decision;

	private final boolean pointsElsewhere;

	/** Words that stand for nothing here. */
	private final List<Counted> words;

	/** Words that stand for nothing elsewhere, and are values here. */
	private final List<Counted> spared;

	/**
	 * Creates a summary.
	 * @param pointsElsewhere whether numbers of all columns together show that decimals
	 * follow a point
	 */
	ColumnSummary(ColumnAccumulator column, long rows, boolean pointsElsewhere) {
		this.column = column;
		this.rows = rows;
		this.pointsElsewhere = pointsElsewhere;
		this.statistics = column.statistics();
		this.decision = TypeDecision.of(column.name(), this.statistics);
		List<Counted> found = this.statistics.missingWords().top(SHOWN);
		this.words = EmptyWords.of(column.name(), found, this.statistics.values().top(SHOWN),
				this.statistics.lengths().count());
		this.spared = found.stream().filter((word) -> !this.words.contains(word)).toList();
	}

	ColumnProfile profile() {
		long more = EmptyWords.total(this.spared);
		long values = this.statistics.lengths().count() + more;
		boolean text = this.decision.type() == ColumnValueType.TEXT
				|| (this.decision.type() == ColumnValueType.EMPTY && more > 0);
		ColumnProfile.MissingValues missing = new ColumnProfile.MissingValues(this.rows - this.column.present(),
				this.words);
		ColumnProfile.Distinct distinct = new ColumnProfile.Distinct(
				Math.min(values, this.statistics.distinct().count() + this.spared.size()),
				this.statistics.distinct().isExact());
		NumberSummary numbers = this.decision.type().numeric() ? numbers() : null;
		DateSummary days = this.decision.type().dated() ? days() : null;
		long fitting = this.decision.fitting() + (text ? more : 0);
		double share = (values == 0) ? 0 : (double) Math.min(values, fitting) / values;
		List<Counted> patterns = this.spared.stream()
			.map((word) -> new Counted(Pattern.of(word.value()), word.count()))
			.toList();
		return new ColumnProfile(this.column.name(), text ? ColumnValueType.TEXT : this.decision.type(), share, values,
				missing, distinct, lengths(), numbers, days, with(this.statistics.patterns().top(SHOWN), patterns),
				with(this.statistics.values().top(SHOWN), this.spared), spellings().replacements(), issues(numbers));
	}

	/** Returns the most frequent of two lists together. */
	private static List<Counted> with(List<Counted> top, List<Counted> others) {
		Map<String, Long> counts = new HashMap<>();
		Stream.concat(top.stream(), others.stream())
			.forEach((counted) -> counts.merge(counted.value(), counted.count(), Long::sum));
		return others.isEmpty() ? top
				: counts.entrySet()
					.stream()
					.map((entry) -> new Counted(entry.getKey(), entry.getValue()))
					.sorted(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::value))
					.limit(SHOWN)
					.toList();
	}

	private Spellings spellings() {
		boolean words = this.decision.type() == ColumnValueType.TEXT || this.decision.type() == ColumnValueType.BOOLEAN;
		return words ? Spellings.of(this.statistics.values()) : Spellings.NONE;
	}

	private ColumnProfile.Lengths lengths() {
		Moments lengths = this.statistics.lengths();
		int shortest = (lengths.count() == 0) ? Integer.MAX_VALUE : (int) first(lengths.lowest());
		int longest = (lengths.count() == 0) ? 0 : (int) first(lengths.highest());
		double sum = (lengths.count() == 0) ? 0 : lengths.mean() * lengths.count();
		for (Counted word : this.spared) {
			shortest = Math.min(shortest, word.value().length());
			longest = Math.max(longest, word.value().length());
			sum += (double) word.value().length() * word.count();
		}
		long count = lengths.count() + EmptyWords.total(this.spared);
		return (count == 0) ? new ColumnProfile.Lengths(0, 0, 0)
				: new ColumnProfile.Lengths(shortest, longest, Distributions.rounded(sum / count));
	}

	private static double first(Map<Double, Long> extremes) {
		return extremes.keySet().iterator().next();
	}

	private @Nullable NumberSummary numbers() {
		return Distributions.numbers(this.statistics.numbers(), this.statistics.moments());
	}

	private @Nullable DateSummary days() {
		if (this.decision.compact()) {
			QuantileSketch days = this.statistics.compactDays();
			return Distributions.days(days, List.of(new Counted("yyyyMMdd", days.count())));
		}
		return Distributions.days(this.statistics.days(), this.statistics.dateForms().top(SHOWN));
	}

	private List<Issue> issues(@Nullable NumberSummary numbers) {
		List<Issue> issues = new ArrayList<>();
		this.statistics.issues().forEach((kind, examples) -> {
			if (kind == IssueKind.WORD_FOR_MISSING && !this.spared.isEmpty()) {
				add(issues, kind, EmptyWords.total(this.words), this.words.stream().map(Counted::value).toList());
			}
			else if (concerns(kind)) {
				issues.add(new Issue(kind, examples.count(), examples.texts()));
			}
		});
		ExampleValues others = this.decision.others(this.statistics);
		switch (this.decision.type()) {
			case EMAIL -> {
				others.merge(this.statistics.brokenTypes().getOrDefault(ColumnValueType.EMAIL, new ExampleValues()));
				add(issues, IssueKind.INVALID_EMAIL, others);
			}
			case PHONE -> phones(issues, others);
			case DATE, DATE_TIME -> {
				add(issues, IssueKind.OTHER_TYPE, others);
				forms(issues);
			}
			case INTEGER, CODE -> {
				add(issues, IssueKind.OTHER_TYPE, others);
				add(issues, IssueKind.ZERO_FRACTION,
						this.statistics.types().getOrDefault(ColumnValueType.DECIMAL, new ExampleValues()));
			}
			case BOOLEAN, DECIMAL, TIME, URL, UUID, TEXT, EMPTY -> add(issues, IssueKind.OTHER_TYPE, others);
		}
		if (numbers != null && issues.stream().noneMatch((issue) -> issue.kind() == IssueKind.OPEN_MARK)) {
			outliers(issues, numbers.outliers());
		}
		Spellings spellings = spellings();
		if (spellings.count() > 0) {
			issues.add(new Issue(IssueKind.SEVERAL_SPELLINGS, spellings.count(), spellings.examples()));
		}
		issues.sort(Comparator.comparingLong(Issue::count).reversed().thenComparing(Issue::kind));
		return issues;
	}

	private void phones(List<Issue> issues, ExampleValues others) {
		others.merge(this.statistics.brokenTypes().getOrDefault(ColumnValueType.PHONE, new ExampleValues()));
		long wrong = this.statistics.lengths().count() - this.decision.fitting();
		if (wrong > 0) {
			issues.add(new Issue(IssueKind.INVALID_PHONE, wrong, others.texts()));
		}
	}

	private void forms(List<Issue> issues) {
		if (this.decision.compact()) {
			add(issues, IssueKind.IMPOSSIBLE_DATE, this.statistics.compactBroken());
			return;
		}
		List<Counted> forms = this.statistics.dateForms().top(SHOWN);
		long rare = forms.stream().skip(1).mapToLong(Counted::count).sum();
		if (rare > 0) {
			issues.add(new Issue(IssueKind.SEVERAL_DATE_FORMS, rare,
					forms.stream().map((form) -> "%s (%,d)".formatted(form.value(), form.count())).toList()));
		}
	}

	private boolean concerns(IssueKind kind) {
		ColumnValueType type = this.decision.type();
		return switch (kind) {
			case IMPOSSIBLE_DATE, AMBIGUOUS_DATE -> type.dated() && !this.decision.compact();
			case LOCAL_NUMBER -> type.numeric();
			case OPEN_MARK -> type.numeric() && !this.pointsElsewhere && this.statistics.marks().morePoints() == 0;
			case SERIAL_DATE -> !type.dated() && TypeDecision.isDateMeant(this.column.name())
					&& this.statistics.issues().getOrDefault(kind, new ExampleValues()).count() > MOST
							* this.statistics.lengths().count();
			case ZERO_FRACTION, BLANKS_AROUND, BLANKS_DOUBLED, CONTROL_CHARACTERS, WRONG_ENCODING, NOT_NORMALISED,
					WORD_FOR_MISSING, OTHER_TYPE, SEVERAL_DATE_FORMS, INVALID_EMAIL, INVALID_PHONE, OUTLIER,
					SEVERAL_SPELLINGS ->
				true;
		};
	}

	private void outliers(List<Issue> issues, NumberSummary.Outliers outliers) {
		long count = outliers.below() + outliers.above();
		boolean spread = this.statistics.distinct().count() > 10;
		if (count == 0 || !spread || count > FEW * this.statistics.lengths().count()) {
			return;
		}
		List<String> examples = new ArrayList<>();
		outliers.lowest()
			.stream()
			.filter((low) -> Double.parseDouble(low.value()) < outliers.lowerFence())
			.limit(3)
			.forEach((low) -> examples.add(low.value()));
		outliers.highest()
			.stream()
			.filter((high) -> Double.parseDouble(high.value()) > outliers.upperFence())
			.limit(3)
			.forEach((high) -> examples.add(high.value()));
		issues.add(new Issue(IssueKind.OUTLIER, count, examples));
	}

	private static void add(List<Issue> issues, IssueKind kind, ExampleValues examples) {
		add(issues, kind, examples.count(), examples.texts());
	}

	private static void add(List<Issue> issues, IssueKind kind, long count, List<String> examples) {
		if (count > 0) {
			issues.add(new Issue(kind, count, examples));
		}
	}

}
