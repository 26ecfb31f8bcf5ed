package io.kehu.migration.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.migration.clean.chain.Chain;
import io.kehu.migration.clean.chain.Cleaning;
import io.kehu.migration.clean.chain.MarkKind;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.definition.RuleReading;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that look at all rows are carried out partition by partition, and give what the
 * chain gives that has all rows before it.
 */
@MigrationTest
class FullScanTests {

	private static final long SEED = 11;

	private static final String RULES = """
			[{"rule": "standardise", "column": "since", "standard": {"form": "date", "order": "by_evidence"}, "emptyProblems": true},
			 {"rule": "standardise", "column": "amount", "standard": {"form": "number", "mark": "by_evidence", "whole": false},
			  "emptyProblems": false},
			 {"rule": "filter", "keep": {"is": "compared", "column": "id", "operator": "at_least", "value": "20"},
			  "action": "drop", "reason": "too old"},
			 {"rule": "repeatedRows", "columns": ["region", "spent"], "action": "drop"},
			 {"rule": "repeatedRows", "columns": [], "action": "flag"},
			 {"rule": "dependency", "column": "city", "determinants": ["region"], "action": "flag"},
			 {"rule": "outliers", "column": "spent", "test": {"method": "hampel", "factor": 3, "window": 15}, "action": "drop"},
			 {"rule": "outliers", "column": "age", "test": {"method": "z_score", "factor": 2, "window": 3}, "action": "flag"},
			 {"rule": "outliers", "column": "age", "test": {"method": "quartiles", "factor": 1.5, "window": 3}, "action": "flag"},
			 {"rule": "compute", "column": "note", "expression": "row.id + '/' + row.region"},
			 {"rule": "fill", "column": "spent", "method": {"method": "average", "average": "mean", "by": ["region"]}},
			 {"rule": "fill", "column": "city", "method": {"method": "forward"}},
			 {"rule": "fill", "column": "age", "method": {"method": "nearest", "neighbours": 5, "weighting": "distance",
			  "columns": []}},
			 {"rule": "fill", "column": "kind", "method": {"method": "nearest", "neighbours": 7, "weighting": "uniform",
			  "columns": ["age", "spent", "city"]}},
			 {"rule": "outliers", "column": "age", "test": {"method": "rolling_mean", "factor": 2, "window": 9},
			  "action": "drop"},
			 {"rule": "fill", "column": "amount", "method": {"method": "regression", "columns": ["age", "spent"]}},
			 {"rule": "fill", "column": "region", "method": {"method": "average", "average": "mode", "by": []}},
			 {"rule": "dropColumn", "column": "id"}]""";

	@Autowired
	private Steward steward;

	@Autowired
	private RuleReading reading;

	@Autowired
	private JsonMapper json;

	private static final List<String> COLUMNS = List.of("id", "region", "city", "since", "amount", "spent", "age",
			"kind");

	/**
	 * Rows whose partitions differ: only the last tell that days stand first and commas
	 * before decimals.
	 */
	private static Table rows(int count) {
		SplittableRandom random = new SplittableRandom(SEED);
		List<List<String>> values = IntStream.range(0, COLUMNS.size())
			.<List<String>>mapToObj((column) -> new ArrayList<>())
			.toList();
		for (int row = 0; row < count; row++) {
			int region = random.nextInt(6);
			int age = 18 + random.nextInt(60) + ((row % 97 == 5) ? 300 : 0);
			boolean late = row > count - 60;
			String[] cells = { Integer.toString(row), (row % 31 == 0) ? "" : "r" + region,
					(row % 13 == 0) ? "" : "c" + ((row % 17 == 0) ? 9 : region),
					"%02d/%02d/2019".formatted(late ? 20 : 1 + row % 12, 1 + row % 11),
					(row % 7 == 3) ? "" : late ? "%d,5".formatted(age * 3) : Integer.toString(age * 3 + region),
					(row % 19 == 2) ? "" : Integer.toString(age * 10 + row % 83 + ((row % 89 == 4) ? 90_000 : 0)),
					(row % 11 == 6) ? "" : Integer.toString(age), (row % 9 == 1) ? "" : (age < 40) ? "young" : "old" };
			for (int column = 0; column < cells.length; column++) {
				values.get(column).add(cells[column]);
			}
		}
		return new Table(IntStream.range(0, COLUMNS.size())
			.mapToObj((column) -> Column.of(COLUMNS.get(column), List.copyOf(values.get(column))))
			.toList());
	}

	private static String csv(Table table) {
		StringBuilder csv = new StringBuilder(
				String.join(";", table.columns().stream().map(Column::name).toList()) + "\n");
		for (int row = 0; row < table.rows(); row++) {
			csv.append(line(table, row, ";")).append('\n');
		}
		return csv.toString();
	}

	private static String line(Table table, int row, String delimiter) {
		return String.join(delimiter,
				table.columns()
					.stream()
					.map((column) -> (column.value(row) != null) ? String.valueOf(column.value(row)) : "")
					.map((value) -> value.contains(delimiter) ? '"' + value + '"' : value)
					.toList());
	}

	private JsonNode run(Table table, String rules) {
		String set = this.steward.bring("rows.csv", csv(table));
		String definition = this.steward
			.post("/definitions", "{\"name\": \"All rows\", \"rules\": %s}".formatted(rules), 201)
			.get("id")
			.asString();
		return this.steward.completed(this.steward.post("/runs",
				"{\"dataSetId\": \"%s\", \"definitionId\": \"%s\", \"seed\": %d}".formatted(set, definition, SEED),
				201));
	}

	/** Rule by rule, on all rows that are left. */
	private Expected expected(Table table, String rules) {
		Map<String, Long> dropped = new HashMap<>();
		Map<MarkKind, Long> marks = new EnumMap<>(MarkKind.class);
		Table left = table;
		for (Rule rule : this.reading.read(this.json.readTree(rules).valueStream().toList(), "")) {
			Cleaning cleaning = new Chain("expected", SEED, List.of(rule)).run(left, Map.of());
			cleaning.account().dropped().forEach((reason, count) -> dropped.merge(reason, count, Long::sum));
			cleaning.marks().forEach((mark) -> marks.merge(mark.kind(), (long) mark.rows().cardinality(), Long::sum));
			left = again(cleaning.cleaned());
		}
		return new Expected(left, dropped, marks);
	}

	/** The same rows as if they had just been read. */
	private static Table again(Table table) {
		return new Table(table.columns()
			.stream()
			.map((column) -> Column.of(column.name(),
					IntStream.range(0, column.rows()).mapToObj(column::value).collect(Collectors.toList())))
			.toList());
	}

	private List<String> lines(JsonNode job) {
		return this.steward.http()
			.get(Steward.PATH + "/data-sets/%s/export?format=csv".formatted(job.at("/result/dataSetId").asString()))
			.expect(200)
			.body()
			.lines()
			.skip(1)
			.map((line) -> line.substring(line.indexOf(',') + 1))
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "730", "100", "37" })
	void giveWhatTheChainGives(int count) {
		Table table = rows(count);
		JsonNode job = run(table, RULES);
		Expected expected = expected(table, RULES);
		assertThat(lines(job)).isEqualTo(expected.lines());
		assertThat(job.at("/result/dropped")
			.propertyStream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().asLong())))
			.isEqualTo(expected.dropped());
		for (MarkKind kind : MarkKind.values()) {
			assertThat(marks(job, kind)).as(kind.toString()).isEqualTo(expected.marks().getOrDefault(kind, 0L));
		}
		assertThat(job.at("/result/fills").valueStream().map((fill) -> fill.get("rule").asInt())).containsExactly(11,
				12, 13, 14, 16, 17);
		assertThat(job.at("/progress/percent").asDouble()).isEqualTo(100);
	}

	private static long marks(JsonNode job, MarkKind kind) {
		return job.at("/result/changes")
			.valueStream()
			.filter((change) -> change.get("kind").asString().equals(kind.toString()))
			.mapToLong((change) -> change.get("count").asLong())
			.sum();
	}

	@Test
	void findWhatRepeatsAnEarlierRowInAnotherPartition() {
		String rules = "[{\"rule\": \"repeatedRows\", \"columns\": [\"kind\"], \"action\": \"drop\"}]";
		Table table = rows(210);
		JsonNode job = run(table, rules);
		assertThat(lines(job)).isEqualTo(expected(table, rules).lines()).hasSize(26);
		assertThat(job.at("/result/dropped/repeats an earlier row").asLong()).isEqualTo(184);
	}

	/**
	 * What the rules make of the rows.
	 *
	 * @param cleaned the rows that are left
	 * @param dropped how many were dropped, by reason
	 * @param marks how many cells and rows were marked
	 */
	private record Expected(Table cleaned, Map<String, Long> dropped, Map<MarkKind, Long> marks) {

		List<String> lines() {
			return IntStream.range(0, this.cleaned.rows()).mapToObj((row) -> line(this.cleaned, row, ",")).toList();
		}

	}

}
