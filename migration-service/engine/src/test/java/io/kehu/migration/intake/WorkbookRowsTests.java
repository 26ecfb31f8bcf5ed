package io.kehu.migration.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkbookRowsTests {

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String SHEET = """
			<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>since</t></is></c></row>
			<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" s="1"><v>43831</v></c></row>
			<row r="3"><c r="A3"><v>0.1</v></c><c r="B3" t="b"><v>1</v></c><c r="C3" s="2"><v>43831.5</v></c></row>
			<row r="4"><c r="A4"><f>1+1</f><v>2</v></c><c r="B4" t="e"><v>#N/A</v></c></row>
			<row r="6"><c r="A6"><v>1234567890123</v></c></row>
			""";

	@Test
	void readsDatesNumbersAndFormulas() throws IOException {
		Reading reading = Reading.of(workbook(SHEET));

		assertThat(reading.description().format()).isEqualTo(SourceFormat.WORKBOOK);
		assertThat(reading.description().sheets()).containsExactly("People");
		assertThat(reading.columns()).containsExactly("id", "name", "since");
		assertThat(reading.values()).containsExactly(Arrays.asList("1", "Zoë", "2020-01-01"),
				Arrays.asList("0.1", "true", "2020-01-01T12:00"), Arrays.asList("2", "#N/A"), List.of("1234567890123"));
		assertThat(reading.rows()).extracting(Row::line).containsExactly(2L, 3L, 4L, 6L);
	}

	@Test
	void readsAWorkbookWithoutStylesAndSharedTexts() throws IOException {
		Map<String, byte[]> parts = parts(
				"""
						<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row><row r="2"><c r="A2"><v>7</v></c></row>""");
		parts.remove("xl/styles.xml");
		parts.remove("xl/sharedStrings.xml");
		parts.put("[Content_Types].xml",
				new String(parts.getOrDefault("[Content_Types].xml", new byte[0]), StandardCharsets.UTF_8)
					.replaceAll("<Override PartName=\"/xl/(styles|sharedStrings)[^>]*>", "")
					.getBytes(StandardCharsets.UTF_8));

		Reading reading = Reading.of(zip(parts));

		assertThat(reading.columns()).containsExactly("id");
		assertThat(reading.values()).containsExactly(List.of("7"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16" })
	void refusesExternalEntities(String encoding, @TempDir Path folder) throws IOException {
		Path secret = Files.writeString(folder.resolve("secret"), "do not tell");
		String sheet = """
				<?xml version="1.0" encoding="%s"?>
				<!DOCTYPE worksheet [<!ENTITY secret SYSTEM "%s">]>
				<worksheet xmlns="%s"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&secret;</t></is></c></row></sheetData></worksheet>
				"""
			.formatted(encoding, secret.toUri(), MAIN);
		Map<String, byte[]> parts = parts("");
		parts.put("xl/worksheets/sheet1.xml", sheet.getBytes(encoding));

		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(zip(parts)))
			.withMessageContaining("xl/worksheets/sheet1.xml")
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.EXTERNAL_ENTITY));
	}

	@Test
	void refusesAZipBomb() throws IOException {
		Map<String, byte[]> parts = parts("");
		parts.put("xl/worksheets/sheet1.xml", new byte[64 << 20]);
		byte[] bomb = zip(parts);

		assertThat(bomb).hasSizeLessThan(1 << 20);
		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(bomb))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.EXPANDS_TOO_FAR));
	}

	@Test
	void refusesOtherArchivesAndDamagedOnes() throws IOException {
		byte[] other = zip(Map.of("readme.txt", new byte[10]));
		byte[] cut = Arrays.copyOf(workbook(SHEET), 300);

		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(other))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.UNKNOWN_FORMAT));
		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> Reading.of(cut))
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.DAMAGED));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<workbookPr date1904=\"1\"/>", "<workbookPr  filterPrivacy='1' date1904='true'/>",
			"<workbookPr date1904 = \"1\" ></workbookPr>" })
	void countsDaysFrom1904(String setting) throws IOException {
		Map<String, byte[]> parts = parts(SHEET);
		String workbook = new String(parts.getOrDefault("xl/workbook.xml", new byte[0]), StandardCharsets.UTF_8);
		parts.put("xl/workbook.xml",
				workbook.replace("<sheets>", setting + "<sheets>").getBytes(StandardCharsets.UTF_8));

		assertThat(Reading.of(zip(parts)).values().get(0)).endsWith("2024-01-02");
	}

	@Test
	void reportsFormulasWithoutAStoredValue() throws IOException {
		Reading reading = Reading.of(workbook(
				"""
						<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>sum</t></is></c></row>
						<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2+1</f></c></row>
						<row r="3"><c r="A3"><v>2</v></c><c r="B3"><f>A3+1</f><v>3</v></c></row>
						"""));

		assertThat(reading.rows()).hasSize(2);
		assertThat(reading.problemLines(LineProblemKind.NO_STORED_VALUE)).containsExactly(2L);
		assertThat(reading.report().first().get(0).reason()).contains("B2");
	}

	@Test
	void readsTheFirstDaysOfSpreadsheets() throws IOException {
		Reading reading = Reading.of(workbook("""
				<row r="1"><c r="A1" t="inlineStr"><is><t>day</t></is></c></row>
				<row r="2"><c r="A2" s="1"><v>1</v></c></row><row r="3"><c r="A3" s="1"><v>59</v></c></row>
				<row r="4"><c r="A4" s="1"><v>60</v></c></row><row r="5"><c r="A5" s="1"><v>61</v></c></row>
				<row r="6"><c r="A6" s="1"><v>0</v></c></row><row r="7"><c r="A7" s="2"><v>43830.99999999</v></c></row>
				"""));

		assertThat(reading.values()).extracting((row) -> row.get(0))
			.containsExactly("1900-01-01", "1900-02-28", "60", "1900-03-01", "0", "2020-01-01T00:00");
		assertThat(reading.problemLines(LineProblemKind.UNREADABLE_DATE)).containsExactly(4L, 6L);
	}

	@ParameterizedTest
	@CsvSource({ "1234,00000,01234", "123456,00000,123456", "123456789,00000-0000,12345-6789",
			"1234567,000-00-0000,001-23-4567", "5,0,5", "5,General,5", "1234,'#,##0',1234", "12,00.00,12",
			"7,'\"No. \"000',No. 007", "42,'0000;-0000',0042", "42,[Red]0000,0042", "42,@,42" })
	void fillsNumbersUpWithZeros(String digits, String format, String expected) {
		assertThat(NumberFormat.filled(digits, format)).isEqualTo(expected);
	}

	@Test
	void tellsOfSheetsThatAreNotRead() throws IOException {
		Map<String, byte[]> parts = parts(SHEET);
		put(parts, "xl/workbook.xml", "</sheets>", "<sheet name=\"2023\" sheetId=\"2\" r:id=\"rId2\"/></sheets>");
		put(parts, "xl/_rels/workbook.xml.rels", "</Relationships>",
				"<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
		parts.put("xl/worksheets/sheet2.xml", parts.getOrDefault("xl/worksheets/sheet1.xml", new byte[0]));

		Reading reading = Reading.of(zip(parts));

		assertThat(reading.report().problems()).containsEntry(LineProblemKind.OTHER_SHEET, 1L);
		assertThat(reading.report().first().get(0).reason()).contains("2023");
	}

	@Test
	void accountsForTheSheetThatIsRead() throws IOException {
		Map<String, byte[]> parts = parts(SHEET);
		put(parts, "xl/workbook.xml", "</sheets>", "<sheet name=\"2023\" sheetId=\"2\" r:id=\"rId2\"/></sheets>");
		put(parts, "xl/_rels/workbook.xml.rels", "</Relationships>",
				"<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
		parts.put("xl/worksheets/sheet2.xml", parts.getOrDefault("xl/worksheets/sheet1.xml", new byte[0]));
		String first = new String(parts.getOrDefault("xl/worksheets/sheet1.xml", new byte[0]), StandardCharsets.UTF_8);
		parts.put("xl/worksheets/sheet1.xml",
				first
					.replaceAll("(?s)<sheetData>.*</sheetData>",
							"<sheetData><row r=\"1\"><c r=\"A1\"/></row><row r=\"2\"><c r=\"A2\"/></row></sheetData>")
					.getBytes(StandardCharsets.UTF_8));

		Reading reading = Reading.of(zip(parts));

		assertThat(reading.report().blankLines()).isZero();
		assertThat(reading.rows()).isNotEmpty();
	}

	static void put(Map<String, byte[]> parts, String part, String before, String after) {
		String text = new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
		parts.put(part, text.replace(before, after).getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[$-de-CH]dd.mm.yyyy|false", "[$-zh-CN]yyyy/m/d|false", "d\"th\" mmm|false",
			"dd.mm.yyyy hh:mm|true", "mm:ss.0|true" })
	void knowsWhichFormatsShowATime(String format, boolean timed) {
		assertThat(NumberFormat.isTimed(format)).isEqualTo(timed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "yyyy-mm-dd hh:mm:ss.000|45356.4375|2024-03-05T10:30",
			"yyyy-mm-dd hh:mm:ss.000|45356.43750289352|2024-03-05T10:30:00.250", "[$-de-CH]dd.mm.yyyy|45356|2024-03-05",
			"mm:ss.0|0.5|12:00", "[h]:mm:ss.00|1.5|36:00:00", "d&quot;th&quot; mmm|45356|2024-03-05" })
	void readsDatesOfFormatsWithFractionsAndTexts(String format, String number, String expected) throws IOException {
		Map<String, byte[]> parts = parts("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>when</t></is></c></row>"
				+ "<row r=\"2\"><c r=\"A2\" s=\"2\"><v>%s</v></c></row>".formatted(number));
		String styles = new String(parts.getOrDefault("xl/styles.xml", new byte[0]), StandardCharsets.UTF_8);
		parts.put("xl/styles.xml",
				styles
					.replaceAll("formatCode=\"[^\"]*\"",
							java.util.regex.Matcher.quoteReplacement("formatCode=\"" + format + "\""))
					.getBytes(StandardCharsets.UTF_8));

		assertThat(Reading.of(zip(parts)).values().get(0)).containsExactly(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "yyyy-mm-dd", "dd/mm/yyyy hh:mm", "[$-407]d. mmmm yyyy", "h:mm AM/PM",
			"yyyy-mm-dd hh:mm:ss.000", "mm:ss.0", "[ss].00", "[Magenta]d.m.yyyy" })
	void knowsDateFormats(String format) {
		assertThat(NumberFormat.isDate(format)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "General", "0.00", "#,##0 \"days\"", "[Red]0", "@" })
	void knowsOtherFormats(String format) {
		assertThat(NumberFormat.isDate(format)).isFalse();
	}

	static byte[] workbook(String rows) throws IOException {
		return zip(parts(rows));
	}

	static Map<String, byte[]> parts(String rows) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml",
				"""
						<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
						<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
						<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
						<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
						</Types>""");
		parts.put("xl/_rels/workbook.xml.rels",
				"""
						<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
						<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
						</Relationships>""");
		parts.put("xl/workbook.xml", """
				<workbook xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
				<sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(MAIN));
		parts.put("xl/sharedStrings.xml",
				"<sst xmlns=\"%s\"><si><t>id</t></si><si><t>name</t></si><si><t>Zoë</t></si></sst>".formatted(MAIN));
		parts.put("xl/styles.xml",
				"""
						<styleSheet xmlns="%s"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/></numFmts>
						<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"""
					.formatted(MAIN));
		parts.put("xl/worksheets/sheet1.xml",
				"<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows));
		Map<String, byte[]> bytes = new LinkedHashMap<>();
		parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
		return bytes;
	}

	static byte[] zip(Map<String, byte[]> parts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
				zip.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

}
