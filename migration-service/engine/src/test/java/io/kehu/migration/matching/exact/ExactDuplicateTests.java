package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
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
		List<String[]> rows = rows("1,anna", "2,bob", "1,anna", "2,bob", "1,bob", "1,anna");

		assertThat(found(search, keys(rows))).containsExactly(new Duplicate(3, 1), new Duplicate(4, 2),
				new Duplicate(6, 1));
		try (Duplicates duplicates = search.search(keys(rows), this.directory)) {
			assertThat(duplicates.records()).isEqualTo(6);
			assertThat(duplicates.count()).isEqualTo(3);
		}
	}

	@ParameterizedTest
	@MethodSource("searches")
	void comparesChosenColumnsAlone(DuplicateSearch search) throws IOException {
		List<String[]> rows = rows("1,anna", "2,anna", "3,bob", "4,anna", "5,", "6,");

		assertThat(found(search, keys(rows, "name"))).containsExactly(new Duplicate(2, 1), new Duplicate(4, 1));
	}

	@ParameterizedTest
	@MethodSource("searches")
	void repeatsNobodyWithoutAKey(DuplicateSearch search) throws IOException {
		List<String[]> rows = rows("Anna,", "Bob,", "Eve, ", "Ida,i@x.org", "Ida,i@x.org", "Cid,n/a", "Dan,N/A");

		assertThat(found(search, keys(rows, "name"))).containsExactly(new Duplicate(5, 4));
	}

	@ParameterizedTest
	@MethodSource("searches")
	void keepsValuesOfDifferentColumnsApart(DuplicateSearch search) throws IOException {
		List<String[]> rows = List.of(new String[] { "a,b", "" }, new String[] { "a", "b" }, new String[] { "ab", "c" },
				new String[] { "a", "bc" }, new String[] { "", "a,b" }, new String[] { "a,b", " " },
				new String[] { "a\nb", "" }, new String[] { "a\nb", "" });

		assertThat(found(search, keys(rows))).containsExactly(new Duplicate(6, 1), new Duplicate(8, 7));
	}

	@ParameterizedTest
	@MethodSource("searches")
	void findsWhatATableOfAllKeysInMemoryFinds(DuplicateSearch search) throws IOException {
		SplittableRandom random = new SplittableRandom(3);
		List<String[]> rows = new ArrayList<>();
		List<Duplicate> expected = new ArrayList<>();
		Map<String, Integer> firsts = new HashMap<>();
		for (int line = 1; line <= 60_000; line++) {
			String id = Integer.toString(random.nextInt(30_000));
			String name = "common beginning " + "x".repeat(random.nextInt(3));
			rows.add(new String[] { id, name });
			Integer first = firsts.putIfAbsent(id + "," + name, line);
			if (first != null) {
				expected.add(new Duplicate(line, first));
			}
		}

		assertThat(found(search, keys(rows))).isEqualTo(expected).hasSize(rows.size() - firsts.size());
	}

	@ParameterizedTest
	@MethodSource("searches")
	void leavesNoSpillFilesAndTakesNoRows(DuplicateSearch search) throws IOException {
		assertThat(found(search, keys(List.of()))).isEmpty();
		assertThat(found(search, keys(rows("1,anna", "1,anna")))).hasSize(1);
		try (Stream<Path> files = Files.list(this.directory)) {
			assertThat(files).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("searches")
	void oneValueForEverythingIsOneRecord(DuplicateSearch search) throws IOException {
		List<String[]> rows = Collections.nCopies(200_000, new String[] { "same", "same" });

		assertThat(found(search, keys(rows))).hasSize(199_999).allMatch((duplicate) -> duplicate.first() == 1);
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

	@Test
	void refusesAKeyThatIsLongerThanMemory() {
		Digests tooLong = Digests.of(List.of(new byte[5_000]), (key) -> true);

		assertThatIOException().isThrownBy(() -> new SortSearch(1 << 12, 3).search(tooLong, this.directory))
			.withMessageContaining("line 1");
	}

	@Test
	void refusesARangeThatDoesNotExist() {
		assertThatIllegalArgumentException().isThrownBy(() -> new KeyRange(3, 3));
	}

	private List<Duplicate> found(DuplicateSearch search, KeyedRows records) throws IOException {
		List<Duplicate> found = new ArrayList<>();
		try (records; Duplicates duplicates = search.search(records, this.directory)) {
			for (Duplicate next = duplicates.next(); next != null; next = duplicates.next()) {
				found.add(next);
			}
		}
		return found;
	}

	private static KeyedRows keys(List<String[]> rows, String... columns) {
		return new RowKeys(new ListedRows(List.of("id", "name"), rows), List.of(columns), new KeyRange(0, 1),
				(more) -> {
				});
	}

	private static List<String[]> rows(String... lines) {
		return Stream.of(lines).map((line) -> line.split(",", -1)).toList();
	}

	/**
	 * Digests on lines from 1, or some of them.
	 */
	private record Digests(List<byte[]> keys, List<Long> lines, int[] at) implements KeyedRows {

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
