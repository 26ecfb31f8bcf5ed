package io.kehu.migration.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reads cells whose dates are texts, and texts with readings.
 */
class PlainCellsTests {

	private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";

	private static Map<String, byte[]> parts(String cells) {
		return WorkbookRowsTests.parts(HEADER + "<row r=\"2\">" + cells + "</row>");
	}

	private static List<String> second(String cells) throws IOException {
		return Reading.of(WorkbookRowsTests.zip(parts(cells))).values().get(0);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "t=\"d\"|2024-01-02|2024-01-02", "t=\"d\"|2024-01-02T00:00:00|2024-01-02",
			"t=\"d\" s=\"1\"|2024-01-02T00:00:00|2024-01-02", "s=\"2\" t='d'|2024-01-02T00:00:00|2024-01-02T00:00",
			"s=\"1\" t = \"d\"|2024-01-02T10:30:15|2024-01-02T10:30:15",
			"t=\"d\"|2024-01-02T10:30:15.250|2024-01-02T10:30:15.250", "t=\"d\"|2024-01-02T10:30:00Z|2024-01-02T10:30Z",
			"t=\"d\"|2024-01-02T10:30:00+05:30|2024-01-02T10:30+05:30", "t=\"d\"|2024-01-02Z|2024-01-02Z",
			"t=\"d\"|10:30:00|10:30", "t=\"d\"|T10:30:00|10:30", "s=\"2\" t=\"d\"|1899-12-30T10:30:00|10:30",
			"s=\"2\" t=\"d\"|1899-12-31T10:30:00|10:30", "t=\"d\"|1850-02-28|1850-02-28",
			"t=\"d\"|1900-02-28T00:00:00|1900-02-28" })
	void readsDatesThatAreTexts(String attributes, String date, String expected) throws IOException {
		String cell = "<c r=\"A2\" %s><v>%s</v></c><c r=\"B2\"><v>5</v></c>".formatted(attributes, date);
		assertThat(second(cell)).containsExactly(expected, "5");
		assertThat(second(cell.replace("<v>2", "<f>TODAY()</f><v>2").replace("<v>1", "<f>TODAY()</f><v>1")))
			.containsExactly(expected, "5");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1|2024-01-02T00:00:00|2024-01-02", "1|1904-01-01T00:00:00|1904-01-01",
			"2|1904-01-01T10:30:00|10:30", "2|1904-01-02T10:30:00|1904-01-02T10:30" })
	void textsAreNotCountedFrom1904(int style, String date, String expected) throws IOException {
		Map<String, byte[]> parts = parts("<c r=\"A2\" s=\"%d\" t=\"d\"><v>%s</v></c>".formatted(style, date));
		WorkbookRowsTests.put(parts, "xl/workbook.xml", "<sheets>", "<workbookPr date1904=\"1\"/><sheets>");

		assertThat(Reading.of(WorkbookRowsTests.zip(parts)).values().get(0)).containsExactly(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024-02-30", "soon", "2024-01-02T25:00:00", "45293" })
	void reportsDatesThatAreNone(String date) throws IOException {
		Reading reading = Reading.of(WorkbookRowsTests.zip(parts("<c r=\"A2\" t=\"d\"><v>%s</v></c>".formatted(date))));

		assertThat(reading.values().get(0)).containsExactly(date);
		assertThat(reading.problemLines(LineProblemKind.UNREADABLE_DATE)).containsExactly(2L);
	}

	@Test
	void readsEmptyDatesAndReportsFormulasWithoutAResult() throws IOException {
		Reading reading = Reading.of(WorkbookRowsTests.zip(parts(
				"<c r=\"A2\" t=\"n\"><v>1</v></c><c r=\"B2\" t=\"d\"/></row><row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\" t=\"d\"><f>TODAY()</f></c>")));

		assertThat(reading.values()).containsExactly(List.of("1"), List.of("2"));
		assertThat(reading.problemLines(LineProblemKind.NO_STORED_VALUE)).containsExactly(3L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<is><t>鈴木</t><rPh sb=\"0\" eb=\"2\"><t>スズキ</t></rPh><phoneticPr fontId=\"1\"/></is>",
			"<is><r><t>鈴</t></r><rPh sb=\"0\" eb=\"1\"><t>スズ</t></rPh><r><t>木</t></r><rPh sb=\"1\" eb=\"2\"><t>キ</t></rPh></is>",
			"<is><rPh sb='0' eb='1'><t>スズ</t></rPh><t>鈴木</t></is>" })
	void leavesReadingsOut(String text) throws IOException {
		assertThat(second("<c r=\"A2\" t=\"inlineStr\">%s</c>".formatted(text))).containsExactly("鈴木");
	}

	@Test
	void leavesOtherCellsAsTheyAre() throws IOException {
		String cells = "<c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a&#13;\n&lt;b&amp;&quot;]]&gt; </t></is></c>"
				+ "<c r=\"B2\"><v>1</v></c>";
		assertThat(second(cells + "<c r=\"C2\" t=\"d\"><v>2024-01-02</v></c>".replace("C2", "A3")
			.replace("<c r=\"A3\"", "</row><row r=\"3\"><c r=\"A3\""))).isEqualTo(second(cells))
			.first()
			.isEqualTo(" a\r\n<b&\"]]> ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-8" })
	void readsThemWithPrefixesAndInOtherEncodings(String encoding) throws IOException {
		Map<String, byte[]> parts = parts("<c r=\"A2\" t=\"d\"><v>2024-01-02</v></c><c r=\"B2\" t=\"s\"><v>2</v></c>");
		String sheet = new String(parts.getOrDefault("xl/worksheets/sheet1.xml", new byte[0]), StandardCharsets.UTF_8)
			.replaceAll("<(/?)(\\w)", "<$1x:$2")
			.replace("xmlns=", "xmlns:x=");
		parts.put("xl/worksheets/sheet1.xml",
				("<?xml version=\"1.0\" encoding=\"%s\"?>".formatted(encoding) + sheet).getBytes(encoding));

		assertThat(Reading.of(WorkbookRowsTests.zip(parts)).values()).containsExactly(List.of("2024-01-02", "Zoë"));
	}

	@Test
	void readsStrictWorkbooks() throws IOException {
		Map<String, byte[]> parts = parts("<c r=\"A2\" s=\"1\" t=\"d\"><v>2024-01-02T00:00:00</v></c>");
		for (String part : List.copyOf(parts.keySet())) {
			WorkbookRowsTests.put(parts, part, "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
					"http://purl.oclc.org/ooxml/spreadsheetml/main");
			WorkbookRowsTests.put(parts, part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
					"http://purl.oclc.org/ooxml/officeDocument/relationships");
		}

		assertThat(Reading.of(WorkbookRowsTests.zip(parts)).values().get(0)).containsExactly("2024-01-02");
	}

	@Test
	void refusesADamagedSheet() {
		Map<String, byte[]> parts = parts("<c r=\"A2\" t=\"d\"><v>2024-01-02</c>");

		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(WorkbookRowsTests.zip(parts)))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.DAMAGED));
	}

}
