package io.kehu.migration.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.staging.SetWriter;
import io.kehu.migration.staging.StagingArea;
import io.kehu.migration.staging.StagingCipher;
import io.kehu.migration.table.Column;
import io.kehu.migration.upload.StagingProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LoadedRowsTests {

	private static final long MEGABYTE = 1L << 20;

	private static final int ROWS = 20_000;

	private static final List<String> COLUMNS = List.of("id", "name", "country");

	@TempDir
	private Path folder;

	private StagedData data;

	@BeforeEach
	void stage() throws IOException {
		StagingArea area = new StagingArea(this.folder, StagingCipher.of(List.of(new byte[StagingCipher.KEY_BYTES])));
		this.data = new StagedData(area, new StagingProperties(this.folder, List.of("unused"), 5_000, 20));
		try (SetWriter writer = this.data.write("rows")) {
			for (int row = 0; row < ROWS; row++) {
				writer.write(new Row(row + 2, Integer.toString(row), "Customer number " + row, "c" + row % 30));
			}
			writer.complete(COLUMNS);
		}
	}

	private LoadedRows load(Set<String> wanted, List<Integer> partitions, long memory) throws Exception {
		return LoadedRows.of(this.data, new LoadedRows.Extract("rows", COLUMNS, wanted, partitions), (row) -> {
		}, memory);
	}

	@Test
	void holdTheColumnsThatAreWantedAlone() throws Exception {
		LoadedRows loaded = load(Set.of("country", "id", "colour"), List.of(1, 3), 1L << 30);
		assertThat(loaded.columns()).containsExactly("id", "country");
		assertThat(loaded.table().rows()).isEqualTo(10_000);
		assertThat(loaded.line(0)).isEqualTo(5_002);
		assertThat(loaded.line(9_999)).isEqualTo(20_001);
		Column country = loaded.table().column("country");
		assertThat(country.value(0)).isEqualTo("c20");
		assertThat(loaded.table().column("id").value(5_000)).isEqualTo("15000");
	}

	@Test
	void areRefusedWhenTheyDoNotFit() throws Exception {
		List<Integer> all = List.of(0, 1, 2, 3);
		assertThatThrownBy(() -> load(Set.copyOf(COLUMNS), all, 3 * MEGABYTE)).isInstanceOf(JobFailure.class)
			.hasMessageMatching("More than \\d+,\\d{3} rows of 3 columns do not fit into memory");
		assertThat(load(Set.of("country"), all, 3 * MEGABYTE).table().rows()).as("A column of few texts takes little")
			.isEqualTo(ROWS);
		assertThatThrownBy(() -> load(Set.of("name"), all, 3 * MEGABYTE)).as("One of many texts takes more")
			.isInstanceOf(JobFailure.class);
	}

}
