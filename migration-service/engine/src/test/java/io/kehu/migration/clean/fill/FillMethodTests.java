package io.kehu.migration.clean.fill;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import io.kehu.migration.sample.CustomerFrame;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FillMethodTests {

	private static final Table TABLE = new Table(
			List.of(Column.of("city", Arrays.asList("Ulm", "Ulm", "Bonn", "Ulm", "Bonn", null, "Kiel")),
					Column.of("age", Arrays.asList("20", "30", "50", null, null, "51", null))));

	@Test
	void fillsWithAConstant() {
		assertThat(fill("age", new ConstantFill("0"))).containsExactly("20", "30", "50", "0", "0", "51", "0");
	}

	@Test
	void fillsWithTheMeanWithAsManyDecimalsAsTheColumnHas() {
		assertThat(fill("age", AverageFill.of(Average.MEAN))).containsExactly("20", "30", "50", "38", "38", "51", "38");
	}

	@Test
	void fillsWithTheMedian() {
		assertThat(fill("age", AverageFill.of(Average.MEDIAN))).containsExactly("20", "30", "50", "40", "40", "51",
				"40");
	}

	@Test
	void fillsWithTheMostFrequentText() {
		assertThat(fill("city", AverageFill.of(Average.MODE))).containsExactly("Ulm", "Ulm", "Bonn", "Ulm", "Bonn",
				"Ulm", "Kiel");
	}

	@Test
	void fillsWithTheMeanOfTheGroupAndOfAllWhereTheGroupHasNone() {
		AverageFill byCity = new AverageFill(Average.MEAN, List.of("city"));

		assertThat(fill("age", byCity)).containsExactly("20", "30", "50", "25", "50", "51", "38");
	}

	@Test
	void fillsForwardFromKeptRowsOnly() {
		BitSet kept = kept(TABLE);
		kept.clear(2);

		Filling filling = new ForwardFill().fill(new Gap(TABLE, "age", kept));

		assertThat(filling.values()).containsExactly("30", "30", "51");
	}

	@Test
	void leavesEmpty() {
		assertThat(fill("age", new LeaveEmpty())).containsExactly("20", "30", "50", null, null, "51", null);
	}

	@Test
	void refusesTheMeanOfWords() {
		assertThatIllegalArgumentException().isThrownBy(() -> fill("city", AverageFill.of(Average.MEAN)))
			.withMessageContaining("city");
	}

	@Test
	void findsTheLineThatRegressionIsAbout() {
		Table line = new Table(List.of(numbers("x", IntStream.range(0, 40).mapToDouble((i) -> i).toArray()), numbers(
				"y", IntStream.range(0, 40).mapToDouble((i) -> (i % 7 == 3) ? Double.NaN : 3 * i + 1).toArray())));

		Column filled = new RegressionFill(List.of()).fill(new Gap(line, "y", kept(line))).into(line.column("y"));

		assertThat(IntStream.range(0, 40).mapToDouble((row) -> Double.parseDouble(filled.value(row))))
			.containsExactly(IntStream.range(0, 40).mapToObj((i) -> 3.0 * i + 1).toArray(Double[]::new));
	}

	@Test
	void fillsACategoryFromTheNearest() {
		Table table = new Table(List.of(Column.of("income", List.of("10", "11", "12", "90", "91", "92", "93")),
				Column.of("class", Arrays.asList("low", "low", "low", "high", "high", null, "high"))));

		Filling filling = new NearestFill(3, Weighting.UNIFORM, List.of()).fill(new Gap(table, "class", kept(table)));

		assertThat(filling.values()).containsExactly("high");
	}

	@Test
	void ranksMethodsByTheirErrorOnHiddenValues() {
		double[][] frame = CustomerFrame.generate(1500, 3);
		Table table = new Table(IntStream.range(0, frame.length).mapToObj((i) -> numbers("c" + i, frame[i])).toList());
		Gap gap = new Gap(table, "c4", kept(table));

		List<FillError> errors = FillTrial.run(gap, FillTrial.methods(), 5);

		assertThat(errors).extracting((error) -> error.method().source())
			.startsWith("regression", "nearest 15")
			.endsWith("left empty");
		assertThat(errors.get(1).rootMeanSquare()).isLessThan(0.8 * errors.get(2).rootMeanSquare());
		assertThat(errors.get(0).hidden()).isBetween(100, 200);
		assertThat(errors).isEqualTo(FillTrial.run(gap, FillTrial.methods(), 5));
	}

	private static Column numbers(String name, double[] values) {
		return Column.of(name,
				Arrays.stream(values).mapToObj((each) -> Double.isNaN(each) ? null : Double.toString(each)).toList());
	}

	private static BitSet kept(Table table) {
		BitSet kept = new BitSet();
		kept.set(0, table.rows());
		return kept;
	}

	private static List<String> fill(String column, FillMethod method) {
		Column filled = method.fill(new Gap(TABLE, column, kept(TABLE))).into(TABLE.column(column));
		return IntStream.range(0, TABLE.rows()).mapToObj(filled::value).toList();
	}

}
