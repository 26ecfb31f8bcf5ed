package io.kehu.migration.clean.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConditionTests {

	private static final Table TABLE = new Table(List.of(Column.of("age", Arrays.asList("9", "18", "100", null, "old")),
			Column.of("Post Code", Arrays.asList("10115", "A1", "99", "10117", null))));

	private static final Map<String, Set<String>> REFERENCES = Map.of("codes", Set.of("99", "A1"));

	@Test
	void comparesNumbersAsNumbersAndOthersAsTexts() {
		assertThat(rows(new Condition.Compared("age", Comparison.GREATER, "18"))).containsExactly(2);
		assertThat(rows(new Condition.Compared("age", Comparison.AT_MOST, "18.0"))).containsExactly(0, 1);
		assertThat(rows(new Condition.Compared("age", Comparison.EQUAL, "old"))).containsExactly(4);
	}

	@Test
	void combinesConditions() {
		Condition adult = new Condition.Compared("age", Comparison.GREATER, "18");
		Condition coded = new Condition.Existing("Post Code", "codes");

		assertThat(rows(new Condition.All(List.of(adult, coded)))).containsExactly(2);
		assertThat(rows(new Condition.Any(List.of(adult, coded)))).containsExactly(1, 2);
		assertThat(rows(new Condition.All(List.of(adult, new Condition.Not(coded))))).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> new Condition.Any(List.of()))
			.withMessageContaining("conditions");
	}

	@Test
	void matchesPatterns() {
		assertThat(rows(new Condition.Matching("Post Code", "^[0-9]{5}$"))).containsExactly(0, 3);
	}

	@Test
	void matchesInLinearTimeWhatWouldBacktrackForever() {
		Table lengthy = new Table(List.of(Column.of("text", List.of("a".repeat(40) + "!"))));

		assertThat(new Condition.Matching("text", "^(a+)+$").rows(lengthy, Map.of()).isEmpty()).isTrue();
	}

	@Test
	void looksIntoListsAndReferences() {
		assertThat(rows(new Condition.OneOf("age", List.of("9", "100")))).containsExactly(0, 2);
		assertThat(rows(new Condition.Existing("Post Code", "codes"))).containsExactly(1, 2);
		assertThatIllegalArgumentException().isThrownBy(() -> rows(new Condition.Existing("age", "other")))
			.withMessageContaining("other");
	}

	@Test
	void findsMissingValuesAndTheContrary() {
		assertThat(rows(new Condition.Missing("age"))).containsExactly(3);
		assertThat(rows(new Condition.Not(new Condition.Missing("age")))).containsExactly(0, 1, 2, 4);
	}

	@Test
	void evaluatesExpressionsOverTheRow() {
		assertThat(rows(
				new Condition.Stated("row.age.matches('^[0-9]+$') && int(row.age) >= 18 && row['Post Code'] != ''")))
			.containsExactly(1, 2);
		assertThat(rows(new Condition.Stated("int(row.age) < 50"))).containsExactly(0, 1);
	}

	@Test
	void tellsWhatCannotBeTold() {
		Condition adult = new Condition.Compared("age", Comparison.GREATER, "18");
		Condition coded = new Condition.Existing("Post Code", "codes");
		Condition stated = new Condition.Stated("int(row.age) > 18");

		for (Condition condition : List.of(adult, stated)) {
			assertThat(untold(condition)).containsExactly(4);
			assertThat(untold(new Condition.Not(condition))).containsExactly(4);
			assertThat(rows(new Condition.Not(condition))).containsExactly(0, 1, 3);
			assertThat(untold(new Condition.All(List.of(condition, coded)))).isEmpty();
			assertThat(untold(new Condition.All(List.of(condition, new Condition.Not(coded))))).containsExactly(4);
			assertThat(untold(new Condition.Any(List.of(condition, coded)))).containsExactly(4);
			assertThat(untold(new Condition.Any(List.of(condition, new Condition.Not(coded))))).isEmpty();
		}
		assertThat(untold(new Condition.Compared("age", Comparison.EQUAL, "18"))).isEmpty();
	}

	private static int[] untold(Condition condition) {
		return condition.ask(TABLE, REFERENCES).untold().stream().toArray();
	}

	private static int[] rows(Condition condition) {
		return condition.rows(TABLE, REFERENCES).stream().toArray();
	}

}
