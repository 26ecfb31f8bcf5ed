package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ExactDuplicateTests {

	@TempDir
	private Path directory = Path.of("");

	static Stream<DuplicateSearch> searches() {
		return Stream.of(new HashSearch(), new SortSearch(1), new SortSearch(1 << 12, 3));
	}

	static Stream<DuplicateSearch> searchesOfLargeFiles() {
		return Stream.of(new HashSearch(), new SortSearch(8));
	}

	@ParameterizedTest
	@MethodSource("searches")
	void keepsTheFirstOfEachAndReportsTheOthers(DuplicateSearch search) throws IOException {
		Path input = write("id,name\n1,anna\n2,bob\n1,anna\n\"2\",\"bob\"\n1,bob\n1,anna\n");

		DeduplicationReport report = run(new FileDeduplication(input, ',', true, List.of()), search);

		assertThat(report).isEqualTo(new DeduplicationReport(6, 3, 3));
		assertThat(kept()).isEqualTo("id,name\n1,anna\n2,bob\n1,bob\n");
		assertThat(merged()).isEqualTo("line,first_line\n4,2\n5,3\n7,2\n");
	}

	@ParameterizedTest
	@MethodSource("searches")
	void comparesChosenColumnsAlone(DuplicateSearch search) throws IOException {
		Path input = write("1;anna;x\n2;\"anna\";y\n3;bob;x\n4;anna\n5\n6\n");

		run(new FileDeduplication(input, ';', false, List.of(1)), search);

		assertThat(kept()).isEqualTo("1;anna;x\n3;bob;x\n5\n");
		assertThat(merged()).isEqualTo("line,first_line\n2,1\n4,1\n6,5\n");
	}

	@ParameterizedTest
	@MethodSource("searches")
	void countsLinesThroughQuotedLineEndsAndKeepsDelimitersInFieldsApart(DuplicateSearch search) throws IOException {
		Path input = write("\"a\nb\",1\r\n\"a,b\"\r\na,b\r\n\r\n5\" pipe,2\r\n\"a\nb\",\"1\"\r\n5\" pipe,2");

		run(new FileDeduplication(input, ',', false, List.of()), search);

		assertThat(kept()).isEqualTo("\"a\nb\",1\r\n\"a,b\"\r\na,b\r\n5\" pipe,2\r\n");
		assertThat(merged()).isEqualTo("line,first_line\n7,1\n9,6\n");
	}

	@ParameterizedTest
	@MethodSource("searches")
	void findsWhatATableOfAllKeysInMemoryFinds(DuplicateSearch search) throws IOException {
		SplittableRandom random = new SplittableRandom(3);
		StringBuilder text = new StringBuilder();
		StringBuilder expected = new StringBuilder("line,first_line\n");
		Map<String, Integer> firsts = new HashMap<>();
		for (int line = 1; line <= 60_000; line++) {
			String row = random.nextInt(30_000) + ",common beginning " + "x".repeat(random.nextInt(3));
			text.append(row).append('\n');
			Integer first = firsts.putIfAbsent(row, line);
			expected.append((first == null) ? "" : line + "," + first + "\n");
		}

		DeduplicationReport report = run(new FileDeduplication(write(text.toString()), ',', false, List.of()), search);

		assertThat(report.kept()).isEqualTo(firsts.size());
		assertThat(merged()).isEqualTo(expected.toString());
	}

	@ParameterizedTest
	@MethodSource("searches")
	void leavesNoSpillFilesAndTakesAnEmptyFile(DuplicateSearch search) throws IOException {
		DeduplicationReport report = run(new FileDeduplication(write(""), ',', true, List.of()), search);

		assertThat(report).isEqualTo(new DeduplicationReport(0, 0, 0));
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder("input.csv",
					"kept.csv", "merged.csv");
		}
	}

	@Test
	void oneValueForEverythingIsOneRecord() throws IOException {
		Path input = write("same\n".repeat(200_000));

		assertThat(run(new FileDeduplication(input, ',', false, List.of()), new HashSearch()))
			.isEqualTo(new DeduplicationReport(200_000, 1, 199_999));
		assertThat(run(new FileDeduplication(input, ',', false, List.of()), new SortSearch(1)))
			.isEqualTo(new DeduplicationReport(200_000, 1, 199_999));
	}

	@ParameterizedTest
	@MethodSource("searches")
	void rangesOfDigestsFindTogetherWhatOneSearchFinds(DuplicateSearch search) throws Exception {
		SplittableRandom random = new SplittableRandom(4);
		MessageDigest sha = MessageDigest.getInstance("SHA-256");
		List<byte[]> keys = new ArrayList<>();
		for (int i = 0; i < 9_000; i++) {
			keys.add(sha.digest(Integer.toString(random.nextInt(5_000)).getBytes(StandardCharsets.UTF_8)));
		}
		List<Duplicate> whole = found(search, Digests.of(keys, (key) -> true));
		for (int count : new int[] { 1, 3, 7 }) {
			List<Duplicate> shared = new ArrayList<>();
			for (int number = count - 1; number >= 0; number--) {
				List<Duplicate> part = found(search, Digests.of(keys, new KeyRange(number, count)::holds));
				assertThat(part).hasSizeBetween(whole.size() * 8 / count / 10, whole.size() * 12 / count / 10);
				shared.addAll(part);
			}
			shared.sort(Comparator.comparingLong(Duplicate::line));
			assertThat(shared).isEqualTo(whole).hasSizeGreaterThan(4_000);
		}
	}

	private List<Duplicate> found(DuplicateSearch search, Digests records) throws IOException {
		List<Duplicate> found = new ArrayList<>();
		try (Duplicates duplicates = search.search(records, this.directory)) {
			for (Duplicate next = duplicates.next(); next != null; next = duplicates.next()) {
				found.add(next);
			}
		}
		return found;
	}

	@Test
	void refusesAKeyThatIsLongerThanMemory() throws IOException {
		Path input = write("x".repeat(5_000) + "\n");

		assertThatIOException()
			.isThrownBy(() -> run(new FileDeduplication(input, ',', false, List.of()), new SortSearch(1 << 12, 3)))
			.withMessageContaining("line 1");
	}

	@Test
	void countsMustAgree() {
		assertThatIllegalStateException().isThrownBy(() -> new DeduplicationReport(3, 1, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new KeyRange(3, 3));
	}

	private DeduplicationReport run(FileDeduplication deduplication, DuplicateSearch search) throws IOException {
		return deduplication.run(search, this.directory.resolve("kept.csv"), this.directory.resolve("merged.csv"));
	}

	private Path write(String text) throws IOException {
		return Files.writeString(this.directory.resolve("input.csv"), text);
	}

	private String kept() throws IOException {
		return Files.readString(this.directory.resolve("kept.csv"));
	}

	private String merged() throws IOException {
		return Files.readString(this.directory.resolve("merged.csv"));
	}

	/**
	 * Digests on lines from 1, or some of them.
	 */
	private record Digests(List<byte[]> keys, List<Long> lines, int[] at) implements KeyedRecords {

		static Digests of(List<byte[]> keys, Predicate<byte[]> wanted) {
			List<Long> lines = LongStream.range(0, keys.size())
				.filter((place) -> wanted.test(keys.get((int) place)))
				.map((place) -> place + 1)
				.boxed()
				.toList();
			return new Digests(keys, lines, new int[] { -1 });
		}

		@Override
		public boolean next() {
			return ++this.at[0] < this.lines.size();
		}

		@Override
		public long line() {
			return this.lines.get(this.at[0]);
		}

		@Override
		public byte[] keyBytes() {
			return this.keys.get((int) line() - 1);
		}

		@Override
		public int keyStart() {
			return 0;
		}

		@Override
		public int keyEnd() {
			return keyBytes().length;
		}

		@Override
		public void close() {
			this.at[0] = this.lines.size();
		}

	}

}
