package io.kehu.migration.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.staging.SetWriter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@MigrationTest
class KnownKeysTests {

	@Autowired
	private StagedData data;

	private NewRun.KeyReference keys(int count) throws IOException {
		UUID id = UUID.randomUUID();
		try (SetWriter writer = this.data.write(id.toString())) {
			for (int key = 0; key < count; key++) {
				writer.write(new Row(key + 2, "k" + key, (key % 3 == 0) ? null : "o" + key));
			}
			writer.complete(List.of("key", "other"));
		}
		return new NewRun.KeyReference(id, "other");
	}

	@Test
	void areReadOnceForAJob() throws Exception {
		KnownKeys known = new KnownKeys(this.data, 1L << 20);
		UUID job = UUID.randomUUID();
		Map<String, NewRun.KeyReference> references = Map.of("few", keys(6));
		Map<String, Set<String>> read = known.of(job, references);
		assertThat(read).containsOnlyKeys("few");
		assertThat(read.get("few")).containsExactlyInAnyOrder("o1", "o2", "o4", "o5");
		assertThat(known.of(job, references)).isSameAs(read);
		assertThat(known.of(UUID.randomUUID(), Map.of())).isEmpty();
	}

	@Test
	void areRefusedWhenTheyDoNotFit() throws Exception {
		Map<String, NewRun.KeyReference> references = Map.of("many", keys(3_000));
		assertThatThrownBy(() -> new KnownKeys(this.data, 100_000).of(UUID.randomUUID(), references))
			.isInstanceOf(JobFailure.class)
			.hasMessageMatching("More than 8\\d\\d known keys do not fit into memory");
	}

}
