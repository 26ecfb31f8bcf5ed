package io.kehu.migration.move.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.kehu.migration.move.value.RowTally.TalliedColumn;
import io.kehu.migration.move.value.RowTally.Totals;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RowTallyTests {

	private static final List<TalliedColumn> COLUMNS = List.of(new TalliedColumn(ValueType.BIGINT, 0),
			new TalliedColumn(ValueType.NUMERIC, 2), new TalliedColumn(ValueType.TEXT, 0));

	@Test
	void addsUpRegardlessOfOrder() throws CastException {
		Totals totals = totals(row("1", "2.50", "a"), row("2", "-1.25", "b"), row("3", "0", "c"));
		assertThat(totals(row("3", "0", "c"), row("1", "2.50", "a"), row("2", "-1.25", "b")).matches(totals)).isTrue();
		assertThat(totals.rows()).isEqualTo(3);
		assertThat(totals.values()).containsExactly(3L, 3L, 3L);
		assertThat(totals.sums()).containsExactly(new BigDecimal("6"), new BigDecimal("1.25"), BigDecimal.ZERO);
	}

	@Test
	void tellsChangedSwappedAndRepeatedRows() throws CastException {
		Totals totals = totals(row("1", "2.50", "a"), row("2", "2.50", "b"));
		assertThat(totals(row("1", "2.50", "b"), row("2", "2.50", "a")).matches(totals)).isFalse();
		assertThat(totals(row("1", "2.50", "a"), row("1", "2.50", "a")).matches(totals)).isFalse();
		assertThat(totals(row("1", "2.50", "a")).matches(totals)).isFalse();
	}

	@Test
	void subtractsRows() throws CastException {
		Totals totals = totals(row("1", "2.50", "a"), row("2", "-1.25", "b"));
		Totals one = totals(row("2", "-1.25", "b"));
		assertThat(totals.minus(one).matches(totals(row("1", "2.50", "a")))).isTrue();
		assertThat(Totals.none(3).minus(one).plus(totals).matches(totals(row("1", "2.50", "a")))).isTrue();
	}

	@Test
	void sumsNumbersBeyondLong() throws CastException {
		String most = Long.toString(Long.MAX_VALUE);
		Totals totals = totals(row(most, "99999999999999999999.25", "a"), row(most, "99999999999999999999.50", "b"));
		assertThat(totals.sums()).containsExactly(new BigDecimal("18446744073709551614"),
				new BigDecimal("199999999999999999998.75"), BigDecimal.ZERO);
	}

	@Test
	void survivesItsText() throws CastException {
		Totals totals = totals(row("1", "2.50", "a"), row("-2", "-1.25", "b"));
		assertThat(Totals.parse(totals.text())).isEqualTo(totals);
	}

	private static String[] row(String... values) {
		return values;
	}

	private static Totals totals(String[]... rows) throws CastException {
		TupleBuffer buffer = new TupleBuffer();
		Value value = new Value();
		for (String[] row : rows) {
			buffer.begin(row.length);
			for (int column = 0; column < row.length; column++) {
				byte[] bytes = row[column].getBytes(StandardCharsets.UTF_8);
				value.set(bytes, 0, bytes.length);
				Casts.fromText(COLUMNS.get(column).type(), Casts.Limits.NONE, StandardCharsets.UTF_8)
					.apply(value, buffer);
			}
			buffer.end();
		}
		RowTally tally = new RowTally(COLUMNS);
		tally.add(buffer);
		return tally.totals();
	}

}
