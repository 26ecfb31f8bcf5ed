package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.github.luben.zstd.ZstdInputStream;
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
		Path input = this.directory.resolve("retail.csv");
		try (InputStream text = new ZstdInputStream(Files.newInputStream(packed))) {
			Files.copy(text, input);
		}

		DeduplicationReport report = new FileDeduplication(input, ',', true, List.of()).run(search,
				this.directory.resolve("kept.csv"), this.directory.resolve("merged.csv"));

		assertThat(report).isEqualTo(new DeduplicationReport(541_909, 536_641, 5_268));
	}

}
