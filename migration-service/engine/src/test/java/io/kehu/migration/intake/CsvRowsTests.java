package io.kehu.migration.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvRowsTests {

	@Test
	void readsRowsWithTheirLines() throws IOException {
		Reading reading = Reading.of("id,name\n1,Ann\n2,\"Bob,\nthe second\"\n\n3,\n");

		assertThat(reading.columns()).containsExactly("id", "name");
		assertThat(reading.values()).containsExactly(List.of("1", "Ann"), List.of("2", "Bob,\nthe second"),
				Arrays.asList("3", null));
		assertThat(reading.rows()).extracting(Row::line).containsExactly(2L, 3L, 6L);
		assertThat(reading.report().blankLines()).isEqualTo(1);
		assertThat(reading.report().rejected()).isZero();
	}

	@Test
	void reportsRaggedLinesWithTheirNumbers() throws IOException {
		Reading reading = Reading.of("id,name,city\n1,Ann,Bonn\n2,Bob\n3,Cid,Ulm,extra\n4,Dan,Kiel,,\n5,Eve,Jena\n");

		assertThat(reading.values()).extracting((row) -> row.get(0)).containsExactly("1", "4", "5");
		assertThat(reading.report().first()).containsExactly(
				new LineProblem(3, LineProblemKind.TOO_FEW_FIELDS, "2 fields instead of 3", "2,Bob"),
				new LineProblem(4, LineProblemKind.TOO_MANY_FIELDS, "4 fields instead of 3", "3,Cid,Ulm,extra"));
		assertThat(reading.report().rejected()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r" })
	void goesOnAfterAQuoteThatIsNeverClosed(String lineEnd) throws IOException {
		List<String> lines = new ArrayList<>(List.of("id,name,city"));
		for (int i = 1; i <= 30_000; i++) {
			lines.add((i == 7 || i == 20_000) ? i + ",\"Bo,Ulm" : i + ",Ann,Bonn");
		}

		Reading reading = Reading.of(String.join(lineEnd, lines));

		assertThat(reading.problemLines(LineProblemKind.BROKEN_QUOTE)).containsExactly(8L, 20_001L);
		assertThat(reading.rows()).hasSize(29_998)
			.allSatisfy((row) -> assertThat(row.value(0)).isEqualTo(Long.toString(row.line() - 1)));
	}

	@Test
	void reportsTextAfterAClosingQuote() throws IOException {
		Reading reading = Reading.of("id,name\n1,\"Ann\"\n2,\"Bob\" the builder\n3,\"Cid\"\n");

		assertThat(reading.values()).containsExactly(List.of("1", "Ann"), List.of("3", "Cid"));
		assertThat(reading.report().first()).singleElement()
			.satisfies((problem) -> assertThat(problem.line()).isEqualTo(3))
			.satisfies((problem) -> assertThat(problem.excerpt()).isEqualTo("2,\"Bob\" the builder"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "x,", "\"x", "\"\"" })
	void boundsALineOfAHundredMegabytes(String pattern) throws IOException {
		InputStream start = text("id,name\n1,Ann\n");
		InputStream line = new Repeated(pattern, 100 << 20);
		InputStream end = text("\n3,Cid\n");

		Reading reading = Reading.of(Intake.standard(),
				new SequenceInputStream(new SequenceInputStream(start, line), end));

		assertThat(reading.problemLines(LineProblemKind.LINE_TOO_LONG)).containsExactly(3L);
		assertThat(reading.report().first()).as("shows nothing of another line")
			.noneSatisfy((problem) -> assertThat(problem.excerpt()).contains("1"));
		assertThat(reading.values()).containsExactly(List.of("1", "Ann"), List.of("3", "Cid"));
		assertThat(reading.rows().get(1).line()).isEqualTo(4);
	}

	@Test
	void accountsForEveryLineOfADirtyFile() throws IOException {
		SplittableRandom random = new SplittableRandom(11);
		StringBuilder text = new StringBuilder("id;name;amount\n");
		int lines = 5_000;
		for (int i = 0; i < lines; i++) {
			text.append(switch (random.nextInt(20)) {
				case 0 -> "";
				case 1 -> i + ";short";
				case 2 -> i + ";much;too;long";
				case 3 -> i + ";\"open;1,5";
				case 4 -> i + ";\"shut\" and on;1,5";
				default -> i + ";Name " + i + ";" + random.nextInt(100) + ",5";
			}).append('\n');
		}

		ReadingReport report = Reading.of(text.toString()).report();

		assertThat(report.rows() + report.rejected() + report.blankLines()).isEqualTo(lines);
		assertThat(report.problems().get(LineProblemKind.BROKEN_QUOTE)).isGreaterThan(400);
	}

	@Test
	void tellsTitlesAboveTheHeader() throws IOException {
		Reading reading = Reading
			.of("Customers of the shop\nprinted 2024-01-02\n\nid,name,city\n1,Ann,Bonn\n2,Bob,Ulm\n");

		assertThat(reading.columns()).containsExactly("id", "name", "city");
		assertThat(reading.rows()).hasSize(2);
		assertThat(reading.problemLines(LineProblemKind.PREAMBLE)).containsExactly(1L, 2L);
	}

	@Test
	void obeysTheSeparatorLineOfSpreadsheets() throws IOException {
		Reading reading = Reading.of("sep=|\nid|name\n1|a,b\n2|c,d\n");

		assertThat(reading.columns()).containsExactly("id", "name");
		assertThat(reading.values()).containsExactly(List.of("1", "a,b"), List.of("2", "c,d"));
	}

	@Test
	void obeysAStewardsCorrections() throws IOException {
		Intake intake = new Intake(IntakeLimits.defaults(),
				Corrections.none().withCharset(StandardCharsets.ISO_8859_1).withDialect(':', null).withHeader(false),
				(problem) -> {
				});

		Reading reading = Reading.of(intake, text("id:name\n1:Ann\n"));

		assertThat(reading.columns()).containsExactly("column_1", "column_2");
		assertThat(reading.rows()).hasSize(2);
		assertThat(reading.description().encoding().charset()).isEqualTo(StandardCharsets.ISO_8859_1);
	}

	@Test
	void refusesAnEmptyFile() {
		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(""))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.EMPTY));
	}

	@Test
	void refusesTooManyColumns() {
		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of("a,".repeat(3_000) + "z\n"))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.TOO_MANY_COLUMNS));
	}

	private static InputStream text(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
