package io.kehu.migration.clean.standardise;

import java.util.List;
import java.util.Map;

import io.kehu.migration.clean.chain.Chain;
import io.kehu.migration.clean.chain.Cleaning;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Numbers whose point or comma can mean two things are read as the column or else the
 * file tells, or all of them are flagged.
 */
class FileMarksTests {

	private static Cleaning clean(List<String> sales, Column... others) {
		Table table = new Table(List.of(Column.of("sales", sales)));
		for (Column other : others) {
			table = table.with(other);
		}
		return new Chain("run", 1, List.of(new Rule.Standardise("sales", NumberStandard.standard(), false))).run(table,
				Map.of());
	}

	private static int flagged(Cleaning cleaning) {
		return cleaning.marks().stream().mapToInt((mark) -> mark.rows().cardinality()).sum();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "19,47|7,5|2155", "€ 1.299,-|7,50|2155", "19.47|7.50|2.155",
			"1,299.00|3|2.155", "1.234.567|8|2155" })
	void takesTheMarkOfOtherColumns(String price, String other, String expected) {
		Cleaning cleaning = clean(List.of("2.155", "12.881"), Column.of("price", List.of(price, other)),
				Column.of("name", List.of("Anna, B.", "Bob")));

		assertThat(cleaning.after().column("sales").value(0)).isEqualTo(expected);
		assertThat(flagged(cleaning)).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "19,47|7.50", "52.5200|13.4050", "12.05.2023|13.06.2023", "a.b,c|d,e",
			"1.2.3|10.0.0.1", "950|3", "2.155|12.881" })
	void flagsAllWhenNothingTells(String one, String other) {
		Cleaning cleaning = clean(List.of("2.155", "1,234", "7"), Column.of("other", List.of(one, other, "")));

		assertThat(cleaning.after().column("sales").value(0)).isEqualTo("2.155");
		assertThat(cleaning.after().column("sales").value(1)).isEqualTo("1,234");
		assertThat(flagged(cleaning)).isEqualTo(2);
	}

	@Test
	void flagsAllWhenColumnsContradictEachOther() {
		Cleaning cleaning = clean(List.of("2.155", "12.881"), Column.of("price", List.of("19,47", "3,20")),
				Column.of("rate", List.of("1.5", "2.25")));

		assertThat(flagged(cleaning)).isEqualTo(2);
	}

	@Test
	void believesTheColumnBeforeTheFile() {
		Cleaning cleaning = clean(List.of("2.155", "12,5"), Column.of("price", List.of("19.47", "3.20")));

		assertThat(cleaning.after().column("sales").value(0)).isEqualTo("2155");
		assertThat(cleaning.after().column("sales").value(1)).isEqualTo("12.5");
	}

	@Test
	void flagsWhatAColumnOfBothMarksLeavesOpen() {
		Cleaning cleaning = clean(List.of("2.155", "12,5", "12.5", "1,5"),
				Column.of("price", List.of("9,9", "", "", "")));

		assertThat(cleaning.after().column("sales").value(0)).isEqualTo("2.155");
		assertThat(cleaning.after().column("sales").value(1)).isEqualTo("12.5");
		assertThat(flagged(cleaning)).isEqualTo(1);
	}

}
