package io.kehu.migration.clean.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.kehu.migration.clean.fill.Average;
import io.kehu.migration.clean.fill.AverageFill;
import io.kehu.migration.clean.fill.ConstantFill;
import io.kehu.migration.clean.fill.FillMethod;
import io.kehu.migration.clean.fill.ForwardFill;
import io.kehu.migration.clean.fill.NearestFill;
import io.kehu.migration.clean.fill.RegressionFill;
import io.kehu.migration.clean.filter.Comparison;
import io.kehu.migration.clean.filter.Condition;
import io.kehu.migration.clean.filter.OutlierMethod;
import io.kehu.migration.clean.filter.OutlierTest;
import io.kehu.migration.clean.standardise.NumberStandard;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Rules leave what they cannot decide as it is, and flag it.
 */
class NothingGuessedTests {

	private static Table table(String name, @Nullable String... values) {
		return new Table(List.of(Column.of(name, Arrays.asList(values))));
	}

	private static Cleaning run(Table table, Rule rule) {
		return new Chain("one", 1, List.of(rule)).run(table, Map.of());
	}

	private static List<String> values(Cleaning cleaning, String column) {
		Table cleaned = cleaning.cleaned();
		return IntStream.range(0, cleaned.rows()).mapToObj(cleaned.column(column)::value).toList();
	}

	private static int[] flagged(Cleaning cleaning) {
		return cleaning.marks()
			.stream()
			.filter((mark) -> mark.kind() == MarkKind.FLAGGED)
			.flatMapToInt((mark) -> mark.rows().stream())
			.sorted()
			.toArray();
	}

	@Test
	void takesNoMarkFromNumbersThatItWroteItself() {
		Table table = new Table(
				List.of(Column.of("sales", List.of("2.155", "12.881")), Column.of("price", List.of("19,47", "7,50"))));
		Rule prices = new Rule.Standardise("price", NumberStandard.standard(), false);
		Rule sales = new Rule.Standardise("sales", NumberStandard.standard(), false);

		Cleaning last = new Chain("last", 1, List.of(prices, sales)).run(table, Map.of());
		Cleaning first = new Chain("first", 1, List.of(sales, prices)).run(table, Map.of());

		assertThat(values(last, "sales")).containsExactly("2.155", "12.881");
		assertThat(flagged(last)).containsExactly(0, 1);
		assertThat(values(first, "sales")).containsExactly("2155", "12881");
	}

	@Test
	void goesByTheEvidenceOfTheOnlyColumn() {
		Cleaning cleaning = run(table("n", "2.155", "19,47"),
				new Rule.Standardise("n", NumberStandard.standard(), false));

		assertThat(values(cleaning, "n")).containsExactly("2155", "19.47");
	}

	@Test
	void keepsWhatItCannotCompute() {
		Table table = table("amount", "12.50", "12,50", "1 299", "n/a", null);

		Cleaning computed = run(table, new Rule.Compute("amount", "string(int(double(row.amount) * 2.0))"));
		Cleaning added = run(table, new Rule.Compute("twice", "string(int(double(row.amount) * 2.0))"));

		assertThat(values(computed, "amount")).containsExactly("25", "12,50", "1 299", "n/a", null);
		assertThat(flagged(computed)).containsExactly(1, 2, 3);
		assertThat(values(added, "amount")).containsExactly("12.50", "12,50", "1 299", "n/a", null);
		assertThat(values(added, "twice")).containsExactly("25", null, null, null, null);
		assertThat(flagged(added)).containsExactly(1, 2, 3);
	}

	@Test
	void dropsNoRowOfWhichAComparisonCannotBeTold() {
		Table table = table("amount", "900", "1.299,00", "n/a", "€ 5", "100", null);
		Condition large = new Condition.Compared("amount", Comparison.GREATER, "500");

		Cleaning kept = run(table, new Rule.Filter(large, RuleAction.DROP, "too small"));
		Cleaning others = run(table, new Rule.Filter(new Condition.Not(large), RuleAction.DROP, "too large"));

		assertThat(values(kept, "amount")).containsExactly("900", "1.299,00", "€ 5");
		assertThat(kept.account().dropped()).isEqualTo(Map.of("too small", 3L));
		assertThat(flagged(kept)).containsExactly(1, 3);
		assertThat(values(others, "amount")).containsExactly("1.299,00", "n/a", "€ 5", "100", null);
		assertThat(flagged(others)).containsExactly(1, 3);
	}

	@Test
	void dropsNoRowOfWhichAnExpressionCannotBeAsked() {
		Condition old = new Condition.Stated("int(row.age) >= 18");

		Cleaning kept = run(table("age", "20", "old", "7", null), new Rule.Filter(old, RuleAction.DROP, "under age"));

		assertThat(values(kept, "age")).containsExactly("20", "old");
		assertThat(flagged(kept)).containsExactly(1);
	}

	@Test
	void letsNoRowDependOnAWordForNothing() {
		Table table = new Table(List.of(Column.of("postcode", Arrays.asList("n/a", "n/a", "n/a", "1", "1", "1", "1")),
				Column.of("city", Arrays.asList("Berlin", "Berlin", "Hamburg", "Ulm", "Ulm", "n/a", "Bonn"))));

		Cleaning cleaning = run(table, new Dependency("city", List.of("postcode"), RuleAction.DROP));

		assertThat(values(cleaning, "city")).containsExactly("Berlin", "Berlin", "Hamburg", "Ulm", "Ulm", "n/a");
	}

	@Test
	void flagsRowsOfWhichNoneIsLikeMost() {
		Table table = new Table(List.of(Column.of("postcode", List.of("80331", "80331", "2", "2", "2", "2")),
				Column.of("city", List.of("München", "Munich", "a", "a", "b", "c"))));

		Cleaning cleaning = run(table, new Dependency("city", List.of("postcode"), RuleAction.DROP));

		assertThat(cleaning.account().kept()).isEqualTo(6);
		assertThat(flagged(cleaning)).containsExactly(0, 1, 2, 3, 4, 5);
	}

	private static List<FillMethod> methods() {
		return List.of(NearestFill.standard(), new ForwardFill(), AverageFill.of(Average.MODE),
				AverageFill.of(Average.MEDIAN), new ConstantFill("27"), new RegressionFill(List.of()));
	}

	@ParameterizedTest
	@MethodSource("methods")
	void fillsNumbersAroundAnOddValue(FillMethod method) {
		Cleaning filled = run(table("n", "27", "NULL", "-", "27", "27", "abc", null), new Rule.Fill("n", method));

		assertThat(values(filled, "n")).containsExactly("27", "27", "27", "27", "27", "abc", "27");
		assertThat(flagged(filled)).containsExactly(5);
	}

	private static List<FillMethod> methodsForTexts() {
		return List.of(NearestFill.standard(), new ForwardFill(), AverageFill.of(Average.MODE));
	}

	@ParameterizedTest
	@MethodSource("methodsForTexts")
	void fillsTextsWithNoWordForNothing(FillMethod method) {
		Cleaning filled = run(table("city", "n/a", "Berlin", "n/a", null), new Rule.Fill("city", method));

		assertThat(values(filled, "city")).containsExactly("n/a", "Berlin", "n/a", "Berlin");
	}

	@Test
	void refusesOutliersOfTexts() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> run(table("amount", "12,50", "1.299,00", "7,10"),
					new Outliers("amount", OutlierTest.standard(OutlierMethod.QUARTILES), OutlierAction.DROP)))
			.withMessageContaining("0 numbers and 3 other values");
	}

	@Test
	void flagsWhatIsLeftOutOfTheSearchForOutliers() {
		Table table = table("n", "1", "2", "3", "2", "1", "12,50", "n/a", "2", "900");

		Cleaning cleaning = run(table,
				new Outliers("n", OutlierTest.standard(OutlierMethod.QUARTILES), OutlierAction.EMPTY));

		assertThat(values(cleaning, "n")).containsExactly("1", "2", "3", "2", "1", "12,50", "n/a", "2", null);
		assertThat(flagged(cleaning)).containsExactly(5);
	}

	@ParameterizedTest
	@EnumSource(OutlierMethod.class)
	void flagsNumbersThatAreTooFewForAnOutlier(OutlierMethod method) {
		OutlierTest test = new OutlierTest(method, 0, 0);
		for (int count = 1; count < 20; count++) {
			String[] values = new String[count];
			int middle = count / 2;
			Arrays.setAll(values, (row) -> (row == middle) ? "1000000" : "1");
			Cleaning cleaning = run(table("n", values), new Outliers("n", test, OutlierAction.DROP));

			boolean found = cleaning.account().kept() < count;
			assertThat(flagged(cleaning)).hasSize(found ? 0 : count);
		}
	}

}
