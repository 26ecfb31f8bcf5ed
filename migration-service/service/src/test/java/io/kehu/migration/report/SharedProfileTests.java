package io.kehu.migration.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.HeldParts;
import io.kehu.migration.ServiceInstances;
import io.kehu.migration.ServiceInstances.Running;
import io.kehu.migration.Steward;
import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.profile.ColumnProfile;
import io.kehu.migration.profile.ProfileReport;
import io.kehu.migration.profile.TableProfile;
import io.kehu.migration.profile.TableProfiler;
import io.kehu.platform.test.infrastructure.Infrastructure;
import io.kehu.platform.test.infrastructure.WithInfrastructure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances profile a data set together; one of them is killed.
 */
@WithInfrastructure
class SharedProfileTests {

	private static final int ROWS = 200_000;

	@Test
	void sayWhatOneSaysAlthoughAnotherIsKilled(Infrastructure infrastructure) throws IOException {
		String csv = IntStream.range(0, ROWS)
			.mapToObj(SharedProfileTests::row)
			.collect(Collectors.joining("\n", "id,mail,city,amount,born\n", "\n"));
		try (ServiceInstances instances = new ServiceInstances(infrastructure)) {
			List<Running> two = instances.startTwo();
			Running first = two.get(0);
			Running second = two.get(1);
			Steward steward = first.steward();
			String set = steward.bring("persons.csv", csv);

			String shared = begin(steward, set);
			instances.killAtWork(second, shared, "partitions", HeldParts.RUNNING);
			String report = report(steward, shared);
			assertThat(report(steward, begin(steward, set))).isEqualTo(report);

			TableProfile found = JsonMapper.builder().build().readValue(report, ProfileReport.class).profile();
			assertThat(figures(found)).isEqualTo(figures(whole(csv)));
			assertThat(found.repeated().rows()).isEqualTo(ROWS / 10);
			assertThat(steward.http().get(Steward.PATH + "/profiles/" + shared + "/report").expect(200).body())
				.contains("persons.csv");
		}
	}

	/** Every tenth row repeats the one before. */
	private static String row(int row) {
		int said = (row % 10 == 9) ? row - 1 : row;
		return "%d,%s,%s,%d.%d,19%02d-%02d-11".formatted(said, (said % 50 == 0) ? "nobody@" : "m" + said + "@x.org",
				(said % 7 == 0) ? "" : "City " + said % 90, said * 31L % 1000, said % 4, said % 100, 1 + said % 13);
	}

	private static String begin(Steward steward, String set) {
		return steward.post("/profiles", "{\"dataSetId\": \"%s\"}".formatted(set), 201).get("id").asString();
	}

	private static String report(Steward steward, String id) {
		JsonNode job = steward.ended(id);
		assertThat(job.get("status").asString()).as(job.toString()).isEqualTo("completed");
		return steward.http().get(Steward.PATH + "/profiles/" + id).expect(200).body();
	}

	private static TableProfile whole(String csv) throws IOException {
		try (RowSource source = Intake.standard()
			.open(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))) {
			return TableProfiler.profile(source);
		}
	}

	/** What is counted, not estimated. */
	private static List<Object> figures(TableProfile profile) {
		return List.of(profile.rows(), profile.repeated(), profile.sample(), profile.candidateKeys(),
				profile.dependencies(), profile.likelyDuplicates(),
				profile.columns().stream().map(SharedProfileTests::figures).toList());
	}

	private static List<Object> figures(ColumnProfile column) {
		return List.of(column.name(), column.type(), column.typeShare(), column.values(), column.missing(),
				column.distinct(), column.lengths(), column.issues());
	}

}
