package io.kehu.migration.clean.expression;

import java.util.Arrays;
import java.util.List;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExpressionTests {

	private static final Table TABLE = new Table(List.of(Column.of("first", Arrays.asList(" Ada ", null)),
			Column.of("last name", List.of("Lovelace", "Babbage"))));

	@Test
	void makesTextsOfARow() {
		Expression expression = Expression.text("(row.first.trim() + ' ' + row['last name'].upper()).trim()");

		assertThat(expression.textOf(TABLE, 0)).isEqualTo("Ada LOVELACE");
		assertThat(expression.textOf(TABLE, 1)).isEqualTo("BABBAGE");
	}

	@Test
	void hasNoTextWhereItFails() {
		assertThat(Expression.text("string(int(row.first))").textOf(TABLE, 0)).isNull();
		assertThat(Expression.text("row.unknown").textOf(TABLE, 0)).isNull();
	}

	@Test
	void asksWhetherAValueIsThere() {
		assertThat(Expression.condition("has(row.first)").holds(TABLE, 0)).isTrue();
		assertThat(Expression.condition("has(row.first)").holds(TABLE, 1)).isFalse();
		assertThat(Expression.condition("!has(row['first'])").holds(TABLE, 1)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "row.unknown", "row['unknown'] + 'x'", "has(row.unknown) ? 'a' : 'b'",
			"[row.first, row.unknown][1]", "{'a': row.unknown}['a']" })
	void namesOnlyColumnsThatAreThere(String source) {
		assertThatIllegalArgumentException().isThrownBy(() -> Expression.text(source).check(TABLE))
			.withMessage("No column unknown");
	}

	@Test
	void findsColumnsWhoseNamesItPutsTogether() {
		Expression expression = Expression.text("row['last ' + 'name']");

		expression.check(TABLE);
		assertThat(expression.textOf(TABLE, 1)).isEqualTo("Babbage");
	}

	@ParameterizedTest
	@ValueSource(strings = { "row.first +", "1 + 2", "system('ls')", "[1, 2].map(x, 'a')[0]",
			"row.first.getClass().getName()", "java.lang.System.exit(1)" })
	void refusesWhatIsNoTextOrCouldLoopOrReachOut(String source) {
		assertThatIllegalArgumentException().isThrownBy(() -> Expression.text(source));
	}

	@Test
	void refusesWhatIsTooLongOrTooDeep() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Expression.text("row.first" + " + row.first".repeat(500)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Expression.text("(".repeat(100) + "row.first" + ")".repeat(100)));
	}

}
