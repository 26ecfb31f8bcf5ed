package io.kehu.migration.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.kehu.migration.SharedWork;
import io.kehu.migration.Steward;
import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.profile.ColumnProfile;
import io.kehu.migration.profile.ProfileReport;
import io.kehu.migration.profile.TableProfile;
import io.kehu.migration.profile.TableProfiler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A profile of a data set with many partitions.
 */
public final class SharedProfile implements SharedWork {

	private static final int ROWS = 4_000;

	private static final String CSV = IntStream.range(0, ROWS)
		.mapToObj(SharedProfile::row)
		.collect(Collectors.joining("\n", "id,mail,city,amount,born\n", "\n"));

	private String set = "";

	private String alone = "";

	@Override
	public void prepare(Steward steward) {
		this.set = steward.bring("persons.csv", CSV);
		this.alone = begin(steward);
	}

	@Override
	public String begin(Steward steward) {
		return steward.post("/profiles", "{\"dataSetId\": \"%s\"}".formatted(this.set), 201).get("id").asString();
	}

	/** Every tenth row repeats the one before. */
	private static String row(int row) {
		int original = (row % 10 == 9) ? row - 1 : row;
		return "%d,%s,%s,%d.%d,19%02d-%02d-11".formatted(original,
				(original % 50 == 0) ? "nobody@" : "m" + original + "@x.org",
				(original % 7 == 0) ? "" : "City " + original % 90, original * 31L % 1000, original % 4, original % 100,
				1 + original % 13);
	}

	@Override
	public void check(Steward steward, JsonNode job) {
		String id = job.get("id").asString();
		String report = report(steward, id);
		steward.completed(this.alone);
		assertThat(report).isEqualTo(report(steward, this.alone));
		TableProfile found = JsonMapper.builder().build().readValue(report, ProfileReport.class).profile();
		assertThat(figures(found)).isEqualTo(figures(whole()));
		assertThat(found.repeated().rows()).isEqualTo(ROWS / 10);
		assertThat(steward.http().get(Steward.PATH + "/profiles/" + id + "/report").expect(200).body())
			.contains("persons.csv");
	}

	private static String report(Steward steward, String id) {
		return steward.http().get(Steward.PATH + "/profiles/" + id).expect(200).body();
	}

	private static TableProfile whole() {
		try (RowSource source = Intake.standard()
			.open(new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)))) {
			return TableProfiler.profile(source);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is counted, not estimated. */
	private static List<Object> figures(TableProfile profile) {
		return List.of(profile.rows(), profile.repeated(), profile.sample(), profile.candidateKeys(),
				profile.dependencies(), profile.likelyDuplicates(),
				profile.columns().stream().map(SharedProfile::figures).toList());
	}

	private static List<Object> figures(ColumnProfile column) {
		return List.of(column.name(), column.type(), column.typeShare(), column.values(), column.missing(),
				column.distinct(), column.lengths(), column.issues());
	}

}
