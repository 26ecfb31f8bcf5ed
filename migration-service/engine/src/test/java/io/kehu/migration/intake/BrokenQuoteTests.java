package io.kehu.migration.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stray quote costs the line on which it stands, and no other.
 */
class BrokenQuoteTests {

	@ParameterizedTest
	@CsvSource({ "40000,200", "40000,1", "40000,2", "40000,40000", "200000,199901", "3,2" })
	void losesOneLineToAQuoteOpenedInTheLastColumn(int rows, int broken) throws IOException {
		Reading reading = Reading.of(customers(rows, broken, "%d,Anna,\"Lund"));

		assertThat(reading.problemLines(LineProblemKind.BROKEN_QUOTE)).containsExactly(broken + 1L);
		assertThat(reading.rows()).hasSize(rows - 1);
		assertThat(reading.report().rejected()).isEqualTo(1);
		assertThat(reading.columns()).containsExactly("id", "name", "city");
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 200, 20_000 })
	void losesOneLineToAQuoteInTheOnlyColumn(int broken) throws IOException {
		StringBuilder text = new StringBuilder("name\n");
		for (int i = 1; i <= 20_000; i++) {
			text.append((i == broken) ? "\"" : "").append("Anna").append(i).append('\n');
		}

		Reading reading = Reading.of(text.toString());

		assertThat(reading.problemLines(LineProblemKind.BROKEN_QUOTE)).containsExactly(broken + 1L);
		assertThat(reading.rows()).hasSize(19_999);
	}

	/** FastCSV issue 173. */
	@Test
	void losesOneLineOfTwo() throws IOException {
		Reading reading = Reading.of("col1,col2\n\"val1,val2\nval3,val4\n");

		assertThat(reading.problemLines(LineProblemKind.BROKEN_QUOTE)).containsExactly(2L);
		assertThat(reading.values()).containsExactly(List.of("val3", "val4"));
	}

	/** SimpleFlatMapper issue 692. */
	@Test
	void readsOnAfterAQuoteWithinAField() throws IOException {
		Reading reading = Reading
			.of("-63.00,\"EUR\",\"NC\",\"\"\n-70.00,\"EUR\",\"NC\",\"Issue Receipt \"Witho\"\n-45.00,\"EUR\",\"NC\",\"\"\n");

		assertThat(reading.problemLines(LineProblemKind.BROKEN_QUOTE)).containsExactly(2L);
		assertThat(reading.values()).extracting((row) -> row.get(0)).containsExactly("-63.00", "-45.00");
	}

	/** CsvHelper issue 308. */
	@Test
	void readsOnAfterALineThatBeginsWithTwoQuotes() throws IOException {
		Reading reading = Reading
			.of("CBH,AAAAA,12277,CARRS,000.TXT\nCBH,BBBBB,12335,\"CARRS\n\"\",000.TXT\nCBH,CCCCC,18543,CARRS,000.TXT\n");

		assertThat(reading.rows()).extracting(Row::line).containsExactly(1L, 4L);
		assertThat(reading.report().rejected()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 201, 210, 900 })
	void seesRecordsBetweenTwoStrayQuotes(int second) throws IOException {
		String text = customers(1_000, 200, "%d,Anna,\"Lund").replace(second + ",Ann,Bonn\n", second + ",Ann,Bonn\"\n");

		Reading reading = Reading.of(text);

		assertThat(reading.problemLines(LineProblemKind.BROKEN_QUOTE)).containsExactly(201L);
		assertThat(reading.rows()).hasSize(999);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Ulm", "K-17,Bob,Ulm", ",Bob,Ulm" })
	void seesRecordsBetweenTwoStrayQuotesAroundAnotherLine(String line) throws IOException {
		String text = customers(100, 20, "%d,Anna,\"Lund").replace("50,Ann,Bonn\n", "50,Ann,Bonn\"\n")
			.replace("\n30,Ann,Bonn\n", "\n" + line + "\n");

		Reading reading = Reading.of(text);

		assertThat(reading.problemLines(LineProblemKind.BROKEN_QUOTE)).containsExactly(21L);
		assertThat(reading.rows()).hasSizeBetween(98, 99);
	}

	@Test
	void warnsOfLinesThatMayBeRows() throws IOException {
		Reading texts = Reading.of("name,city\nIda,Kiel\nAnna,\"Lund\nBob,Malmö\nEve,Oslo\"\nCid,Ulm\n");
		Reading few = Reading.of("id,name\n1,Ann\n2,\"Bob\n3,Cid\nand\nothers\"\n4,Dan\n");

		assertThat(texts.problemLines(LineProblemKind.FIELD_OF_MANY_LINES)).containsExactly(3L);
		assertThat(few.problemLines(LineProblemKind.FIELD_OF_MANY_LINES)).containsExactly(3L);
	}

	@Test
	void seesRecordsBetweenStrayQuotesOfTheFirstAndTheLastField() throws IOException {
		Reading reading = Reading.of("id,name,amount\n1,Ann,5\n2,\"Bob,6\n3,Cid\",7\n4,Dan,8\n");

		assertThat(reading.problemLines(LineProblemKind.BROKEN_QUOTE)).containsExactly(3L);
		assertThat(reading.values()).extracting((row) -> row.get(0)).containsExactly("1", "3", "4");
	}

	@Test
	void leavesTextsOfSeveralLinesAlone() throws IOException {
		Reading reading = Reading.of("""
				id,name,note
				1,Ann,"Dear Ann,
				your order, as said,
				is ready"
				2,Bob,"Ulm, Bonn, Kiel
				a,b,c"
				3,"Cid
				the second",x
				4,Dan,plain
				""");

		assertThat(reading.rows()).extracting(Row::line).containsExactly(2L, 5L, 7L, 9L);
		assertThat(reading.report().problems()).isEmpty();
		assertThat(reading.report().linesInsideFields()).isEqualTo(4);
	}

	@Test
	void warnsOfAFieldOfManyLines() throws IOException {
		String letter = "a line of words\n".repeat(60);

		Reading reading = Reading.of("id,note\n1,\"" + letter + "\"\n2,short\n");

		assertThat(reading.rows()).hasSize(2);
		assertThat(reading.problemLines(LineProblemKind.FIELD_OF_MANY_LINES)).containsExactly(2L);
	}

	@Test
	void warnsOfFarFewerRowsThanLines() throws IOException {
		StringBuilder text = new StringBuilder("note\n");
		for (int i = 0; i < 20; i++) {
			text.append('"').append("some words\n".repeat(20)).append("\"\n");
		}

		Reading reading = Reading.of(text.toString());

		assertThat(reading.rows()).hasSize(20);
		assertThat(reading.report().problems()).containsKey(LineProblemKind.FEW_ROWS);
	}

	@Test
	void readsAFileThatQuotesNothing() throws IOException {
		StringBuilder text = new StringBuilder("id\tname\n");
		for (int i = 0; i < 30; i++) {
			text.append(i).append("\t\"Big\" Joe ").append(i).append('\n');
		}

		Reading reading = Reading.of(text.toString());

		assertThat(reading.rows()).hasSize(30);
		assertThat(reading.rows().get(3).value(1)).isEqualTo("\"Big\" Joe 3");
	}

	private static String customers(int rows, int broken, String line) {
		List<String> lines = new ArrayList<>(List.of("id,name,city"));
		for (int i = 1; i <= rows; i++) {
			lines.add((i == broken) ? line.formatted(i) : i + ",Ann,Bonn");
		}
		return String.join("\n", lines) + "\n";
	}

}
