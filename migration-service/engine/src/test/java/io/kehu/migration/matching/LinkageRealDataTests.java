package io.kehu.migration.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.ColumnBuilder;
import io.kehu.migration.table.CsvTables;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("realdata")
class LinkageRealDataTests {

	private static final System.Logger LOG = System.getLogger(LinkageRealDataTests.class.getName());

	private static final UnaryOperator<String> FEBRL = (key) -> key.split("-")[1];

	@ParameterizedTest
	@CsvSource({ "dataset1.csv,true,0.999", "dataset2.csv,true,0.9992", "dataset1.csv,false,0.999",
			"dataset2.csv,false,0.9982" })
	void linksFebrl(String file, boolean withSocialSecurityNumber, double least) throws IOException {
		Table table = read("febrl/" + file);
		Set<String> hidden = withSocialSecurityNumber ? Set.of() : Set.of("soc_sec_id");

		PairwiseQuality quality = link(table, table.without(hidden), "rec_id", FEBRL);

		assertThat(quality.f1()).as(quality.toString()).isGreaterThanOrEqualTo(least);
	}

	@Test
	void linksHistoricalFiguresWhateverTheirOrder() throws IOException {
		Table table = shuffled(read("persons/historical_figures_dev.csv"));

		PairwiseQuality quality = link(table, table.without(Set.of("cluster", "unique_id")), "cluster",
				UnaryOperator.identity());

		assertThat(quality.right() + quality.missed()).isEqualTo(154_050);
		assertThat(quality.precision()).as(quality.toString()).isGreaterThanOrEqualTo(0.995);
		assertThat(quality.f1()).as(quality.toString()).isGreaterThanOrEqualTo(0.969);
	}

	private static PairwiseQuality link(Table table, Table evidence, String truth, UnaryOperator<String> entity) {
		LinkageResult result = new Linker(LinkageSettings.defaults()).link(LinkageSource.of("file", evidence));
		Column column = table.column(truth);
		PairwiseQuality quality = PairwiseQuality.of(result, (row) -> entity.apply(column.value(row)));
		LOG.log(System.Logger.Level.INFO, "%d records: P %.4f R %.4f F1 %.4f, warnings %s".formatted(table.rows(),
				quality.precision(), quality.recall(), quality.f1(), result.warnings()));
		return quality;
	}

	private static Table shuffled(Table table) {
		long[] order = new long[table.rows()];
		for (int row = 0; row < order.length; row++) {
			order[row] = (row * 0x9E3779B97F4A7C15L & 0x7FFFFFFF00000000L) | row;
		}
		Arrays.sort(order);
		List<Column> columns = table.columns().stream().map((column) -> {
			ColumnBuilder builder = new ColumnBuilder(column.name());
			Arrays.stream(order).forEach((place) -> builder.add(column.value((int) place)));
			return builder.build();
		}).toList();
		return new Table(columns);
	}

	private static Table read(String name) throws IOException {
		Path file = Path.of(System.getProperty("kehu.realdata", "../../shared/data"), name);
		Assumptions.assumeTrue(Files.exists(file), () -> "No real data at " + file);
		return CsvTables.read(file);
	}

}
