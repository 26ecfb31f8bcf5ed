package io.kehu.migration.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AllSheetsRowsTests {

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final Corrections ALL = Corrections.none().withAllSheets();

	@Test
	void readsSheetsWithTheSameColumnsInAnyOrderAsOneTable() throws IOException {
		Map<String, String> sheets = new LinkedHashMap<>();
		sheets.put("2019", "no,name|1,Ada|2,Bob");
		sheets.put("empty", "");
		sheets.put("2020", "name,no|Cid,3");
		List<LineProblem> problems = new ArrayList<>();
		try (RowSource source = open(sheets, ALL, problems)) {
			assertThat(source.columns()).containsExactly("no", "name", "sheet");
			assertThat(source.next()).hasToString("2: [1, Ada, 2019]");
			assertThat(source.next()).hasToString("3: [2, Bob, 2019]");
			assertThat(source.next()).hasToString("5: [3, Cid, 2020]");
			assertThat(source.next()).isNull();
			assertThat(source.next()).isNull();
			assertThat(source.report().balanced()).isTrue();
			assertThat(source.report().lines()).isEqualTo(5);
			assertThat(source.description().sheets()).containsExactly("2019", "empty", "2020");
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void namesTheSheetAndRowOfAProblem() throws IOException {
		Map<String, String> sheets = new LinkedHashMap<>();
		sheets.put("2019", "no,name|1,Ada");
		sheets.put("2020", "Report|no,name|2,Bob|3,Cid");
		List<LineProblem> problems = new ArrayList<>();
		try (RowSource source = open(sheets, ALL, problems)) {
			while (source.next() != null) {
				assertThat(source.columns()).hasSizeGreaterThan(2);
			}
		}
		assertThat(problems).hasSize(1)
			.first()
			.satisfies((problem) -> assertThat(problem.reason())
				.isEqualTo("sheet \"2020\", row 1: stands above the header"))
			.satisfies((problem) -> assertThat(problem.line()).isEqualTo(3));
	}

	@Test
	void refusesSheetsWithOtherColumns() {
		Map<String, String> sheets = new LinkedHashMap<>();
		sheets.put("2019", "no,name|1,Ada");
		sheets.put("2020", "no,mail|2,b@x.org");
		assertThatExceptionOfType(IntakeException.class).isThrownBy(() -> open(sheets, ALL, new ArrayList<>()))
			.withMessage("The sheets \"2019\" and \"2020\" have different columns: only the first has \"name\","
					+ " only the second has \"mail\"")
			.satisfies((ex) -> assertThat(ex.refusal()).isEqualTo(IntakeRefusal.DIFFERENT_COLUMNS));
	}

	@Test
	void choosesASheetByItsNumberUnlessOneIsNamedSo() throws IOException {
		Map<String, String> sheets = new LinkedHashMap<>();
		sheets.put("2", "no,name|1,Ada");
		sheets.put("other", "no,name|2,Bob");
		try (RowSource named = open(sheets, Corrections.none().withSheet("2"), new ArrayList<>());
				RowSource numbered = open(sheets, Corrections.none().withSheet("1"), new ArrayList<>())) {
			assertThat(named.next()).hasToString("2: [1, Ada]");
			assertThat(numbered.next()).hasToString("2: [1, Ada]");
		}
		assertThatExceptionOfType(IntakeException.class)
			.isThrownBy(() -> open(sheets, Corrections.none().withSheet("3"), new ArrayList<>()))
			.withMessage("The workbook has no sheet \"3\"; it has \"2\", \"other\"");
	}

	private static RowSource open(Map<String, String> sheets, Corrections corrections, List<LineProblem> problems)
			throws IOException {
		return new Intake(IntakeLimits.defaults(), corrections, problems::add)
			.open(new ByteArrayInputStream(workbook(sheets)));
	}

	/** Makes a workbook; rows are separated by bars, cells by commas. */
	private static byte[] workbook(Map<String, String> sheets) throws IOException {
		StringBuilder names = new StringBuilder();
		StringBuilder targets = new StringBuilder();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			int number = 0;
			for (Map.Entry<String, String> sheet : sheets.entrySet()) {
				number++;
				names.append(
						"<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(sheet.getKey(), number, number));
				targets.append("<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
					.formatted(number, RELATIONSHIPS, number));
				add(zip, "xl/worksheets/sheet%d.xml".formatted(number),
						"<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN,
								rows(sheet.getValue())));
			}
			add(zip, "[Content_Types].xml",
					"""
							<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
							<Override PartName="/xl/workbook.xml"
							 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
			add(zip, "xl/workbook.xml", "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
				.formatted(MAIN, RELATIONSHIPS, names));
			add(zip, "xl/_rels/workbook.xml.rels",
					"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
						.formatted(targets));
		}
		return bytes.toByteArray();
	}

	private static String rows(String text) {
		StringBuilder rows = new StringBuilder();
		int number = 0;
		for (String row : text.split("\\|", -1)) {
			rows.append("<row r=\"%d\">".formatted(++number));
			char column = 'A';
			for (String cell : row.isEmpty() ? new String[0] : row.split(",", -1)) {
				rows.append("<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(column++, number, cell));
			}
			rows.append("</row>");
		}
		return rows.toString();
	}

	private static void add(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(text.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

}
