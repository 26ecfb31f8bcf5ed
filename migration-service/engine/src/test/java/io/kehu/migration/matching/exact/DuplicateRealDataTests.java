package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.kehu.migration.intake.Intake;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("realdata")
class DuplicateRealDataTests {

	@TempDir
	private Path directory = Path.of("");

	@ParameterizedTest
	@MethodSource("io.kehu.migration.matching.exact.ExactDuplicateTests#searchesOfLargeFiles")
	void findsTheDuplicatesOfTheRetailFileExactly(DuplicateSearch search) throws IOException {
		Path packed = Path.of(System.getProperty("kehu.realdata", "../../shared/data"),
				"legacy/uci_online_retail_541909.csv.zst");
		Assumptions.assumeTrue(Files.exists(packed), () -> "No real data at " + packed);

		try (InputStream input = Files.newInputStream(packed);
				RowKeys keys = new RowKeys(new SourceRows(Intake.standard().open(input)), List.of(), new KeyRange(0, 1),
						(more) -> {
						});
				Duplicates duplicates = search.search(keys, this.directory)) {
			assertThat(duplicates.records()).isEqualTo(541_909);
			assertThat(duplicates.count()).isEqualTo(5_268);
		}
	}

}
