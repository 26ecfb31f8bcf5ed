package io.kehu.migration.run;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.ServiceInstances;
import io.kehu.migration.ServiceInstances.Running;
import io.kehu.migration.Steward;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several instances, each in a process of its own, share jobs; some of them are killed.
 */
@WithInfrastructure
class SharedJobTests {

	private static final int ROWS = 40_000;

	/** Of instances that have finished a part and are in the middle of another. */
	private static final String AGAIN = """
			exists (select 1 from migration_part d
			where d.job_id = p.job_id and d.instance = p.instance and d.state = 'DONE')""";

	@Test
	void finishJobsTogetherAlthoughAWorkerAndALeaderAreKilled(Infrastructure infrastructure) throws IOException {
		try (ServiceInstances instances = new ServiceInstances(infrastructure)) {
			finishTogether(instances);
		}
	}

	private static void finishTogether(ServiceInstances instances) throws IOException {
		List<Running> two = instances.startTwo();
		Running first = two.get(0);
		Running second = two.get(1);
		Steward steward = first.steward();
		String set = steward.bring("many.csv",
				IntStream.range(0, ROWS)
					.mapToObj((row) -> "%d,Customer %d,%s".formatted(row, row, hidden(row) ? "" : row % 90))
					.collect(Collectors.joining("\n", "id,name,age\n", "\n")));
		String definition = steward.post("/definitions", "{\"name\": \"Slow\", \"rules\": %s}".formatted(rules()), 201)
			.get("id")
			.asString();
		String body = "{\"dataSetId\": \"%s\", \"definitionId\": \"%s\"}".formatted(set, definition);

		String withoutWorker = steward.post("/runs", body, 201).get("id").asString();
		instances.killAtWork(second, withoutWorker, "rules-1", AGAIN);
		assertRight(steward, steward.ended(withoutWorker));

		Running third = instances.start().ready();
		String withoutLeader = steward.post("/runs", body, 201).get("id").asString();
		instances.killAtWork(first, withoutLeader, "rules-1", AGAIN);
		assertRight(third.steward(), third.steward().ended(withoutLeader));
	}

	/** Whether a row's age must be found in the last row of the partition before. */
	private static boolean hidden(int row) {
		return row % 1000 == 0 && row > 0;
	}

	private static int age(int row) {
		return hidden(row) ? (row - 1) % 90 : row % 90;
	}

	/**
	 * Nothing is lost, nothing is there twice, and the rows are what one instance makes
	 * of them.
	 */
	private static void assertRight(Steward steward, JsonNode job) {
		assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("completed");
		assertThat(job.at("/progress/instances").asInt()).isEqualTo(2);
		assertThat(job.at("/result/read").asLong()).isEqualTo(ROWS);
		String csv = steward.http()
			.get(Steward.PATH + "/data-sets/" + job.at("/result/dataSetId").asString() + "/export")
			.expect(200)
			.body();
		List<String> expected = IntStream.range(0, ROWS)
			.filter((row) -> age(row) >= 18)
			.mapToObj((row) -> "%d,%d,Customer %d,%d,customer %d".formatted(row + 2, row, row, age(row), row))
			.toList();
		assertThat(csv.lines().skip(1).toList()).isEqualTo(expected);
		JsonNode filter = job.at("/result/changes").valueStream().reduce((one, last) -> last).orElseThrow();
		assertThat(filter.get("kind").asString()).isEqualTo("dropped");
		assertThat(filter.get("count").asLong()).isEqualTo(ROWS - expected.size());
	}

	/** Rules that keep an instance busy and change little; one looks at all rows. */
	private static String rules() {
		String compute = "{\"rule\": \"compute\", \"column\": \"low\", \"expression\": \"row.name.lower()\"}";
		String filter = "{\"rule\": \"filter\", \"keep\": {\"is\": \"compared\", \"column\": \"age\","
				+ " \"operator\": \"at_least\", \"value\": \"18\"}, \"action\": \"drop\", \"reason\": \"a minor\"}";
		String fill = "{\"rule\": \"fill\", \"column\": \"age\", \"method\": {\"method\": \"forward\"}}";
		return "[" + (compute + ",").repeat(35) + fill + "," + filter + "]";
	}

}
