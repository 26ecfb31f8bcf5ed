package io.kehu.migration.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.kehu.migration.ServiceInstances;
import io.kehu.migration.ServiceInstances.Running;
import io.kehu.migration.Steward;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two processes share linkages, and one of them is killed while both learn and weigh.
 */
@WithInfrastructure
class SharedLinkageTests {

	private static final List<String> LINES = SampleCsv.lines(9_000, 21);

	private static final int RECORDS = LINES.size() - 1;

	/** Instances that have loaded all records, and have not weighed their share yet. */
	private static final String LOADED = "p.done > " + RECORDS;

	private static final String SHARE = "--kehu.migration.linkage.shared-from=1000";

	@Test
	void findWhatOneFindsAloneAlthoughAWorkerAndALeaderAreKilled(Infrastructure infrastructure) throws IOException {
		try (ServiceInstances instances = new ServiceInstances(infrastructure)) {
			findTheSame(instances);
		}
	}

	private static void findTheSame(ServiceInstances instances) throws IOException {
		Running first = instances.start(SHARE).ready();
		Steward steward = first.steward();
		String set = steward.bring("persons", String.join("\n", LINES) + "\n");
		String alone = begin(steward, set);
		assertThat(steward.get("/jobs/" + alone).at("/task/shares").asInt()).isEqualTo(1);
		Running second = instances.start(SHARE);
		Found expected = found(steward, alone);
		assertThat(expected.clusters()).hasSizeGreaterThan(RECORDS / 10);
		assertThat(expected.review()).isNotEmpty();

		second.ready();
		instances.awaitAlive(2);
		String withoutWorker = beginTogether(steward, set);
		instances.killAtWork(second, withoutWorker, "weigh", LOADED);
		assertThat(found(steward, withoutWorker)).isEqualTo(expected);

		Running third = instances.start(SHARE).ready();
		instances.awaitAlive(2);
		String withoutLeader = beginTogether(steward, set);
		instances.killAtWork(first, withoutLeader, "weigh", LOADED);
		assertThat(found(third.steward(), withoutLeader)).isEqualTo(expected);
	}

	private static String begin(Steward steward, String set) {
		return steward
			.post("/linkages", "{\"sources\": [{\"dataSetId\": \"%s\", \"keyColumn\": \"record_key\"}]}".formatted(set),
					201)
			.get("id")
			.asString();
	}

	private static String beginTogether(Steward steward, String set) {
		String job = begin(steward, set);
		assertThat(steward.get("/jobs/" + job).at("/task/shares").asInt()).isEqualTo(2);
		return job;
	}

	/** Nothing is lost, and nothing of what instances told each other stays behind. */
	private static Found found(Steward steward, String job) {
		JsonNode ended = steward.ended(job);
		assertThat(ended.get("status").asString()).as(ended.toString()).isEqualTo("completed");
		JsonNode result = ended.get("result");
		assertThat(result.get("read").asLong()).isEqualTo(RECORDS);
		assertThat(result.get("kept").asLong() + result.get("merged").asLong()).isEqualTo(RECORDS);
		assertThat(Files
			.exists(Path.of("target/staging-of-instances/sets", LinkageJob.made(UUID.fromString(job), "pairs"))))
			.isFalse();
		String rows = steward.http()
			.get(Steward.PATH + "/data-sets/" + result.get("dataSetId").asString() + "/export")
			.expect(200)
			.body();
		return new Found(items(steward, job, "clusters"), items(steward, job, "review"), rows);
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
	 * @param clusters the records of each cluster of several
	 * @param review the pairs to review, explained
	 * @param rows the merged rows
	 */
	private record Found(List<JsonNode> clusters, List<JsonNode> review, String rows) {
	}

}
