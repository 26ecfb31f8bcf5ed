package io.kehu.migration.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A workbook of several sheets, and a steward who knows which one is meant.
 */
@MigrationTest
class SheetChoiceTests {

	private static final List<String> SHEETS = List.of("Notes", "Customers 2019", "Customers 2020");

	private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

	private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	@Autowired
	private Steward steward;

	@Test
	void readsTheSheetThatIsChosenAndNoOther() throws IOException {
		byte[] book = workbook();
		String id = upload(book);
		JsonNode usual = this.steward.get("/uploads/%s/preview".formatted(id));
		assertThat(usual.at("/source/sheets").valueStream().map(JsonNode::asString)).isEqualTo(SHEETS);
		assertThat(usual.at("/rows/0/values/0").asString()).isEqualTo("of Notes");
		JsonNode chosen = this.steward.get("/uploads/%s/preview?sheet=Customers%%202020".formatted(id));
		assertThat(chosen.at("/rows/0/values/0").asString()).isEqualTo("of Customers 2020");
		JsonNode error = this.steward.http()
			.get(Steward.PATH + "/uploads/%s/preview?sheet=Customers".formatted(id))
			.expect(400)
			.json()
			.at("/errors/0");
		assertThat(error.get("parameter").asString()).isEqualTo("sheet");
		assertThat(error.get("code").asString()).isEqualTo("unknown_sheet");

		String wanted = "{\"uploadId\": \"%s\", \"name\": \"Old\", \"reading\": {\"sheet\": \"%s\"}}";
		assertThat(this.steward.post("/data-sets", wanted.formatted(id, "Nowhere"), 400)
			.at("/errors/0/pointer")
			.asString()).isEqualTo("/reading/sheet");
		JsonNode set = this.steward.post("/data-sets", wanted.formatted(id, "Customers 2019"), 201);
		this.steward.ended(set.get("jobId").asString());
		JsonNode rows = this.steward.get("/data-sets/" + set.get("id").asString() + "/rows");
		assertThat(rows.at("/items").size()).isOne();
		assertThat(rows.at("/items/0/values/0").asString()).isEqualTo("of Customers 2019");

		assertThat(this.steward.bring("book", book, "&sheet=Nowhere")
			.expect(400)
			.json()
			.at("/errors/0/parameter")
			.asString()).isEqualTo("sheet");
		JsonNode brought = this.steward.bring("book", book, "&sheet=Customers%202020").expect(201).json();
		assertThat(this.steward.get("/data-sets/" + brought.get("id").asString() + "/rows")
			.at("/items/0/values/0")
			.asString()).isEqualTo("of Customers 2020");
	}

	@Test
	void readsAllSheetsOrOneByItsNumber() throws IOException {
		byte[] book = workbook();
		JsonNode third = this.steward.bring("book", book, "&sheet=3").expect(201).json();
		assertThat(rows(third).at("/items/0/values/0").asString()).isEqualTo("of Customers 2020");
		JsonNode all = this.steward.bring("book", book, "&allSheets=true").expect(201).json();
		assertThat(all.get("columns").toString()).isEqualTo("[\"name\",\"sheet\"]");
		assertThat(rows(all).get("items").toString()).isEqualTo("[{\"line\":2,\"values\":[\"of Notes\",\"Notes\"]},"
				+ "{\"line\":4,\"values\":[\"of Customers 2019\",\"Customers 2019\"]},"
				+ "{\"line\":6,\"values\":[\"of Customers 2020\",\"Customers 2020\"]}]");
		assertThat(all.at("/reading/lines").asInt()).isEqualTo(6);
		assertThat(all.at("/reading/problems").isEmpty()).isTrue();
	}

	private JsonNode rows(JsonNode set) {
		return this.steward.get("/data-sets/" + set.get("id").asString() + "/rows");
	}

	private String upload(byte[] content) {
		JsonNode upload = this.steward.post("/uploads",
				"{\"name\": \"book.xlsx\", \"length\": %d}".formatted(content.length), 201);
		String id = upload.get("id").asString();
		this.steward.http()
			.with("Upload-Offset", "0")
			.with("Content-Type", "application/offset+octet-stream")
			.exchange("PATCH", Steward.PATH + "/uploads/" + id, BodyPublishers.ofByteArray(content))
			.expect(204);
		return id;
	}

	private static byte[] workbook() throws IOException {
		StringBuilder sheets = new StringBuilder();
		StringBuilder targets = new StringBuilder();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (int number = 1; number <= SHEETS.size(); number++) {
				String name = SHEETS.get(number - 1);
				sheets.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(name, number, number));
				targets.append("<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
					.formatted(number, RELATIONSHIPS, number));
				add(zip, "xl/worksheets/sheet%d.xml".formatted(number),
						"<worksheet xmlns=\"%s\"><sheetData>%s%s</sheetData></worksheet>".formatted(MAIN,
								row(1, "name"), row(2, "of " + name)));
			}
			add(zip, "[Content_Types].xml",
					"""
							<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
							<Override PartName="/xl/workbook.xml"
							 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
			add(zip, "xl/workbook.xml", "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
				.formatted(MAIN, RELATIONSHIPS, sheets));
			add(zip, "xl/_rels/workbook.xml.rels",
					"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
						.formatted(targets));
		}
		return bytes.toByteArray();
	}

	private static String row(int number, String value) {
		return "<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>%s</t></is></c></row>".formatted(number, number,
				value);
	}

	private static void add(ZipOutputStream zip, String name, String text) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(text.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

}
