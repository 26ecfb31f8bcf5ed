package io.kehu.migration.clean.chain;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.kehu.migration.clean.fill.RegressionFill;
import io.kehu.migration.clean.fill.Average;
import io.kehu.migration.clean.fill.AverageFill;
import io.kehu.migration.clean.fill.LeaveEmpty;
import io.kehu.migration.clean.fill.NearestFill;
import io.kehu.migration.clean.filter.Comparison;
import io.kehu.migration.clean.filter.Condition;
import io.kehu.migration.clean.filter.OutlierMethod;
import io.kehu.migration.clean.filter.OutlierTest;
import io.kehu.migration.clean.standardise.CountryStandard;
import io.kehu.migration.clean.standardise.DateStandard;
import io.kehu.migration.clean.standardise.LetterCase;
import io.kehu.migration.clean.standardise.TextStandard;
import io.kehu.migration.clean.standardise.ValueMap;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

class ChainTests {

	private static final Table TABLE = new Table(List.of(
			Column.of("name", List.of("Dr. Ada Lovelace", " alan  turing", "GRACE HOPPER", "=cmd()", "Ada Byron")),
			Column.of("age", Arrays.asList("36", null, "85", "12", "41")),
			Column.of("born", Arrays.asList("10.12.1815", "23/06/1912", "1906-12-09", "1859-83-01", null))));

	private static final Chain CHAIN = new Chain("people", 7,
			List.of(new Rule.Standardise("name", new TextStandard(LetterCase.AS_IS), false),
					new Rule.Standardise("born", DateStandard.standard(), true),
					new Rule.Fill("age", AverageFill.of(Average.MEDIAN)),
					new Rule.Filter(new Condition.Compared("age", Comparison.AT_LEAST, "18"), RuleAction.DROP,
							"under age"),
					new Rule.Filter(new Condition.Not(new Condition.Missing("born")), RuleAction.FLAG, "no birth date"),
					new Outliers("age", OutlierTest.standard(OutlierMethod.Z_SCORE), OutlierAction.FLAG),
					new Rule.Compute("label", "row.name.upper() + ' ' + row.age"), new Rule.SplitName("name"),
					new Rule.Standardise("name", new ValueMap(Map.of("Ada Byron", "Ada Lovelace")), false),
					new Rule.Fill("born", new LeaveEmpty())));

	@Test
	void appliesItsRulesInTheirOrder() {
		Cleaning cleaning = CHAIN.run(TABLE, Map.of());

		assertThat(values(cleaning.cleaned(), "name")).containsExactly("Dr. Ada Lovelace", "alan turing",
				"GRACE HOPPER", "Ada Lovelace");
		assertThat(values(cleaning.cleaned(), "age")).containsExactly("36", "38", "85", "41");
		assertThat(values(cleaning.cleaned(), "born")).containsExactly("1815-12-10", "1912-06-23", "1906-12-09", null);
		assertThat(values(cleaning.cleaned(), "label")).startsWith("DR. ADA LOVELACE 36");
		assertThat(values(cleaning.cleaned(), "name.title")).containsExactly("Dr", null, null, null);
		assertThat(values(cleaning.cleaned(), "name.family")).containsExactly("Lovelace", "turing", "HOPPER", "Byron");
	}

	@Test
	void accountsForEveryRow() {
		RowAccount account = CHAIN.run(TABLE, Map.of()).account();

		assertThat(account).isEqualTo(new RowAccount(5, 4, Map.of("under age", 1L), 0));
		assertThat(account.merging(1)).isEqualTo(new RowAccount(5, 3, Map.of("under age", 1L), 1));
		assertThatIllegalStateException().isThrownBy(() -> new RowAccount(5, 3, Map.of("under age", 1L), 0))
			.withMessageContaining("1 are lost");
	}

	@Test
	void marksWhatItFilledAndWhatIsWrong() {
		Cleaning cleaning = CHAIN.run(TABLE, Map.of());

		assertThat(cleaning.source("age", 1)).isEqualTo("median, rounded to a whole number");
		assertThat(cleaning.source("age", 0)).isNull();
		assertThat(cleaning.marks())
			.extracting(Mark::kind, Mark::column, Mark::reason, (mark) -> mark.rows().toString())
			.contains(tuple(MarkKind.FLAGGED, "born", "date that does not exist", "{3}"),
					tuple(MarkKind.FLAGGED, null, "no birth date", "{4}"),
					tuple(MarkKind.DROPPED, null, "under age", "{3}"));
	}

	@Test
	void namesTheColumnOfAnOutlier() {
		Table table = new Table(List.of(Column.of("age", List.of("30", "31", "32", "33", "34", "990"))));
		for (OutlierAction action : List.of(OutlierAction.DROP, OutlierAction.FLAG)) {
			Rule rule = new Outliers("age", OutlierTest.standard(OutlierMethod.QUARTILES), action);

			assertThat(new Chain("outliers", 1, List.of(rule)).run(table, Map.of()).marks())
				.extracting(Mark::column, (mark) -> mark.rows().toString())
				.containsExactly(tuple("age", "{5}"));
		}
	}

	@Test
	void findsRowsThatRepeatOthers() {
		Table table = new Table(List.of(Column.of("a", Arrays.asList("u", "u", null, "u", null, "y")),
				Column.of("b", Arrays.asList("1", "2", "3", "1", "3", null))));

		assertThat(account(table, new RepeatedRows(List.of(), RuleAction.DROP, null)))
			.isEqualTo(new RowAccount(6, 4, Map.of("repeats an earlier row", 2L), 0));
		assertThat(account(table, new RepeatedRows(List.of("a"), RuleAction.DROP, null)).kept()).isEqualTo(4);
		assertThat(account(table, new RepeatedRows(List.of(), RuleAction.FLAG, null)).kept()).isEqualTo(6);
	}

	@Test
	void repeatsNobodyWithoutAKey() {
		Table table = new Table(
				List.of(Column.of("name", Arrays.asList("Anna", "Bob", "Eve", "Ida", "Ida", "Cid", "Dan")),
						Column.of("email", Arrays.asList(null, null, " ", "i@x.org", "i@x.org", "n/a", "N/A"))));

		RepeatedRows byEmail = new RepeatedRows(List.of("email"), RuleAction.DROP, null);
		assertThat(account(table, byEmail)).isEqualTo(new RowAccount(7, 6, Map.of("repeats an earlier row", 1L), 0));
		RepeatedRows byBoth = new RepeatedRows(List.of("name", "email"), RuleAction.DROP, null);
		assertThat(account(table, byBoth).kept()).isEqualTo(6);
	}

	@Test
	void emptiesAndSmoothsOutliers() {
		Table table = new Table(List.of(Column.of("n", List.of("1", "2", "3", "900", "4", "5", "6"))));
		OutlierTest test = new OutlierTest(OutlierMethod.HAMPEL, 3, 5);

		Cleaning emptied = new Chain("e", 1, List.of(new Outliers("n", test, OutlierAction.EMPTY))).run(table,
				Map.of());
		Cleaning smoothed = new Chain("s", 1, List.of(new Outliers("n", test, OutlierAction.ROLLING_MEDIAN))).run(table,
				Map.of());

		assertThat(values(emptied.cleaned(), "n")).containsExactly("1", "2", "3", null, "4", "5", "6");
		assertThat(values(smoothed.cleaned(), "n")).containsExactly("1", "2", "3", "4", "4", "5", "6");
		assertThat(smoothed.source("n", 3)).contains("hampel", "rolling median");
		assertThat(Finding.apply(table, Finding.of(smoothed, 0, 7)).cleaned().column("n").value(3)).isEqualTo("4");
		assertThat(Finding.apply(table, Finding.of(emptied, 0, 7)).cleaned().column("n").value(3)).isNull();
	}

	@Test
	void fillsAroundOddValues() {
		Table table = new Table(List.of(Column.of("n", Arrays.asList("20", "NULL", "-", "27", "30", "abc", null))));

		Cleaning filled = new Chain("f", 1, List.of(new Rule.Fill("n", AverageFill.of(Average.MEAN)))).run(table,
				Map.of());

		assertThat(values(filled.cleaned(), "n")).containsExactly("20", "26", "26", "27", "30", "abc", "26");
		assertThat(filled.source("n", 1)).isEqualTo("mean, rounded to a whole number");
		assertThat(filled.marks()).filteredOn((mark) -> mark.kind() == MarkKind.FLAGGED)
			.singleElement()
			.satisfies((mark) -> assertThat(mark.rows().stream()).containsExactly(5));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Chain("f", 1, List.of(new Rule.Fill("n", AverageFill.of(Average.MEAN))))
				.run(new Table(List.of(Column.of("n", List.of("red", "blue", "3")))), Map.of()))
			.withMessageContaining("1 numbers and 2 other values such as \"red\"");
	}

	@Test
	void namesARegressionThatIsAMean() {
		Table table = new Table(List.of(Column.of("n", Arrays.asList("1.5", "2.5", null, "3.5"))));

		Cleaning filled = new Chain("f", 1, List.of(new Rule.Fill("n", new RegressionFill(List.of())))).run(table,
				Map.of());

		assertThat(filled.source("n", 2)).isEqualTo("mean, for want of a column to regress on");
	}

	@Test
	void findsExceptionsFromADependency() {
		Table table = new Table(List.of(Column.of("code", Arrays.asList("1", "1", "1", "2", null, null, "3")),
				Column.of("word", Arrays.asList("one", "uno", "one", "two", "a", "b", null))));
		Rule rule = new Dependency("word", List.of("code"), RuleAction.FLAG);

		assertThat(new Chain("exceptions", 1, List.of(rule)).run(table, Map.of()).marks()).singleElement()
			.isEqualTo(new Mark(MarkKind.FLAGGED, "word", "word: not as most rows of the same code",
					BitSet.valueOf(new long[] { 0b10 })));
	}

	private static RowAccount account(Table table, Rule rule) {
		return new Chain("repeated", 1, List.of(rule)).run(table, Map.of()).account();
	}

	@Test
	void isTheSameFromItsStoredDefinition() {
		JsonMapper mapper = JsonMapper.builder().build();
		Chain chain = new Chain("all", 3,
				Stream
					.concat(CHAIN.rules().stream(),
							Stream.of(new Rule.Fill("name.title", NearestFill.standard()),
									new Rule.Standardise("name", new CountryStandard(), false),
									new RepeatedRows(List.of("name"), RuleAction.FLAG, null),
									new Dependency("age", List.of("name"), RuleAction.FLAG),
									new Rule.Filter(new Condition.Existing("age", "ages"), RuleAction.FLAG, "unknown")))
					.toList());

		Chain read = mapper.readValue(mapper.writeValueAsString(chain), Chain.class);

		assertThat(read).isEqualTo(chain);
		Map<String, Set<String>> references = Map.of("ages", Set.of("36"));
		assertThat(read.run(TABLE, references).difference().sample(9, read.seed()))
			.isEqualTo(chain.run(TABLE, references).difference().sample(9, chain.seed()));
	}

	@Test
	void showsTheDifferenceCellByCell() throws IOException {
		Difference difference = CHAIN.run(TABLE, Map.of()).difference();
		StringWriter csv = new StringWriter();

		difference.export(csv);

		assertThat(difference.columns()).contains(new ColumnChange("age", 3, 0, 1, 0),
				new ColumnChange("born", 2, 2, 0, 0), new ColumnChange("name", 2, 2, 0, 0));
		assertThat(difference.sample(3, 1)).hasSize(3).isEqualTo(difference.sample(3, 1));
		assertThat(difference.sample(100, 1))
			.contains(new CellChange(1, "age", null, "38", "median, rounded to a whole number"));
		assertThat(csv.toString()).contains("0,born,10.12.1815,1815-12-10,")
			.contains("1,age,,38,\"median, rounded to a whole number\"");
	}

	@Test
	void exportsNothingThatASpreadsheetWouldRun() {
		assertThat(List.of("=1+1", "+1+1", "-1-1", "-a", "+", "-1 ", "@a", "\tx", "\rx"))
			.allSatisfy((text) -> assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text));
		assertThat(List.of("-1", "+4930123456", "-1.5", "-1,234.50", "+1e5"))
			.allSatisfy((number) -> assertThat(FormulaGuard.guard(number)).isEqualTo(number));
		assertThat(FormulaGuard.guard("a=1")).isEqualTo("a=1");
		assertThat(FormulaGuard.guard(null)).isNull();
	}

	private static List<String> values(Table table, String column) {
		return IntStream.range(0, table.rows()).mapToObj(table.column(column)::value).toList();
	}

}
