package io.kehu.migration.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import io.kehu.migration.sample.PersonGenerator;
import io.kehu.migration.sample.SamplePersons;
import io.kehu.migration.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PreparedLinkageTests {

	@TempDir
	private Path directory = Path.of("");

	private final SamplePersons persons = new PersonGenerator(3).generate(3_000, 0.25);

	private final Table table = Table.of(this.persons.columns(), this.persons.rows());

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7 })
	void instancesThatShareTheWorkFindTheSame(int partitions) throws IOException {
		LinkageResult alone = new Linker(LinkageSettings.defaults()).link(source());
		List<Decision> decisions = List
			.of(Decision.different(alone.reference(pair(alone)[0]), alone.reference(pair(alone)[1])));
		LinkageResult expected = new Linker(LinkageSettings.defaults()).link(List.of(source()), decisions);

		List<Path> files = new ArrayList<>();
		long pairs = 0;
		for (int partition = 0; partition < partitions; partition++) {
			Path file = this.directory.resolve("pairs" + partition);
			pairs += prepare(decisions).score(partition, partitions, file);
			files.add(file);
		}
		Collections.reverse(files);
		LinkageResult shared = prepare(decisions).cluster(files);

		assertThat(pairs).isPositive();
		assertThat(shared.clusters()).isEqualTo(expected.clusters());
		for (int cluster = 0; cluster < expected.clusters(); cluster++) {
			assertThat(shared.cluster(cluster)).isEqualTo(expected.cluster(cluster));
		}
		assertThat(shared.review()).isEqualTo(expected.review());
		assertThat(shared.bridges()).isEqualTo(expected.bridges());
	}

	@Test
	void noPartitionHoldsNearlyAll() throws IOException {
		PreparedLinkage prepared = prepare(List.of());
		long[] pairs = new long[4];
		for (int partition = 0; partition < pairs.length; partition++) {
			pairs[partition] = prepared.score(partition, pairs.length, this.directory.resolve("p" + partition));
		}

		assertThat(Arrays.stream(pairs).min().orElse(0)).isGreaterThan(75);
	}

	@Test
	void whatDoesNotFitTogetherIsRefused() throws IOException {
		PreparedLinkage prepared = prepare(List.of());
		Path first = this.directory.resolve("first");
		Path second = this.directory.resolve("second");
		prepared.score(0, 2, first);
		prepared.score(1, 2, second);
		SamplePersons others = new PersonGenerator(4).generate(3_000, 0.25);
		PreparedLinkage other = new Linker(LinkageSettings.defaults())
			.prepare(List.of(LinkageSource.of("persons", Table.of(others.columns(), others.rows()))), List.of());
		Path damaged = Files.write(this.directory.resolve("damaged"), new byte[64]);

		assertThatIllegalArgumentException().isThrownBy(() -> prepared.cluster(List.of(first)));
		assertThatIllegalArgumentException().isThrownBy(() -> prepared.cluster(List.of(first, first)));
		assertThatIllegalArgumentException().isThrownBy(() -> prepared.cluster(List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> other.cluster(List.of(first, second)));
		assertThatIllegalArgumentException().isThrownBy(() -> prepared.score(2, 2, first));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> prepared.cluster(List.of(damaged)));
	}

	private PreparedLinkage prepare(List<Decision> decisions) {
		return new Linker(LinkageSettings.defaults()).prepare(List.of(source()), decisions);
	}

	private LinkageSource source() {
		return LinkageSource.of("persons", this.table);
	}

	private static int[] pair(LinkageResult result) {
		for (int cluster = 0; cluster < result.clusters(); cluster++) {
			if (result.cluster(cluster).length == 2) {
				return result.cluster(cluster);
			}
		}
		throw new AssertionError("no pair found");
	}

}
