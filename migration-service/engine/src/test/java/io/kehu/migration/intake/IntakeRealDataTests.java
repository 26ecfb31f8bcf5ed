package io.kehu.migration.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("realdata")
class IntakeRealDataTests {

	@ParameterizedTest
	@CsvSource({ "febrl/dataset1.csv,1000,11,rec_id", "febrl/dataset2.csv,5000,11,rec_id",
			"persons/historical_figures_dev.csv,25700,11,unique_id", "cdnow/CDNOW_sample.txt,6919,5,column_1",
			"legacy/uci_online_retail_541909.csv.zst,541909,8,InvoiceNo" })
	void readsEveryRow(String name, int rows, int columns, String first) throws IOException {
		Path file = Path.of(System.getProperty("kehu.realdata", "../../shared/data"), name);
		Assumptions.assumeTrue(Files.exists(file), () -> "No real data at " + file);
		try (RowSource source = Intake.standard().open(file)) {
			List<String> names = source.columns();
			while (source.next() != null) {
				assertThat(source.columns()).isSameAs(names);
			}

			assertThat(names).hasSize(columns).startsWith(first);
			assertThat(source.report().rows()).isEqualTo(rows);
			assertThat(source.report().rejected()).isZero();
		}
	}

}
