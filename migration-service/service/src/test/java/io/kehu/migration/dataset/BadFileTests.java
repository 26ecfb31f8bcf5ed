package io.kehu.migration.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class BadFileTests {

	@Autowired
	private Steward steward;

	private String refusal(byte[] content) {
		int before = this.steward.get("/data-sets?limit=200").get("items").size();
		JsonNode problem = this.steward.bring("bad", content, "").expect(400).json();
		assertThat(this.steward.get("/data-sets?limit=200").get("items").size()).isEqualTo(before);
		return problem.at("/errors/0/code").asString();
	}

	@Test
	void reportsRaggedLinesWithTheirNumbers() {
		String id = this.steward.bring("ragged.csv", "a,b,c\n1,2,3\n1,2\n4,5,6\n7,8,9,10\n11,12,13\n");
		JsonNode set = this.steward.get("/data-sets/" + id);
		assertThat(set.get("rows").asLong()).isEqualTo(3);
		assertThat(set.at("/reading/rejected").asLong()).isEqualTo(2);
		JsonNode problems = this.steward.get("/data-sets/" + id + "/problems");
		assertThat(problems.at("/items/0/line").asLong()).isEqualTo(3);
		assertThat(problems.at("/items/0/values/0").asString()).isEqualTo("too_few_fields");
		assertThat(problems.at("/items/1/line").asLong()).isEqualTo(5);
	}

	@Test
	void readsTitlesQuotesAndZeros() {
		JsonNode set = this.steward.bring("export.csv",
				"Export of customers 2024;;\n\nna\u0000me;\u200bemail;city\nAnna;a@x.org;\"Lund\nB\u0000ob;x\nCid;c@x.org;Ulm\n"
					.getBytes(StandardCharsets.UTF_8),
				"")
			.expect(201)
			.json();

		assertThat(set.get("columns").toString()).isEqualTo("[\"name\",\"email\",\"city\"]");
		assertThat(set.get("rows").asLong()).isEqualTo(1);
		assertThat(set.at("/reading/problems/broken_quote").asLong()).isEqualTo(1);
		assertThat(set.at("/reading/problems/nul_character").asLong()).isEqualTo(2);
		assertThat(set.at("/reading/lines").asLong()).isEqualTo(6);
		assertThat(set.at("/source/originalNames/email").asString()).isEqualTo("\u200bemail");
	}

	@Test
	void obeysTheStewardsReading() {
		byte[] file = "made by hand\n1, 'Lee, Bob', x\n".getBytes(StandardCharsets.UTF_8);

		JsonNode set = this.steward.bring("x.csv", file, "&skipLines=1&header=false&quote=%27&trim=true&delimiter=%2C")
			.expect(201)
			.json();

		assertThat(set.at("/source/trim").asBoolean()).isTrue();
		assertThat(
				this.steward.get("/data-sets/" + set.get("id").asString() + "/rows").at("/items/0/values/1").asString())
			.isEqualTo("Lee, Bob");
		assertThat(
				this.steward.bring("x", file, "&skipLines=-1").expect(400).json().at("/errors/0/parameter").asString())
			.isEqualTo("skipLines");
	}

	@Test
	void reportsAHugeLineAndReadsOn() {
		String id = this.steward.bring("huge.csv", "a,b\n1,2\n" + "x".repeat(3 << 20) + ",3\n4,5\n");
		JsonNode set = this.steward.get("/data-sets/" + id);
		assertThat(set.get("rows").asLong()).isEqualTo(2);
		assertThat(this.steward.get("/data-sets/" + id + "/problems").at("/items/0/values/0").asString())
			.isEqualTo("line_too_long");
	}

	@Test
	void readsMixedEncodingsAndSaysSo() throws IOException {
		ByteArrayOutputStream mixed = new ByteArrayOutputStream();
		mixed.write("name,city\nMüller,Köln\n".getBytes(StandardCharsets.UTF_8));
		mixed.write("Jäger,Würzburg\n".getBytes(StandardCharsets.ISO_8859_1));
		JsonNode set = this.steward.bring("mixed.csv", mixed.toByteArray(), "").expect(201).json();
		assertThat(set.at("/reading/problems/mixed_encoding").asLong()).isPositive();
		assertThat(set.at("/source/mixedEncoding").asBoolean()).isTrue();
		JsonNode forced = this.steward
			.bring("forced.csv", "name,city\nJäger,Würzburg\n".getBytes(StandardCharsets.ISO_8859_1), "&encoding=UTF-8")
			.expect(201)
			.json();
		assertThat(forced.at("/source/mixedEncoding").asBoolean()).isTrue();
		JsonNode rows = this.steward.get("/data-sets/" + set.get("id").asString() + "/rows");
		assertThat(rows.at("/items/1/values/0").asString()).isEqualTo("Jäger");
		assertThat(this.steward.bring("x", mixed.toByteArray(), "&encoding=klingon")
			.expect(400)
			.json()
			.at("/errors/0/parameter")
			.asString()).isEqualTo("encoding");
		assertThat(this.steward.bring("x", mixed.toByteArray(), "&delimiter=ab")
			.expect(400)
			.json()
			.at("/errors/0/parameter")
			.asString()).isEqualTo("delimiter");
	}

	@Test
	void refusesADecompressionBomb() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			byte[] line = ("a,%s\n".formatted("b".repeat(60_000))).getBytes(StandardCharsets.US_ASCII);
			for (int i = 0; i < 2000; i++) {
				gzip.write(line);
			}
		}
		assertThat(refusal(packed.toByteArray())).isEqualTo("expands_too_far");
	}

	@Test
	void refusesAWorkbookWithExternalEntities() throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(packed)) {
			zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
			zip.write("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
				.getBytes(StandardCharsets.UTF_8));
			zip.closeEntry();
		}
		assertThat(refusal(packed.toByteArray())).isEqualTo("external_entity");
	}

	@Test
	void refusesWhatIsNoTableAtAll() {
		byte[] noise = new byte[5000];
		new java.util.Random(7).nextBytes(noise);
		assertThat(refusal(noise)).isEqualTo("unknown_format");
		assertThat(refusal(new byte[0])).isEqualTo("empty");
	}

	@Test
	void saysWhatParametersMustBe() {
		JsonNode set = this.steward.bring("a.csv", "a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII), "")
			.expect(201)
			.json();
		assertThat(message("GET", "/data-sets/%s/rows?limit=many".formatted(set.get("id").asString())))
			.isEqualTo("limit must be a whole number");
		assertThat(message("GET", "/data-sets/here")).isEqualTo("id must be a UUID");
		assertThat(message("POST", "/data-sets/files?name=a&skipLines=few"))
			.isEqualTo("skipLines must be a whole number");
		assertThat(message("POST", "/data-sets/files?name=a&header=perhaps")).isEqualTo("header must be true or false");
		assertThat(message("POST", "/data-sets/files?name=a&sheet=x&allSheets=true"))
			.isEqualTo("allSheets must not be true if a sheet is named");
	}

	private String message(String method, String path) {
		JsonNode error = this.steward.http()
			.with("Content-Type", "text/csv")
			.exchange(method, Steward.PATH + path, BodyPublishers.ofString("a,b\n"))
			.expect(400)
			.json()
			.at("/errors/0");
		return error.get("parameter").asString() + " " + error.get("message").asString();
	}

}
