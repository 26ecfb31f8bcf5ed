package io.kehu.migration.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.kehu.migration.matching.LinkageResult;
import io.kehu.migration.matching.LinkageSettings;
import io.kehu.migration.matching.LinkageSource;
import io.kehu.migration.matching.Linker;
import io.kehu.migration.matching.PreparedLinkage;
import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.staging.StagingArea;
import io.kehu.migration.staging.StagingCipher;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WeighedPairsTests {

	private static final int SHARES = 3;

	private final SamplePersons persons = new PersonGenerator(5).generate(1_500, 0.25);

	private final Table table = Table.of(this.persons.columns(), this.persons.rows());

	private PreparedLinkage prepare() {
		return new Linker(LinkageSettings.defaults()).prepare(List.of(LinkageSource.of("persons", this.table)),
				List.of());
	}

	@Test
	void sharesOfSeveralInstancesGiveWhatOneFinds(@TempDir Path folder) throws IOException {
		StagingArea area = new StagingArea(folder, StagingCipher.of(List.of(new byte[StagingCipher.KEY_BYTES])));
		WeighedPairs pairs = new WeighedPairs(area, "job-pairs");
		for (int share = 0; share < SHARES; share++) {
			pairs.weigh(prepare(), share, SHARES);
		}
		pairs.weigh(prepare(), 1, SHARES);

		LinkageResult shared = pairs.cluster(prepare(), SHARES);

		LinkageResult alone = prepare().run();
		assertThat(shared.clusters()).isEqualTo(alone.clusters()).isLessThan(alone.records());
		for (int row = 0; row < alone.records(); row++) {
			assertThat(shared.clusterOf(row)).isEqualTo(alone.clusterOf(row));
		}
		assertThat(shared.review()).isEqualTo(alone.review());
		pairs.delete();
		assertThat(folder.resolve("sets/job-pairs")).doesNotExist();
		assertThat(Files.exists(folder)).isTrue();
	}

	@Test
	void manyRecordsAreSharedAmongTheInstancesThatAreThere() {
		LinkageProperties usual = new LinkageProperties(100_000, 8);
		assertThat(usual.shares(99_999, 4)).isEqualTo(1);
		assertThat(usual.shares(100_000, 1)).isEqualTo(1);
		assertThat(usual.shares(100_000, 3)).isEqualTo(3);
		assertThat(usual.shares(5_000_000, 50)).isEqualTo(8);
	}

}
