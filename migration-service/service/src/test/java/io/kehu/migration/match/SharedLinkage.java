package io.kehu.migration.match;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.SharedWork;
import io.kehu.migration.Steward;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A linkage of enough records for all instances to weigh a share of the pairs.
 */
public final class SharedLinkage implements SharedWork {

	private static final List<String> LINES = SampleCsv.lines(2_400, 21);

	/** The number of records. */
	public static final int RECORDS = LINES.size() - 1;

	private String set = "";

	private String alone = "";

	@Override
	public void prepare(Steward steward) {
		this.set = steward.bring("persons", String.join("\n", LINES) + "\n");
		this.alone = begin(steward, 1);
	}

	@Override
	public String begin(Steward steward) {
		return begin(steward, 3);
	}

	private String begin(Steward steward, int shares) {
		JsonNode job = steward.post("/linkages",
				"{\"sources\": [{\"dataSetId\": \"%s\", \"keyColumn\": \"record_key\"}]}".formatted(this.set), 201);
		assertThat(job.at("/task/shares").asInt()).isEqualTo(shares);
		return job.get("id").asString();
	}

	@Override
	public void check(Steward steward, JsonNode job) {
		Found expected = found(steward, steward.completed(this.alone));
		assertThat(expected.clusters()).hasSizeGreaterThan(RECORDS / 10);
		assertThat(expected.review()).isNotEmpty();
		assertThat(found(steward, job)).isEqualTo(expected);
	}

	/** Nothing is lost, and nothing that the instances exchanged is left behind. */
	private static Found found(Steward steward, JsonNode job) {
		String id = job.get("id").asString();
		JsonNode result = job.get("result");
		assertThat(result.get("read").asLong()).isEqualTo(RECORDS);
		assertThat(result.get("kept").asLong() + result.get("merged").asLong()).isEqualTo(RECORDS);
		assertThat(Files.exists(Path.of("target/staging-of-tests/sets", LinkageJob.made(UUID.fromString(id), "pairs"))))
			.isFalse();
		String rows = steward.http()
			.get(Steward.PATH + "/data-sets/" + result.get("dataSetId").asString() + "/export")
			.expect(200)
			.body();
		return new Found(items(steward, id, "clusters"), items(steward, id, "review"), rows);
	}

	private static List<JsonNode> items(Steward steward, String job, String what) {
		List<JsonNode> items = new ArrayList<>();
		@Nullable String cursor = "";
		do {
			JsonNode page = steward.get("/linkages/%s/%s?limit=200%s".formatted(job, what, cursor));
			page.get("items").forEach(items::add);
			cursor = page.path("nextCursor").isString() ? "&cursor=" + page.get("nextCursor").asString() : null;
		}
		while (cursor != null);
		return items;
	}

	/**
	 * What a linkage found.
	 *
	 * @param clusters the records of the clusters with more than one
	 * @param review the pairs to review, with their explanations
	 * @param rows the merged rows
	 */
	private record Found(List<JsonNode> clusters, List<JsonNode> review, String rows) {
	}

}
