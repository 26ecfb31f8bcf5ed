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
	void writesNumbersAsTheColumnDoes() {
		assertThat(filled(AverageFill.of(Average.MEDIAN), "10.00", null, "9.50", "10.50")).isEqualTo("10.00");
		assertThat(filled(AverageFill.of(Average.MEDIAN), "10", null, "9.5", "10.5")).isEqualTo("10");
		assertThat(filled(AverageFill.of(Average.MEAN), "10.0", null, "10.25", "10.75")).isEqualTo("10.33");
		assertThat(filled(AverageFill.of(Average.MEAN), "10", null, "20", "30")).isEqualTo("20");
	}

	@Test
	void roundsOnlyWhatIsNotExact() {
		Filling exact = filling(AverageFill.of(Average.MEAN), "89.90", null, "89.90", "410.00");
		assertThat(exact.values()).containsExactly("196.60");
		assertThat(exact.source(0, AverageFill.of(Average.MEAN))).isEqualTo("mean");
		Filling rounded = filling(AverageFill.of(Average.MEAN), "1.00", null, "1.00", "1.01");
		assertThat(rounded.source(0, AverageFill.of(Average.MEAN))).isEqualTo("mean, rounded to 2 decimals");
	}

	@Test
	void triesMethodsOnFewValues() {
		for (int seed = 0; seed < 20; seed++) {
			assertThat(FillTrial.run(new Gap(TABLE, "age", kept(TABLE)), FillTrial.methods(), seed))
				.allSatisfy((error) -> assertThat(error.hidden()).isPositive());
		}
	}

	@Test
	void takesNumbersThatAreWrittenDifferentlyAsOne() {
		assertThat(filled(AverageFill.of(Average.MODE), "7", null, "10", "10.00", "7", "10.00")).isEqualTo("10.00");
		Table ten = new Table(List
			.of(Column.of("spent", IntStream.range(0, 60).mapToObj((i) -> (i % 2 == 0) ? "10.00" : "10").toList())));

		assertThat(FillTrial.run(new Gap(ten, "spent", kept(ten)),
				List.of(AverageFill.of(Average.MODE), AverageFill.of(Average.MEDIAN)), 5))
			.allSatisfy((error) -> assertThat(error.wrong()).isZero());
	}

	private static String filled(FillMethod method, String... values) {
		return String.valueOf(filling(method, values).values().get(0));
	}

	private static Filling filling(FillMethod method, String... values) {
		Table table = new Table(List.of(Column.of("spent", Arrays.asList(values))));
		return method.fill(new Gap(table, "spent", kept(table)));
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
