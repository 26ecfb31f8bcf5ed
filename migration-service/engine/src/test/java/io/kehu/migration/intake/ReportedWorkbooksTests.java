package io.kehu.migration.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Workbooks like those that users of other tools report to be read wrongly.
 */
class ReportedWorkbooksTests {

	private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";

	private static List<String> second(String cells) throws IOException {
		return Reading.of(WorkbookRowsTests.workbook(HEADER + "<row r=\"2\">" + cells + "</row>")).values().get(0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"<c r=\"A2\" t=\"inlineStr\"><is><r><t>An</t></r><r><t xml:space=\"preserve\">na </t></r></is></c>|'Anna '",

			"<c r=\"A2\" t=\"str\"><f>1&amp;2</f><v>12</v></c>|12", "<c r=\"A2\" t=\"b\"><v>0</v></c>|false",
			"<c r=\"A2\"><v>1.0</v></c>|1", "<c r=\"A2\"><v>1E2</v></c>|100",
			"<c r=\"A2\"><v>12345678901234567</v></c>|12345678901234567",
			"<c r=\"A2\"><v>12345678901234567.0</v></c>|12345678901234567",
			"<c r=\"A2\"><v>0.28999999999999998</v></c>|0.29", "<c r=\"A2\"><v>19.899999999999999</v></c>|19.9",
			"<c r=\"A2\"><v>4.4000000000000004</v></c>|4.4", "<c r=\"A2\"><v>-0.28999999999999998</v></c>|-0.29",
			"<c r=\"A2\"><v>1.0999999999999999E-2</v></c>|0.011",
			"<c r=\"A2\"><v>1234567.8899999999</v></c>|1234567.89",
			"<c r=\"A2\"><f>x</f><v>19.899999999999999</v></c>|19.9",

			"<c r=\"A2\" t=\"inlineStr\"><is><t>007</t></is></c>|007" })
	void readsCells(String cell, String expected) throws IOException {
		assertThat(second(cell).get(0)).isEqualTo(expected);
	}

	@Test
	void readsWhatIsWrittenAsACode() throws IOException {
		assertThat(second("<c r=\"A2\" t=\"inlineStr\"><is><t>a_x000D_b_x005F_x0041_</t></is></c>"))
			.containsExactly("a\rb_x0041_");
	}

	@Test
	void readsResultsOfFormulasAsTheyAre() throws IOException {
		assertThat(second("<c r=\"A2\" t=\"str\"><f>x</f><v>007</v></c><c r=\"B2\" t=\"str\"><f>y</f><v>1E5</v></c>"))
			.containsExactly("007", "1E5");
	}

	@Test
	void readsCellsWithoutReferencesAndWithoutTexts() throws IOException {
		assertThat(second("<c><v>1</v></c><c t=\"inlineStr\"><is><t>Ann</t></is></c>")).containsExactly("1", "Ann");
		assertThat(second("<c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"s\"/>").get(0)).isEqualTo("1");
		assertThat(second("<c r=\"B2\"><v>2</v></c>")).containsExactly(null, "2");
	}

	@Test
	void readsRichTextsAndReadingsOfSharedTexts() throws IOException {
		Map<String, byte[]> parts = WorkbookRowsTests
			.parts(HEADER + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>3</v></c></row>");
		WorkbookRowsTests.put(parts, "xl/sharedStrings.xml", "<si><t>Zoë</t></si>",
				"<si><r><rPr><b/></rPr><t>An</t></r><r><t>na</t></r></si>"
						+ "<si><t>鈴木</t><rPh sb=\"0\" eb=\"2\"><t>スズキ</t></rPh><phoneticPr fontId=\"1\"/></si>");

		assertThat(Reading.of(WorkbookRowsTests.zip(parts)).values().get(0)).containsExactly("Anna", "鈴木");
	}

	@Test
	void reportsTheHeaderOnceMore() throws IOException {
		Reading reading = Reading.of(WorkbookRowsTests.workbook(HEADER + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
				+ HEADER.replace("1\"", "3\"") + "<row r=\"4\"><c r=\"A4\"><v>2</v></c></row>"));

		assertThat(reading.values()).containsExactly(List.of("1"), List.of("2"));
		assertThat(reading.problemLines(LineProblemKind.REPEATED_HEADER)).containsExactly(3L);
	}

	@Test
	void readsElementsWithAPrefix() throws IOException {
		Map<String, byte[]> parts = WorkbookRowsTests
			.parts(HEADER + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"s\"><v>2</v></c></row>");
		String sheet = new String(parts.getOrDefault("xl/worksheets/sheet1.xml", new byte[0]), StandardCharsets.UTF_8)
			.replaceAll("<(/?)(\\w)", "<$1x:$2")
			.replace("xmlns=", "xmlns:x=");
		parts.put("xl/worksheets/sheet1.xml", sheet.getBytes(StandardCharsets.UTF_8));

		assertThat(Reading.of(WorkbookRowsTests.zip(parts)).values()).containsExactly(List.of("1", "Zoë"));
	}

}
