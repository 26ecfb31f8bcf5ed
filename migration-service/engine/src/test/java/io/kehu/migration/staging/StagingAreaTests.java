package io.kehu.migration.staging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StagingAreaTests {

	private static final byte[] KEY = new byte[StagingCipher.KEY_BYTES];

	@TempDir
	private Path folder;

	private StagingArea area;

	@BeforeEach
	void open() {
		this.area = new StagingArea(this.folder, StagingCipher.of(List.of(KEY)));
	}

	@Test
	void stagesASourceInRanges() throws IOException {
		StringBuilder csv = new StringBuilder("id,name\n");
		for (int i = 0; i < 2_500; i++) {
			csv.append(i).append(",Name of ").append(i).append('\n');
		}
		try (RowSource source = Intake.standard()
			.open(new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)))) {
			this.area.stage("first", source, 1_000);
		}

		StagedSet set = this.area.open("first");

		assertThat(set.columns()).containsExactly("id", "name");
		assertThat(set.rows()).isEqualTo(2_500);
		assertThat(set.partitions()).extracting(StagedPartition::rows).containsExactly(1_000L, 1_000L, 500L);
		assertThat(rows("first", 2)).first().isEqualTo("2002: [2000, Name of 2000]");
	}

	@Test
	void keepsEveryValueAsItIs() throws IOException {
		Row row = new Row(1L << 40, "", null, "Zoë 😀", "x".repeat(100_000), " ");
		try (PartitionWriter writer = this.area.writePartition("set", 0)) {
			writer.write(row);
			writer.write(new Row(2));
			writer.complete();
		}

		try (StagedRows rows = this.area.read("set", 0)) {
			Row read = rows.next();
			assertThat(read).isNotNull();
			assertThat(read.line()).isEqualTo(1L << 40);
			assertThat(read.values()).isEqualTo(Arrays.asList("", null, "Zoë 😀", "x".repeat(100_000), " "));
			assertThat(rows.next()).extracting(Row::size).isEqualTo(0);
			assertThat(rows.next()).isNull();
		}
	}

	@Test
	void putsEqualKeysIntoOnePartition() throws IOException {
		try (SetWriter writer = this.area.write("hashed", Partitioning.byHash(List.of(1), 8))) {
			for (int i = 0; i < 10_000; i++) {
				writer.write(new Row(i + 2, Integer.toString(i), "city " + i % 500));
			}
			writer.complete(List.of("id", "city"));
		}

		StagedSet set = this.area.open("hashed");
		Map<String, Integer> partitionOf = new TreeMap<>();
		for (StagedPartition partition : set.partitions()) {
			assertThat(partition.rows()).isBetween(600L, 2_000L);
			for (String row : rows("hashed", partition.number())) {
				String city = row.substring(row.indexOf(", "));
				assertThat(partitionOf.merge(city, partition.number(), (former, next) -> former))
					.isEqualTo(partition.number());
			}
		}
		assertThat(set.rows()).isEqualTo(10_000);
	}

	@Test
	void letsSeveralInstancesMakeASet() throws IOException {
		List<StagedPartition> written = new ArrayList<>();
		for (int number : new int[] { 1, 0 }) {
			StagingArea instance = new StagingArea(this.folder, StagingCipher.of(List.of(KEY)));
			try (PartitionWriter killed = instance.writePartition("shared", number)) {
				killed.write(new Row(9, "lost"));
			}
			try (PartitionWriter writer = instance.writePartition("shared", number)) {
				writer.write(new Row(number, "kept"));
				written.add(writer.complete());
			}
		}
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> this.area.open("shared"));

		this.area.complete("shared", List.of("word"), written);

		assertThat(this.area.open("shared").partitions()).extracting(StagedPartition::number).containsExactly(0, 1);
		assertThat(rows("shared", 1)).containsExactly("1: [kept]");
	}

	@Test
	void showsNothingOnDisk() throws IOException {
		stageOneRow("secret", "Erika Mustermann");

		try (Stream<Path> files = Files.walk(this.folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("Erika")
					.doesNotContain("person");
			}
		}
	}

	@Test
	void refusesChangedCutAndSwappedFiles() throws IOException {
		stageOneRow("one", "Ann");
		stageOneRow("two", "Bob");
		Path one = this.folder.resolve("sets/one/partition-00000");
		byte[] good = Files.readAllBytes(one);
		byte[] changed = good.clone();
		changed[good.length - 1] ^= 1;

		for (byte[] bad : List.of(changed, Arrays.copyOf(good, good.length - 5),
				Files.readAllBytes(this.folder.resolve("sets/two/partition-00000")))) {
			Files.write(one, bad);
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> rows("one", 0));
		}
		Files.write(one, good);
		assertThat(rows("one", 0)).containsExactly("1: [Ann]");
	}

	@Test
	void readsWithAnOlderKeyAfterRotation() throws IOException {
		stageOneRow("old", "Ann");
		byte[] next = new byte[StagingCipher.KEY_BYTES];
		Arrays.fill(next, (byte) 7);

		StagingArea rotated = new StagingArea(this.folder, StagingCipher.of(List.of(next, KEY)));
		StagingArea foreign = new StagingArea(this.folder, StagingCipher.of(List.of(next)));

		assertThat(rotated.open("old").rows()).isEqualTo(1);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> foreign.open("old"));
	}

	@Test
	void deletesASet() throws IOException {
		stageOneRow("gone", "Ann");

		this.area.delete("gone");

		assertThat(this.folder.resolve("sets/gone")).doesNotExist();
		this.area.delete("gone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../up", "a/b", "", "-a", "a.b" })
	void refusesIdsThatLeaveTheFolder(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.area.open(id));
	}

	@Test
	void rowsInTheirOrderKeepOnePartitionOpen() throws IOException {
		try (SetWriter writer = this.area.write("ranges", Partitioning.byRange(2))) {
			for (int row = 1; row <= 5; row++) {
				writer.write(new Row(row, "row " + row));
			}
			assertThat(rows("ranges", 0)).hasSize(2);
			assertThat(rows("ranges", 1)).hasSize(2);
			writer.complete(List.of("person"));
		}
		assertThat(rows("ranges", 2)).hasSize(1);
	}

	private void stageOneRow(String id, String name) throws IOException {
		try (SetWriter writer = this.area.write(id, Partitioning.byRange(10))) {
			writer.write(new Row(1, name));
			writer.complete(List.of("person"));
		}
	}

	private List<String> rows(String id, int partition) throws IOException {
		List<String> texts = new ArrayList<>();
		try (StagedRows rows = this.area.read(id, partition)) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				texts.add(row.toString());
			}
		}
		return texts;
	}

}
