package io.kehu.migration.profile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PartitionedProfileTests {

	private static final int ROWS = 60_000;

	private static final int ROWS_FEW = 4_100;

	@Test
	void aFileWhoseValuesFitIsTheSameHoweverItIsCut() throws IOException {
		byte[] csv = DirtyCustomers.csv().getBytes(StandardCharsets.UTF_8);
		List<Row> rows = new ArrayList<>();
		List<String> columns;
		try (RowSource source = Intake.standard().open(new ByteArrayInputStream(csv))) {
			columns = source.columns();
			for (Row row = source.next(); row != null; row = source.next()) {
				rows.add(row);
			}
		}
		String whole = json(profile(columns, rows, 1, (row) -> 0));

		for (int parts : new int[] { 2, 3, 8, 50 }) {
			assertThat(json(profile(columns, rows, parts, (row) -> row % parts))).isEqualTo(whole);
			assertThat(json(profile(columns, rows, parts, (row) -> Math.min(row / 20, parts - 1)))).isEqualTo(whole);
			assertThat(json(profile(columns, rows, parts, (row) -> Math.floorMod(-row / (ROWS_FEW / parts), parts))))
				.isEqualTo(whole);
		}
	}

	@Test
	void aLargeFileIsCountedTheSameAndEstimatedNearlyTheSame() {
		List<String> columns = List.of("id", "amount", "born", "city", "mail");
		List<Row> rows = rows();
		TableProfile whole = profile(columns, rows, 1, (row) -> 0);
		double[] amounts = rows.stream()
			.mapToDouble((row) -> Double.parseDouble(Objects.requireNonNull(row.value(1))))
			.sorted()
			.toArray();

		for (int parts : new int[] { 3, 7 }) {
			TableProfile cut = profile(columns, rows, parts, (row) -> (int) ((long) row * row / ROWS % parts));
			assertThat(cut.rows()).isEqualTo(ROWS);
			assertThat(cut.repeated()).isEqualTo(whole.repeated());
			assertThat(cut.sample()).isEqualTo(new SampleSize(30_000, false)).isEqualTo(whole.sample());
			assertThat(cut.likelyDuplicates()).isEqualTo(whole.likelyDuplicates());
			assertThat(cut.candidateKeys()).isEqualTo(whole.candidateKeys());
			assertThat(cut.dependencies()).isEqualTo(whole.dependencies());
			for (String name : columns) {
				assertCounted(cut.column(name), whole.column(name));
			}
			assertThat(cut.column("city")).isEqualTo(whole.column("city"));
			NumberSummary amount = Objects.requireNonNull(cut.column("amount").numbers());
			assertThat(amount.exact()).isFalse();
			assertThat(rank(amounts, amount.quantiles().median())).isCloseTo(0.5, within(0.003));
			assertThat(rank(amounts, amount.quantiles().lower())).isCloseTo(0.25, within(0.003));
		}
	}

	private static void assertCounted(ColumnProfile cut, ColumnProfile whole) {
		assertThat(cut.type()).isEqualTo(whole.type());
		assertThat(cut.typeShare()).isEqualTo(whole.typeShare());
		assertThat(cut.values()).isEqualTo(whole.values());
		assertThat(cut.missing()).isEqualTo(whole.missing());
		assertThat(cut.distinct()).isEqualTo(whole.distinct());
		assertThat(cut.lengths()).isEqualTo(whole.lengths());
		assertThat(cut.issues()).filteredOn((issue) -> issue.kind() != IssueKind.OUTLIER)
			.isEqualTo(whole.issues().stream().filter((issue) -> issue.kind() != IssueKind.OUTLIER).toList());
		if (whole.numbers() != null && cut.numbers() != null) {
			assertThat(cut.numbers().zeros()).isEqualTo(whole.numbers().zeros());
			assertThat(cut.numbers().negatives()).isEqualTo(whole.numbers().negatives());
			assertThat(cut.numbers().mean()).isCloseTo(whole.numbers().mean(), within(1e-9));
			assertThat(cut.numbers().deviation()).isCloseTo(whole.numbers().deviation(), within(1e-9));
			assertThat(cut.numbers().quantiles().minimum()).isEqualTo(whole.numbers().quantiles().minimum());
			assertThat(cut.numbers().quantiles().maximum()).isEqualTo(whole.numbers().quantiles().maximum());
		}
	}

	private static double rank(double[] sorted, double value) {
		int place = Arrays.binarySearch(sorted, value);
		return (double) ((place >= 0) ? place : -place - 1) / sorted.length;
	}

	/** Many different numbers, some repeated rows, and values that are broken. */
	private static List<Row> rows() {
		SplittableRandom random = new SplittableRandom(8);
		List<Row> rows = new ArrayList<>();
		for (int row = 0; row < ROWS; row++) {
			Row before = rows.isEmpty() ? null : rows.get(random.nextInt(rows.size()));
			if (before != null && row % 100 == 0) {
				rows.add(new Row(row + 2L, before.values().toArray(String[]::new)));
				continue;
			}
			int city = random.nextInt(300);
			String mail = (row % 40 == 0) ? "nobody@" : "m%d@example.org".formatted(random.nextInt(20_000));
			rows.add(new Row(row + 2L, Integer.toString(row), Double.toString(random.nextInt(-400, 90_000) / 4.0),
					(row % 90 == 0) ? "1859-83-01" : "19%02d-0%d-1%d".formatted(row % 97, 1 + row % 9, row % 7),
					(city == 1) ? "n/a" : (city == 2) ? null : "City " + city, mail));
		}
		return rows;
	}

	/** Profiles each part by itself and merges their states, the last one first. */
	private static TableProfile profile(List<String> columns, List<Row> rows, int parts, IntUnaryOperator partOf) {
		TableProfiler merged = new TableProfiler(columns);
		try {
			for (int part = parts - 1; part >= 0; part--) {
				TableProfiler profiler = new TableProfiler(columns);
				for (int row = 0; row < rows.size(); row++) {
					if (partOf.applyAsInt(row) == part) {
						profiler.accept(rows.get(row));
					}
				}
				ByteArrayOutputStream state = new ByteArrayOutputStream();
				profiler.write(new DataOutputStream(state));
				merged.merge(new DataInputStream(new ByteArrayInputStream(state.toByteArray())));
			}
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return merged.result();
	}

	private static String json(TableProfile profile) {
		return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(profile);
	}

}
