package io.kehu.migration.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Titles, names of columns and the ways of quoting, as exports have them.
 */
class TopOfFileTests {

	@ParameterizedTest
	@ValueSource(strings = { "Export of customers 2024;;\n\n", "Export of customers 2024;;\n", ";;\nExport;;\n;;\n",
			"Export of customers 2024\n\n", "Customers;;\r\nas of yesterday;;\r\n\r\n" })
	void findsTheHeaderBelowTitles(String titles) throws IOException {
		Reading reading = Reading
			.of(titles + "name;email;city\nAnna;anna@x.org;Lund\nBob;bob@x.org;Ulm\nCid;cid@x.org;Kiel\n");

		assertThat(reading.columns()).containsExactly("name", "email", "city");
		assertThat(reading.rows()).hasSize(3);
		assertThat(reading.report().problems()).containsKey(LineProblemKind.PREAMBLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Export of customers 2024;\n\n", "Customers 2024;\n", "List of all customers;\n;\n",
			"As of: today;\n\n" })
	void findsTheHeaderBelowTitlesOfTwoColumns(String titles) throws IOException {
		Reading reading = Reading.of(titles + "name;email\nAnna;anna@x.org\nBob;bob@x.org\nCid;cid@x.org\n");

		assertThat(reading.columns()).containsExactly("name", "email");
		assertThat(reading.rows()).hasSize(3);
	}

	@Test
	void takesNoRowOfTwoColumnsForATitle() throws IOException {
		assertThat(Reading.of("name;\nAnna;x\nBob;y\n").columns()).contains("name");
	}

	@Test
	void leavesOutLinesOfAWorkbook() throws IOException {
		String sheet = """
				<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>
				<row r="2"/>
				<row r="3"><c r="A3" t="inlineStr"><is><t>id</t></is></c><c r="B3" t="inlineStr"><is><t>name</t></is></c></row>
				<row r="4"><c r="A4"><v>1</v></c><c r="B4" t="inlineStr"><is><t>Ann</t></is></c></row>""";
		byte[] workbook = WorkbookRowsTests.workbook(sheet);

		Reading reading = Reading.of(intake(Corrections.none().withSkippedLines(2)),
				new ByteArrayInputStream(workbook));

		assertThat(reading.columns()).containsExactly("id", "name");
		assertThat(reading.values()).containsExactly(List.of("1", "Ann"));
		assertThat(reading.problemLines(LineProblemKind.PREAMBLE)).containsExactly(1L);
		assertThatExceptionOfType(IntakeException.class).isThrownBy(
				() -> Reading.of(intake(Corrections.none().withSkippedLines(9)), new ByteArrayInputStream(workbook)))
			.withMessageContaining("9 lines");
	}

	@Test
	void takesAQuoteThatEscapesItselfForADoubledOne() throws IOException {
		Corrections corrections = new Corrections(null, ',', '"', '"', null, null, null, null, false);

		Reading reading = Reading.of(intake(corrections), stream("id,note,city\n1,\"\",Ulm\n2,\"\"\"x\",\"a,b\"\n"));

		assertThat(reading.values()).containsExactly(Arrays.asList("1", null, "Ulm"), List.of("2", "\"x", "a,b"));
	}

	@Test
	void takesNoRowForATitle() throws IOException {
		Reading reading = Reading.of("Anna;;\nBob;;12\nCid;x;13\n");

		assertThat(reading.rows()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Report, of\n\"today\n", "\n\n", "a,b,c\nd,e,f\n" })
	void leavesOutAsManyLinesAsASteward(String titles) throws IOException {
		Reading reading = Reading.of(intake(Corrections.none().withSkippedLines(2)),
				stream(titles + "id,name\n1,Ann\n2,Bob\n"));

		assertThat(reading.columns()).containsExactly("id", "name");
		assertThat(reading.rows()).extracting(Row::line).containsExactly(4L, 5L);
		assertThat(reading.report().linesAbove()).isEqualTo(3);
	}

	@Test
	void refusesToLeaveOutAllLines() {
		assertThatExceptionOfType(IntakeException.class)
			.isThrownBy(() -> Reading.of(intake(Corrections.none().withSkippedLines(9)), stream("id,name\n1,Ann\n")))
			.withMessageContaining("9");
	}

	@Test
	void namesColumnsWithoutCharactersThatDoNotShow() throws IOException {
		Reading reading = Reading
			.of("\u200bname,\u00a0email,first\u00a0 name,\u202dcity\u202c,\uFEFFzip,na\u0000me\nAnna,a@x.org,A,Lund,1,x\n");

		assertThat(reading.columns()).containsExactly("name", "email", "first name", "city", "zip", "name (2)");
		assertThat(reading.description().originalNames()).containsEntry("name", "\u200bname")
			.containsEntry("email", "\u00a0email")
			.doesNotContainKey("amount");
	}

	@Test
	void readsQuotesThatFollowABlank() throws IOException {
		Reading reading = Reading
			.of("id, name, city\n1, \"Müller, Anna\", Berlin\n2, \"Lee, Bob\" , Ulm\n3, Cid, Kiel\n");

		assertThat(reading.values()).containsExactly(List.of("1", "Müller, Anna", "Berlin"),
				List.of("2", "Lee, Bob", "Ulm"), List.of("3", "Cid", "Kiel"));
		assertThat(reading.columns()).containsExactly("id", "name", "city");
		assertThat(reading.description().dialect()).isEqualTo(new Dialect(',', '"', Dialect.NONE, true));
	}

	@Test
	void readsEscapedQuotes() throws IOException {
		Reading reading = Reading.of("""
				id,name,note
				1,Ann,"says \\"hi\\", leaves"
				2,Bob,"C:\\\\temp\\\\"
				3,"Cid \\"the\\" Great",5\\" pipe
				4,Dan,"two
				lines \\" here"
				""");

		assertThat(reading.values()).containsExactly(List.of("1", "Ann", "says \"hi\", leaves"),
				List.of("2", "Bob", "C:\\temp\\"), List.of("3", "Cid \"the\" Great", "5\" pipe"),
				List.of("4", "Dan", "two\nlines \" here"));
	}

	@Test
	void keepsBackslashesOfFilesThatDoubleTheirQuotes() throws IOException {
		Reading reading = Reading.of("id,path\n1,\"C:\\\"\n2,\"D:\\a\"\n3,\"say \"\"x\"\"\"\n");

		assertThat(reading.values()).containsExactly(List.of("1", "C:\\"), List.of("2", "D:\\a"),
				List.of("3", "say \"x\""));
	}

	@Test
	void readsEscapesBeyondTheBuffer() throws IOException {
		StringBuilder text = new StringBuilder("id,note\n");
		for (int i = 0; i < 20_000; i++) {
			text.append(i).append(",\"").append("x".repeat(i % 13)).append("\\\"").append(i).append("\\\\\"\n");
		}

		Reading reading = Reading.of(text.toString());

		assertThat(reading.rows()).hasSize(20_000)
			.allSatisfy((row) -> assertThat(row.value(1)).endsWith("\"" + row.value(0) + "\\"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 2_100, 20_000, 60_000 })
	void refusesTooManyColumns(int columns) {
		StringBuilder header = new StringBuilder();
		for (int i = 0; i < columns; i++) {
			header.append((i > 0) ? "," : "").append("col").append(i);
		}

		assertThatExceptionOfType(IntakeException.class)
			.isThrownBy(() -> Reading.of(header + "\n" + "1,".repeat(columns - 1) + "1\n"))
			.withMessageContaining("column")
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.TOO_MANY_COLUMNS));
	}

	@Test
	void reportsZerosLateInTheFile() throws IOException {
		StringBuilder text = new StringBuilder("id,name\n");
		for (int i = 1; i <= 40_000; i++) {
			text.append(i).append((i == 39_000) ? ",An\u0000n\u0000\n" : ",Ann\n");
		}

		Reading reading = Reading.of(text.toString());

		assertThat(reading.problemLines(LineProblemKind.NUL_CHARACTER)).containsExactly(39_001L);
		assertThat(reading.rows()).hasSize(40_000).allSatisfy((row) -> assertThat(row.value(1)).isEqualTo("Ann"));
	}

	@Test
	void showsRejectedLinesWithoutWhatADatabaseRefuses() throws IOException {
		Reading reading = Reading.of("id,name\n1,A\u0000nn\n2,x\u0000,y\n3," + "x".repeat(157) + "\uD83D\uDE00,z\n");

		assertThat(reading.rows()).hasSize(1);
		assertThat(reading.report().first()).allSatisfy((problem) -> {
			assertThat(problem.excerpt()).doesNotContain("\u0000");
			assertThat(problem.excerpt().chars().filter((symbol) -> Character.isSurrogate((char) symbol)).count() % 2)
				.isZero();
		});
	}

	private static Intake intake(Corrections corrections) {
		return new Intake(IntakeLimits.defaults(), corrections, (problem) -> {
		});
	}

	private static ByteArrayInputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}
