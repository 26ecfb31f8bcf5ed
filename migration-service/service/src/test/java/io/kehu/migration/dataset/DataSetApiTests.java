package io.kehu.migration.dataset;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.MigrationTest;
import io.kehu.migration.Steward;
import io.kehu.platform.test.contract.OpenApiContract;
import io.kehu.platform.test.probe.EventProbe;
import io.kehu.platform.test.probe.HttpAnswer;
import io.kehu.platform.test.probe.HttpProbe;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@MigrationTest
class DataSetApiTests {

	private static final String PIECE = "application/offset+octet-stream";

	@Autowired
	private HttpProbe anyone;

	@Autowired
	private EventProbe events;

	@Autowired
	private Steward steward;

	private static String customers(int rows) {
		return IntStream.rangeClosed(1, rows)
			.mapToObj((row) -> "%d;Customer %d;%d.%02d.2020".formatted(row, row, 1 + row % 28, 1 + row % 12))
			.collect(Collectors.joining("\n", "id;name;since\n", "\n"));
	}

	@Test
	void bringsAFileAtOnceAndShowsHowItWasRead() {
		HttpAnswer created = this.steward.bring("customers.csv", customers(250).getBytes(StandardCharsets.UTF_8), "")
			.expect(201);
		JsonNode set = created.json();
		assertThat(created.header("Location")).endsWith("/data-sets/" + set.get("id").asString());
		assertThat(set.get("rows").asLong()).isEqualTo(250);
		assertThat(set.at("/source/delimiter").asString()).isEqualTo(";");
		assertThat(set.at("/source/header").asBoolean()).isTrue();
		assertThat(set.at("/source/encoding").asString()).isNotEmpty();
		assertThat(set.get("columns").toString()).isEqualTo("[\"id\",\"name\",\"since\"]");
		assertThat(this.steward.get("/data-sets?name=customers.csv").get("items").size()).isPositive();
	}

	@Test
	void givesAllRowsPageByPageAndDeletesThem() {
		String id = this.steward.bring("paged.csv", customers(250));
		String cursor = "";
		int rows = 0;
		do {
			JsonNode page = this.steward.get("/data-sets/%s/rows?limit=90%s".formatted(id, cursor));
			for (JsonNode row : page.get("items")) {
				rows++;
				assertThat(row.at("/values/1").asString()).isEqualTo("Customer " + rows);
				assertThat(row.get("line").asLong()).isEqualTo(rows + 1);
			}
			cursor = page.get("nextCursor").isNull() ? "" : "&cursor=" + page.get("nextCursor").asString();
		}
		while (!cursor.isEmpty());
		assertThat(rows).isEqualTo(250);
		this.steward.http().get(Steward.PATH + "/data-sets/" + id + "/rows?cursor=x").expect(400);
		this.steward.http().get(Steward.PATH + "/data-sets/" + id + "/rows?limit=0").expect(400);
		this.steward.http().delete(Steward.PATH + "/data-sets/" + id).expect(204);
		this.steward.http().get(Steward.PATH + "/data-sets/" + id).expect(404);
		this.steward.http().get(Steward.PATH + "/data-sets/" + id + "/rows").expect(404);
	}

	@Test
	void resumesAnUploadWhereItBrokeAndReadsItByAJob() throws NoSuchAlgorithmException {
		byte[] content = customers(500).getBytes(StandardCharsets.UTF_8);
		String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		HttpAnswer announced = this.steward.http()
			.post(Steward.PATH + "/uploads",
					"{\"name\": \"big.csv\", \"length\": %d, \"sha256\": \"%s\"}".formatted(content.length, digest))
			.expect(201);
		String upload = announced.header("Location");
		assertThat(announced.header("Upload-Offset")).isEqualTo("0");
		HttpAnswer first = piece(upload, 0, content, 0, 1000).expect(204);
		assertThat(first.header("Upload-Offset")).isEqualTo("1000");
		assertThat(piece(upload, 0, content, 0, 1000).expect(409).json().get("type").asString())
			.contains("wrong-offset");
		HttpAnswer head = this.steward.http().exchange("HEAD", upload, BodyPublishers.noBody()).expect(200);
		assertThat(head.header("Upload-Offset")).isEqualTo("1000");
		String id = announced.json().get("id").asString();
		this.steward.http().post(Steward.PATH + "/data-sets", "{\"uploadId\": \"%s\"}".formatted(id)).expect(409);
		piece(upload, 1000, content, 1000, content.length - 1000).expect(204);
		JsonNode preview = this.steward.get("/uploads/%s/preview?header=false".formatted(id));
		assertThat(preview.at("/rows/0/values/1").asString()).isEqualTo("name");
		assertThat(preview.get("rows").size()).isEqualTo(20);
		assertThat(preview.at("/reading/rows").asLong()).isEqualTo(20);
		JsonNode set = this.steward.post("/data-sets", "{\"uploadId\": \"%s\", \"name\": \"Big\"}".formatted(id), 201);
		JsonNode job = this.steward.ended(set.get("jobId").asString());
		assertThat(job.get("status").asString()).isEqualTo("completed");
		assertThat(job.at("/progress/percent").asDouble()).isEqualTo(100);
		JsonNode ready = this.steward.get("/data-sets/" + set.get("id").asString());
		assertThat(ready.get("status").asString()).isEqualTo("ready");
		assertThat(ready.get("rows").asLong()).isEqualTo(500);
		this.steward.http().get(upload).expect(404);
		this.events.awaitExactly("kehu.migrations", job.get("id").asString(), "io.kehu.migration.started.v1",
				"io.kehu.migration.finished.v1");
	}

	private HttpAnswer piece(String upload, long offset, byte[] content, int from, int length) {
		return this.steward.http()
			.with("Content-Type", PIECE)
			.with("Upload-Offset", Long.toString(offset))
			.exchange("PATCH", upload, BodyPublishers.ofByteArray(content, from, length));
	}

	@Test
	void failsTheIntakeOfAnUploadThatIsNotWhatWasAnnounced() {
		byte[] content = customers(10).getBytes(StandardCharsets.UTF_8);
		JsonNode upload = this.steward.post("/uploads",
				"{\"name\": \"a\", \"length\": %d, \"sha256\": \"%s\"}".formatted(content.length, "0".repeat(64)), 201);
		piece(Steward.PATH + "/uploads/" + upload.get("id").asString(), 0, content, 0, content.length).expect(204);
		JsonNode set = this.steward.post("/data-sets", "{\"uploadId\": \"%s\"}".formatted(upload.get("id").asString()),
				201);
		JsonNode job = this.steward.ended(set.get("jobId").asString());
		assertThat(job.get("status").asString()).isEqualTo("failed");
		assertThat(job.get("error").asString()).contains("SHA-256");
		JsonNode failed = this.steward.get("/data-sets/" + set.get("id").asString());
		assertThat(failed.get("status").asString()).isEqualTo("failed");
		this.steward.http().get(Steward.PATH + "/data-sets/" + set.get("id").asString() + "/rows").expect(409);
	}

	@Test
	void streamsMoreThanARecordMayHold() {
		String id = this.steward.bring("large.csv", customers(120_000));
		assertThat(this.steward.get("/data-sets/" + id).get("rows").asLong()).isEqualTo(120_000);
		assertThat(this.steward.get("/data-sets/" + id + "/rows?limit=1").at("/items/0/values/0").asString())
			.isEqualTo("1");
	}

	@Test
	void exportsWhatNoSpreadsheetRuns() {
		String id = this.steward.bring("formula.csv", "name,note\nAda,=1+1\n");
		String csv = this.steward.http().get(Steward.PATH + "/data-sets/" + id + "/export").expect(200).body();
		assertThat(csv).contains("Ada,'=1+1");
		String json = this.steward.http().get(Steward.PATH + "/data-sets/" + id + "/export?format=ndjson").body();
		assertThat(json).contains("\"note\":\"=1+1\"");
	}

	@Test
	void exportsTheNumberOfALineBesideAColumnOfThatName() {
		String id = this.steward.bring("lines.csv", "order,line\n7,3\n");
		String json = this.steward.http().get(Steward.PATH + "/data-sets/" + id + "/export?format=ndjson").body();
		assertThat(json).contains("\"_line\":2", "\"line\":\"3\"");
	}

	@Test
	void doesWhatItsDescriptionSays() {
		OpenApiContract.check("migration-service", this.anyone);
	}

	@Test
	void knowsWhoMayDoWhat() {
		this.anyone.get(Steward.PATH + "/data-sets").expect(401);
		this.anyone.as("customer:read").get(Steward.PATH + "/data-sets").expect(403);
		this.steward.http().get(Steward.PATH + "/data-sets").expect(200);
		this.anyone.as("migration:read").post(Steward.PATH + "/uploads", "{}").expect(403);
	}

}
